using System.Globalization;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>Topics and posts for programs. Lists go on by cursor; writing follows the same verbs as the pages.</summary>
internal static class DiscussionsApi
{
    private const int PageSize = 100;

    public static void MapDiscussionsApi(this WebApplication app)
    {
        var topics = app.MapGroup("/api/v1/topics").WithTags("topics");
        topics.MapGet("", ListAsync).AllowAnonymous().WithSummary("Topics, newest first; of one consultation when asked so");
        topics.MapGet("/{id:long}", GetAsync).AllowAnonymous().WithSummary("One topic");
        topics.MapGet("/{id:long}/posts", PostsAsync).AllowAnonymous().WithSummary("Posts by number");
        topics.MapPost("", OpenAsync).RequireAuthorization(nameof(Permission.OpenTopic)).WithSummary("Open a topic with its first post");
        topics.MapPost("/{id:long}/posts", ReplyAsync).RequireAuthorization(nameof(Permission.Participate)).WithSummary("Post an input or a reply");
        var support = app.MapGroup("/api/v1/posts/{id:long}/support").WithTags("posts").RequireAuthorization(nameof(Permission.Participate));
        support.MapPut("", (long id, Supporting supporting, RefusalTexts texts, CancellationToken cancel) => SupportAsync(id, true, supporting, texts, cancel))
            .WithSummary("Give support; given already, it stays given");
        support.MapDelete("", (long id, Supporting supporting, RefusalTexts texts, CancellationToken cancel) => SupportAsync(id, false, supporting, texts, cancel))
            .WithSummary("Take support back; not given, nothing changes");
    }

    private static async Task<Slice<TopicV1>> ListAsync(ForumDb db, TimeProvider clock, long? consultation, long? after, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Topics.AsNoTracking()
            .Where(t => (consultation == null || t.ConsultationId == consultation) && (after == null || t.Id < after))
            .Where(t => t.Consultation == null || t.Consultation.Timetable.PublishedAt <= now)
            .OrderByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancel);
        var next = found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new([.. found.Take(PageSize).Select(Tell)], next);
    }

    private static async Task<IResult> GetAsync(long id, ForumDb db, TimeProvider clock, CancellationToken cancel) =>
        await VisibleAsync(id, db, clock, cancel) is { } topic ? Results.Ok(Tell(topic)) : Results.NotFound();

    private static async Task<IResult> PostsAsync(long id, ForumDb db, TimeProvider clock, int? after, CancellationToken cancel)
    {
        if (await VisibleAsync(id, db, clock, cancel) is null) return Results.NotFound();
        var found = await PostView.From(db.Posts.AsNoTracking().Where(p => p.TopicId == id && p.Number > (after ?? 0)).OrderBy(p => p.Number).Take(PageSize + 1))
            .ToListAsync(cancel);
        var next = found.Count > PageSize ? found[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return Results.Ok(new Slice<PostV1>([.. found.Take(PageSize).Select(Tell)], next));
    }

    private static async Task<IResult> ReplyAsync(
        long id, NewPostV1 input, HttpRequest request, ForumDb db, Posting posting, RefusalTexts texts, CancellationToken cancel)
    {
        if (StanceOf(input.Stance) is not { } stance) return Results.ValidationProblem(new Dictionary<string, string[]> { ["stance"] = ["support | oppose | neutral"] });
        if (await posting.ReplyAsync(id, input.ReplyTo, input.Body, stance.Value, request.IdempotencyKey(), cancel) is not { } posted) return Results.NotFound();
        if (posted.IsRefused(out var refusal)) return texts.Problem(refusal);
        return posted.Value.Made is { } made
            ? Results.Created(posted.Value.Address, new PostedV1(made.Post.Id, made.Post.Number, LedgerId.Of(made.ActId)))
            : await AgainAsync(posted.Value.Earlier!, db, opensTopic: false, cancel);
    }

    private static async Task<IResult> OpenAsync(
        NewTopicV1 input, HttpRequest request, ForumDb db, Posting posting, RefusalTexts texts, TimeProvider clock, CancellationToken cancel)
    {
        var consultation = input.Consultation is null ? null : await db.Consultations.FirstOrDefaultAsync(c => c.Id == input.Consultation, cancel);
        if (input.Consultation is not null && (consultation is null || consultation.PhaseAt(clock.GetUtcNow()) == Phase.Unpublished)) return Results.NotFound();
        var posted = await posting.OpenAsync(consultation, input.Title, input.Body, request.IdempotencyKey(), cancel);
        if (posted.IsRefused(out var refusal)) return texts.Problem(refusal);
        return posted.Value.Made is { } made
            ? Results.Created(posted.Value.Address, new TopicOpenedV1(made.Topic.Id, made.Post.Id, made.Post.Number, LedgerId.Of(made.ActId)))
            : await AgainAsync(posted.Value.Earlier!, db, opensTopic: true, cancel);
    }

    private static async Task<IResult> SupportAsync(long id, bool wanted, Supporting supporting, RefusalTexts texts, CancellationToken cancel)
    {
        if (await supporting.SetAsync(id, wanted, cancel) is not { } set) return Results.NotFound();
        return set.IsRefused(out var refusal) ? texts.Problem(refusal) : Results.Ok(new SupportV1(id, wanted, set.Value.SupportCount));
    }

    private static Task<Topic?> VisibleAsync(long id, ForumDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && (t.Consultation == null || t.Consultation.Timetable.PublishedAt <= now), cancel);
    }

    // The post made by the first sending is told again, with its act.
    private static async Task<IResult> AgainAsync(Submission done, ForumDb db, bool opensTopic, CancellationToken cancel)
    {
        if (done is not { SubjectId: { } id, ActId: { } act } || opensTopic == done.Address.Contains('#', StringComparison.Ordinal)) return ApiAnswers.KeyUsed();
        var post = await db.Posts.Where(p => p.Id == id).Select(p => new { p.Number, p.TopicId }).FirstOrDefaultAsync(cancel);
        if (post is null) return ApiAnswers.KeyUsed();
        return opensTopic
            ? Results.Created(done.Address, new TopicOpenedV1(post.TopicId, id, post.Number, LedgerId.Of(act)))
            : Results.Created(done.Address, new PostedV1(id, post.Number, LedgerId.Of(act)));
    }

    /// <returns>Null for a word that is no stance; a null stance where none was given.</returns>
    private static (bool Given, Stance? Value)? StanceOf(string? text) =>
        text is null ? (false, null) : Enum.TryParse<Stance>(text, ignoreCase: true, out var stance) && Enum.IsDefined(stance) ? (true, stance) : null;

    private static TopicV1 Tell(Topic t) => new(
        t.Id, t.Title, Urls.Topic(t), t.ConsultationId, t.CriterionCode, t.OpenedAt, t.LastPostAt, t.LastNumber, t.InputCount, t.AnsweredCount,
        new StancesV1(t.Stances.Support, t.Stances.Oppose, t.Stances.Neutral), t.IsLocked);

    private static PostV1 Tell(PostView p) => new(
        p.Id, p.Number, p.Depth, p.ParentId, p.ErasedAt is not null ? "erased" : p.Hiding is not null ? "hidden" : p.WithdrawnAt is not null ? "withdrawn" : "readable",
        p.IsReadable && p.AuthorName.Length > 0 ? p.AuthorName : null, p.IsReadable && p.IsVerified, p.Office, p.Stance?.ToString().ToLowerInvariant(),
        p.Body, p.PostedAt, p.EditedAt, p.SupportCount, p.ReplyCount, p.Address);
}
