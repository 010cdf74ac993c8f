using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>Polls for programs: the same booth, desk and views as the pages, so the same refusals and the same silence about hidden results.</summary>
internal static class PollsApi
{
    public static void MapPollsApi(this WebApplication app)
    {
        var polls = app.MapGroup("/api/v1/polls").WithTags("polls");
        polls.MapGet("", ListAsync).AllowAnonymous().WithSummary("Polls: open, coming, then past ones by their end");
        polls.MapGet("/{id:long}", GetAsync).AllowAnonymous().WithSummary("One poll");
        polls.MapGet("/{id:long}/result", ResultAsync).AllowAnonymous().WithSummary("Turnout, and counts as far as they may be seen");
        polls.MapPost("", ScheduleAsync).RequireAuthorization(nameof(Permission.OpenPoll)).WithSummary("Schedule or open a poll");
        polls.MapMethods("/{id:long}/ballots", [HttpMethods.Post, HttpMethods.Put], CastAsync)
            .RequireAuthorization(nameof(Permission.Participate)).WithSummary("Cast a ballot, or change the one cast before");
    }

    private static async Task<Slice<PollV1>> ListAsync(PollList list, long? consultation, string? after, CancellationToken cancel)
    {
        var page = await list.ReadAsync(consultation, after, cancel);
        return new([.. page.Polls.Select(Tell)], page.Next);
    }

    private static async Task<IResult> GetAsync(long id, ForumDb db, TimeProvider clock, CancellationToken cancel) =>
        await FindAsync(id, db, cancel) is { } poll ? Results.Ok(Tell(new PollView(poll, poll.StateAt(clock.GetUtcNow()), null))) : Results.NotFound();

    private static async Task<IResult> ResultAsync(long id, ForumDb db, PollReading reading, TimeProvider clock, CancellationToken cancel)
    {
        if (await FindAsync(id, db, cancel) is not { } poll) return Results.NotFound();
        var view = (await reading.ViewAsync([poll], clock.GetUtcNow(), cancel))[0];
        return Results.Ok(new PollResultV1(
            view.State == PollState.Closed, view.Tally?.Ballots ?? poll.BallotCount, poll.EligibleAtOpening,
            view.Tally?.Counts.Select(c => new OptionCountV1(LedgerId.Of(c.Option.Id), c.Option.Label, c.Votes, c.Percent)).ToList(),
            view.Tally?.Leading.Select(c => LedgerId.Of(c.Option.Id)).ToList()));
    }

    private static async Task<IResult> CastAsync(
        long id, NewBallotV1 input, HttpRequest request, ForumDb db, PollingBooth booth, Viewer viewer, RefusalTexts texts, CancellationToken cancel)
    {
        if (await FindAsync(id, db, cancel) is not { } poll) return Results.NotFound();
        var answer = await booth.CastAsync(id, viewer.Id!.Value, (input.Choices ?? []).ParseIds(), request.IdempotencyKey() ?? Guid.NewGuid(), cancel);
        if (answer.IsRefused(out var refusal)) return texts.Problem(refusal);
        var told = new BallotCastV1(answer.Value.Effect.ToString().ToLowerInvariant(), answer.Value.ActId is { } act ? LedgerId.Of(act) : null);
        return answer.Value.Effect == VoteEffect.First ? Results.Created(Urls.Poll(poll), told) : Results.Ok(told);
    }

    private static async Task<IResult> ScheduleAsync(
        NewPollV1 input, HttpRequest request, ForumDb db, ActRecorder acts, PollDesk desk, PollSubjects subjects, Viewer viewer, RefusalTexts texts, TimeProvider clock, CancellationToken cancel)
    {
        if (Words.Faults(input) is { Count: > 0 } faults) return Results.ValidationProblem(faults);
        await acts.BeginAsync(cancel);
        await db.LockAccountAsync(viewer.Id, cancel);
        var author = await viewer.AccountAsync(cancel);
        var key = request.IdempotencyKey();
        if (key is { } repeated && await db.FindSubmissionAsync(author.Id, repeated, cancel) is { } done)
            return done is { SubjectId: { } made } && await FindAsync(made, db, cancel) is { } earlier
                ? Results.Created(done.Address, Tell(new PollView(earlier, earlier.StateAt(clock.GetUtcNow()), null)))
                : ApiAnswers.KeyUsed();

        var subject = await subjects.FindAsync(input.Consultation, input.Criterion, cancel);
        if (subject.IsRefused(out var refusal)) return texts.Problem(refusal);
        var scheduled = await desk.ScheduleAsync(author, Words.PlanOf(input), subject.Value, Remember, cancel);
        if (scheduled.IsRefused(out refusal)) return texts.Problem(refusal);
        var poll = scheduled.Value;
        return Results.Created(Urls.Poll(poll), Tell(new PollView(poll, poll.StateAt(clock.GetUtcNow()), null)));

        void Remember(Poll poll, DateTimeOffset now)
        {
            if (key is { } given) db.Add(new Submission(author.Id, given, Urls.Poll(poll), now, poll.Id));
        }
    }

    private static Task<Poll?> FindAsync(long id, ForumDb db, CancellationToken cancel) =>
        db.Polls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);

    private static PollV1 Tell(PollView view)
    {
        var p = view.Poll;
        return new PollV1(
            p.Id, p.Question, p.Description, Urls.Poll(p), p.ConsultationId, p.CriterionCode, Words.Of(p.Kind), p.MostChoices, Words.Of(p.Electorate),
            Words.Of(p.ResultTiming), p.OpensAt, p.ClosesAt, view.State.ToString().ToLowerInvariant(),
            p.Closure is { } closure ? new EarlyClosingV1(closure.At, closure.Reason) : null,
            [.. p.Options.Select(o => new PollOptionV1(LedgerId.Of(o.Id), o.Label))], p.BallotCount, p.EligibleAtOpening);
    }

    /// <summary>The API's words for what the Domain has enums for.</summary>
    private static class Words
    {
        public static string Of(PollKind kind) => kind == PollKind.OneChoice ? "one" : "several";

        public static string Of(Electorate electorate) => electorate == Electorate.Members ? "members" : "verified";

        public static string Of(ResultTiming timing) => timing == ResultTiming.Live ? "live" : "after-close";

        public static Dictionary<string, string[]> Faults(NewPollV1 input)
        {
            var faults = new Dictionary<string, string[]>();
            if (input.Kind is not (null or "one" or "several")) faults["kind"] = ["one | several"];
            if (input.Electorate is not (null or "members" or "verified")) faults["electorate"] = ["members | verified"];
            if (input.Result is not (null or "live" or "after-close")) faults["result"] = ["live | after-close"];
            return faults;
        }

        public static PollPlan PlanOf(NewPollV1 input) => new(
            input.Question, input.Description, input.Options ?? [], input.Kind == "several" ? PollKind.SeveralChoices : PollKind.OneChoice, input.MostChoices,
            input.Electorate == "verified" ? Electorate.VerifiedPersons : Electorate.Members, input.Result == "live" ? ResultTiming.Live : ResultTiming.AfterClose,
            input.OpensAt?.ToUniversalTime(), input.ClosesAt?.ToUniversalTime());
    }
}
