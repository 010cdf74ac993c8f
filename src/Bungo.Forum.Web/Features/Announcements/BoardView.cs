using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <param name="Inputs">Inputs so far, over all its topics.</param>
public sealed record OpenConsultation(string Title, DateTimeOffset ClosesAt, int Inputs);

/// <param name="Eligible">How many could vote when it opened; null until that is on record.</param>
public sealed record OpenPoll(string Question, DateTimeOffset ClosesAt, int Ballots, int? Eligible)
{
    /// <summary>Of those who could vote at the opening; who joined since can make it more than all, which says nothing.</summary>
    public double? Turnout => Eligible is > 0 and { } eligible ? Math.Min(1, (double)Ballots / eligible) : null;
}

/// <summary>What people in the lobby can still take part in, nearest deadline first.</summary>
public sealed record BoardSide(IReadOnlyList<OpenConsultation> Consultations, IReadOnlyList<OpenPoll> Polls, DateTimeOffset Now)
{
    // What is readable from five metres is little: more than this and each is too small.
    private const int MostConsultations = 3;
    private const int MostPolls = 2;

    public static async Task<BoardSide> ReadAsync(ForumDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var consultations = await db.Consultations.AsNoTracking()
            .Where(c => c.Timetable.InputOpensAt <= now && c.Timetable.InputClosesAt > now)
            .OrderBy(c => c.Timetable.InputClosesAt).Take(MostConsultations)
            .Select(c => new OpenConsultation(c.Title, c.Timetable.InputClosesAt, db.Topics.Where(t => t.ConsultationId == c.Id).Sum(t => t.InputCount)))
            .ToListAsync(cancel);
        var polls = await db.Polls.AsNoTracking()
            .Where(p => p.OpensAt <= now && p.ClosesAt > now && p.Closure == null)
            .OrderBy(p => p.ClosesAt).Take(MostPolls)
            .Select(p => new OpenPoll(p.Question, p.ClosesAt, p.BallotCount, p.EligibleAtOpening))
            .ToListAsync(cancel);
        return new(consultations, polls, now);
    }
}
