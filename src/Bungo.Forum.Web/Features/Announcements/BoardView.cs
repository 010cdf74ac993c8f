using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <param name="Inputs">Inputs so far, over all its topics.</param>
public sealed record OpenConsultation(string Slug, string Title, DateTimeOffset ClosesAt, int Inputs);

/// <param name="Eligible">How many could vote when it opened; null until that is on record.</param>
public sealed record OpenPoll(long Id, string Question, DateTimeOffset ClosesAt, int Ballots, int? Eligible);

/// <summary>What hangs in an office lobby: the newest words, and what people can still take part in.</summary>
public sealed record BoardView(
    IReadOnlyList<AnnouncementLine> Announcements, IReadOnlyList<OpenConsultation> Consultations, IReadOnlyList<OpenPoll> Polls, DateTimeOffset Now)
{
    // What is readable from five metres is little: more than this and each is too small.
    private const int MostAnnouncements = 6;
    private const int MostConsultations = 3;
    private const int MostPolls = 2;

    public static async Task<BoardView> ReadAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var announcements = await AnnouncementLine.From(
            db.Announcements.AsNoTracking().Where(a => a.Withdrawal == null)
                .OrderByDescending(a => a.Pin != null && a.Pin.Until > now).ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
                .Take(MostAnnouncements), now).ToListAsync(cancel);
        var consultations = await db.Consultations.AsNoTracking()
            .Where(c => c.Timetable.InputOpensAt <= now && c.Timetable.InputClosesAt > now)
            .OrderBy(c => c.Timetable.InputClosesAt).Take(MostConsultations)
            .Select(c => new OpenConsultation(
                c.Slug, c.Title, c.Timetable.InputClosesAt, db.Topics.Where(t => t.ConsultationId == c.Id).Sum(t => t.InputCount)))
            .ToListAsync(cancel);
        var polls = await db.Polls.AsNoTracking()
            .Where(p => p.OpensAt <= now && p.ClosesAt > now && p.Closure == null)
            .OrderBy(p => p.ClosesAt).Take(MostPolls)
            .Select(p => new OpenPoll(p.Id, p.Question, p.ClosesAt, p.BallotCount, p.EligibleAtOpening))
            .ToListAsync(cancel);
        return new(announcements, consultations, polls, now);
    }
}
