using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>
/// Puts criteria before the public: the consultation and one topic for each criterion, together. The page and
/// the demonstration come this way; it holds what neither should know twice, the making of topics and a free slug.
/// </summary>
public sealed class ConsultationOpening(ForumDb db, ActRecorder acts, TimeProvider clock)
{
    public async Task<Outcome<Consultation>> PublishAsync(
        Account by, string? title, string? summary, Round round, Timetable timetable, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await acts.BeginAsync(cancel);
        var criteria = await db.CriteriaVersions.FirstOrDefaultAsync(v => v.RoundId == round.Id && v.Number == round.LastCriteria, cancel);
        var published = Consultation.Publish(by, title, summary, round, criteria, timetable, now);
        if (published.IsRefused(out var refusal)) return refusal;
        var consultation = published.Value;
        // Two consultations of one title at once: the lock makes the second see the first's slug.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"slug:" + consultation.Slug}))", cancel);
        if (await db.Consultations.AnyAsync(c => c.Slug == consultation.Slug, cancel)) consultation.TakeSlug($"{consultation.Slug}-{round.Code.ToLowerInvariant()}");
        if (await db.Consultations.AnyAsync(c => c.Slug == consultation.Slug, cancel)) consultation.TakeSlug($"{consultation.Slug}-{Guid.NewGuid().ToString("N")[..6]}");
        db.Add(consultation);
        consultation.Advance(now);
        var recorded = new List<Act> { new ConsultationChanged(consultation) };
        recorded.AddRange(AddTopics(consultation, criteria!.Criteria, now));
        await acts.CommitAsync(recorded, cancel);
        return consultation;
    }

    /// <summary>Presents the round's newest criteria; criteria that are new get their topic, others keep theirs.</summary>
    /// <returns>False when the newest is presented already.</returns>
    public async Task<Outcome<bool>> PresentNewestAsync(Account by, long consultationId, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockConsultationAsync(consultationId, cancel);
        var consultation = await db.Consultations.Include(c => c.Round).FirstAsync(c => c.Id == consultationId, cancel);
        if (consultation.Round!.LastCriteria <= consultation.CriteriaNumber)
        {
            await db.Database.RollbackTransactionAsync(cancel);
            return false;
        }

        var version = await db.CriteriaVersions.FirstAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.Round.LastCriteria, cancel);
        var presented = await PresentAsync(by, consultation, version, cancel);
        if (presented.IsRefused(out var refusal)) return refusal;
        await acts.CommitAsync(presented.Value, cancel);
        return true;
    }

    /// <summary>What is recorded when this version takes the place of the one presented. The caller holds the consultation's row and commits.</summary>
    public async Task<Outcome<List<Act>>> PresentAsync(Account by, Consultation consultation, CriteriaVersion version, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (consultation.Present(by, version, now).IsRefused(out var refusal)) return refusal;
        var known = await db.Topics.Where(t => t.ConsultationId == consultation.Id && t.CriterionCode != null).ToListAsync(cancel);
        return (List<Act>)[new CriteriaPresented(consultation, version, known), .. AddTopics(consultation, version.Criteria.Where(c => known.All(t => t.CriterionCode != c.Code)), now)];
    }

    private List<Act> AddTopics(Consultation consultation, IEnumerable<Criterion> criteria, DateTimeOffset now)
    {
        var opened = new List<Act>();
        foreach (var criterion in criteria)
        {
            var topic = Topic.ForCriterion(consultation, criterion.Code, criterion.Title, now);
            db.Add(topic);
            opened.Add(new TopicOpened(topic, null));
        }

        return opened;
    }
}
