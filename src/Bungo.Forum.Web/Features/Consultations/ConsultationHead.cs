using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>
/// The top of a consultation as everybody sees it: phase, deadline, figures. The figures are sums over its
/// topics' own counters, one row a topic, however many posts there are; people are counted over an index.
/// </summary>
public sealed record ConsultationHead(Consultation Consultation, Phase Phase, int Inputs, int Answered, int Posts, int People, int Verified)
{
    /// <summary>Whole percents, never rounded up to all while one still waits.</summary>
    public int AnsweredPercent => Inputs == 0 ? 0 : (int)(100L * Answered / Inputs);

    public static async Task<ConsultationHead> ReadAsync(ForumDb db, Consultation consultation, DateTimeOffset now, CancellationToken cancel)
    {
        var id = consultation.Id;
        var sums = await db.Topics.Where(t => t.ConsultationId == id).GroupBy(_ => 1)
            .Select(g => new { Inputs = g.Sum(t => t.InputCount), Answered = g.Sum(t => t.AnsweredCount), Posts = g.Sum(t => t.LastNumber) })
            .SingleOrDefaultAsync(cancel);
        var people = await db.Accounts
            .Where(a => db.Participants.Any(p => p.ConsultationId == id && p.AccountId == a.Id))
            .GroupBy(a => a.VerifiedAt != null).Select(g => new { Verified = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new ConsultationHead(
            consultation, consultation.PhaseAt(now), sums?.Inputs ?? 0, sums?.Answered ?? 0, sums?.Posts ?? 0,
            people.Sum(p => p.Count), people.Where(p => p.Verified).Sum(p => p.Count));
    }
}
