using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Home;

public sealed record HomeConsultation(string Slug, string Title, Timetable Timetable, int Inputs)
{
    public bool IsOpen(DateTimeOffset now) => Timetable.InputOpensAt <= now && now < Timetable.InputClosesAt;
}

public sealed record HomePoll(long Id, string Slug, string Question, DateTimeOffset ClosesAt, int Ballots);

public sealed record HomeAnnouncement(string Slug, string Title, string Office, DateTimeOffset PublishedAt, bool IsPinned);

public sealed record HomeAnswer(long TopicId, string TopicSlug, string TopicTitle, int Number, string Office, DateTimeOffset PostedAt, string Body)
{
    private const int LongestExcerpt = 160;

    public string Address => Urls.Post(TopicId, TopicSlug, Number);
    public string Excerpt => Markdown.Excerpt(Body, LongestExcerpt);
}

public sealed record HomeFigures(int Inputs, int Answered)
{
    /// <summary>Whole percents, never rounded up to all while one still waits.</summary>
    public int AnsweredPercent => Inputs == 0 ? 0 : (int)(100L * Answered / Inputs);
}

/// <summary>What somebody who comes by wants to know first. Five reads: of what is open or new a handful of rows over an index, and one row a topic for the figures.</summary>
public sealed record HomeView(
    IReadOnlyList<HomeConsultation> Consultations, IReadOnlyList<HomePoll> Polls, IReadOnlyList<HomeAnnouncement> Announcements,
    IReadOnlyList<HomeAnswer> Answers, HomeFigures Figures)
{
    private const int MostConsultations = 6;
    private const int MostPolls = 4;
    private const int MostAnnouncements = 5;
    private const int MostAnswers = 4;

    public bool IsNew => Consultations.Count + Polls.Count + Announcements.Count + Answers.Count == 0 && Figures.Inputs == 0;

    public static async Task<HomeView> ReadAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel) => new(
        await ConsultationsAsync(db, now, cancel),
        await db.Polls.AsNoTracking().Where(p => p.OpensAt <= now && p.ClosesAt > now && p.Closure == null)
            .OrderBy(p => p.ClosesAt).Take(MostPolls)
            .Select(p => new HomePoll(p.Id, p.Slug, p.Question, p.ClosesAt, p.BallotCount)).ToListAsync(cancel),
        await db.Announcements.AsNoTracking().Where(a => a.Withdrawal == null)
            .OrderByDescending(a => a.Pin != null && a.Pin.Until > now).ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(MostAnnouncements)
            .Select(a => new HomeAnnouncement(a.Slug, a.Title, a.Office, a.PublishedAt, a.Pin != null && a.Pin.Until > now)).ToListAsync(cancel),
        await AnswersAsync(db, now, cancel),
        await FiguresAsync(db, now, cancel));

    // Open ones by the nearest deadline, then those about to open.
    private static Task<List<HomeConsultation>> ConsultationsAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel) =>
        db.Consultations.AsNoTracking().Where(c => c.Timetable.PublishedAt <= now && c.Timetable.InputClosesAt > now)
            .OrderBy(c => c.Timetable.InputOpensAt > now).ThenBy(c => c.Timetable.InputClosesAt).Take(MostConsultations)
            .Select(c => new HomeConsultation(c.Slug, c.Title, c.Timetable, db.Topics.Where(t => t.ConsultationId == c.Id).Sum(t => t.InputCount)))
            .ToListAsync(cancel);

    private static Task<List<HomeAnswer>> AnswersAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel) =>
        Visible(db, now).Where(p => p.Office != null && p.ParentId != null && p.Hiding == null && p.WithdrawnAt == null)
            .OrderByDescending(p => p.PostedAt).Take(MostAnswers)
            .Select(p => new HomeAnswer(p.TopicId, p.Topic!.Slug, p.Topic.Title, p.Number, p.Office!, p.PostedAt, p.Body))
            .ToListAsync(cancel);

    private static IQueryable<Post> Visible(ForumDb db, DateTimeOffset now) =>
        db.Posts.AsNoTracking().Where(p => p.Topic!.Consultation == null || p.Topic.Consultation.Timetable.PublishedAt <= now);

    // The topics keep these counts themselves; no post is counted here.
    private static async Task<HomeFigures> FiguresAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel) =>
        await db.Topics.AsNoTracking().Where(t => t.Consultation == null || t.Consultation.Timetable.PublishedAt <= now)
            .GroupBy(_ => 1).Select(g => new HomeFigures(g.Sum(t => t.InputCount), g.Sum(t => t.AnsweredCount))).SingleOrDefaultAsync(cancel)
        ?? new HomeFigures(0, 0);
}
