using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>Announcements for programs: read as the feeds give them, written by the verbs of the form.</summary>
internal static class AnnouncementsApi
{
    private const int PageSize = 100;

    public static void MapAnnouncementsApi(this WebApplication app)
    {
        var announcements = app.MapGroup("/api/v1/announcements").WithTags("announcements");
        announcements.MapGet("", ListAsync).AllowAnonymous().WithSummary("Published announcements, newest first, withdrawn ones marked");
        announcements.MapPost("", WriteAsync).RequireAuthorization(nameof(Permission.PublishAnnouncement))
            .Produces<AnnouncementWrittenV1>(StatusCodes.Status201Created).WithSummary("Write an announcement: a draft, one for later, or published at once");
    }

    private static async Task<Slice<AnnouncementV1>> ListAsync(AnnouncementReading reading, IOptions<RegionOptions> region, string? after, CancellationToken cancel)
    {
        var (items, next) = await reading.WholeAsync(after, PageSize, cancel);
        return new([.. items.Select(i => Tell(i, region.Value.PublicAddress))], next);
    }

    private static async Task<IResult> WriteAsync(
        NewAnnouncementV1 input, HttpRequest request, ForumDb db, ActRecorder acts, Publishing publishing, Viewer viewer, RefusalTexts texts, TimeProvider clock, CancellationToken cancel)
    {
        var state = input.State ?? (input.PublishAt is null ? "published" : "scheduled");
        if (Faults(state, input) is { Count: > 0 } faults) return Results.ValidationProblem(faults);
        await acts.BeginAsync(cancel);
        await db.LockAccountAsync(viewer.Id, cancel);
        var author = await viewer.AccountAsync(cancel);
        var key = request.IdempotencyKey();
        if (key is { } repeated && await db.FindSubmissionAsync(author.Id, repeated, cancel) is { } sent)
            return sent is { SubjectId: { } made } && sent.Address.StartsWith(Urls.Announcements, StringComparison.Ordinal) ? Created(sent.Address, made, sent.ActId) : ApiAnswers.KeyUsed();

        var action = state switch { "published" => WrittenDraft.Publish, "scheduled" => WrittenDraft.Schedule, _ => null };
        var done = await publishing.WriteAsync(new WrittenDraft(input.Title, input.Body, input.PublishAt, input.PinnedUntil, 0, action), null, author, cancel);
        if (done.IsRefused(out var refusal)) return texts.Problem(refusal);
        var (id, address, act) = done.Value switch
        {
            AnnouncementPublished published => (published.Announcement.Id, Urls.Announcement(published.Announcement.Slug), published.ActId),
            AnnouncementPrepared prepared => (prepared.Draft.Id, Urls.AnnouncementDraft(prepared.Draft.Id), (Guid?)null),
            var other => throw new InvalidOperationException($"{other} is no act of writing."),
        };
        if (key is { } given) db.Add(new Submission(author.Id, given, address, clock.GetUtcNow(), id, act));
        await acts.CommitAsync(done.Value, cancel);
        return Created(address, id, act);
    }

    // Told from what a submission keeps, so that a request sent again is answered as the first, whatever came since.
    private static IResult Created(string address, long id, Guid? act) => Results.Created(address, act is { } recorded
        ? new AnnouncementWrittenV1(id, address[(address.LastIndexOf('/') + 1)..], 1, LedgerId.Of(recorded))
        : new AnnouncementWrittenV1(id, null, null, null));

    private static Dictionary<string, string[]> Faults(string state, NewAnnouncementV1 input)
    {
        var faults = new Dictionary<string, string[]>();
        if (state is not ("draft" or "scheduled" or "published")) faults["state"] = ["draft | scheduled | published"];
        else if (state != "scheduled" && input.PublishAt is not null) faults["publishAt"] = [T("Hanya untuk yang dijadwalkan (scheduled).", "Only for a scheduled one.")];
        return faults;
    }

    private static AnnouncementV1 Tell(FeedItem i, string site) => new(
        i.Id, i.Slug, i.Title, Urls.Announcement(i.Slug), i.Office, i.Body, Markdown.Plain(i.Body), i.Html(site), i.PublishedAt, i.ChangedAt, i.IsPinned,
        i.Number - 1, i.Withdrawal is { } withdrawal ? new AnnouncementWithdrawalV1(withdrawal.At, withdrawal.Reason) : null);
}
