using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>A consultation with the newest version of its criteria and the draft of the next.</summary>
public sealed record DraftDesk(Consultation Consultation, Round Round, CriteriaVersion Newest, CriteriaDraft? Draft);

/// <summary>
/// The office writes the next version of a consultation's criteria. All who bring a version of a round take turns by the
/// round's lock, so a draft is published over the version it was compared with or not at all. A refusal leaves the
/// transaction open; a page that goes on to show the form again ends it.
/// </summary>
public sealed class Drafting(ForumDb db, ActRecorder acts, ConsultationOpening opening, Viewer viewer)
{
    public async Task<DraftDesk?> ReadAsync(string slug, CancellationToken cancel)
    {
        if (await db.Consultations.Include(c => c.Round).FirstOrDefaultAsync(c => c.Slug == slug, cancel) is not { Round: { } round } consultation) return null;
        var newest = await db.CriteriaVersions.FirstAsync(v => v.RoundId == round.Id && v.Number == round.LastCriteria, cancel);
        return new DraftDesk(consultation, round, newest, await db.CriteriaDrafts.FirstOrDefaultAsync(d => d.RoundId == round.Id, cancel));
    }

    /// <returns>The draft; the one that is there when somebody was faster.</returns>
    public Task<Outcome<CriteriaDraft>?> BeginAsync(string slug, DateTimeOffset now, CancellationToken cancel) => ChangeAsync(slug, (desk, by) =>
    {
        if (desk.Draft is { } there) return there;
        var begun = CriteriaDraft.Begin(by, desk.Newest, now);
        if (!begun.IsRefused(out _)) db.Add(begun.Value);
        return begun;
    }, cancel);

    public Task<Outcome<CriteriaDraft>?> WriteAsync(string slug, DraftedCriterion criterion, int edition, DateTimeOffset now, CancellationToken cancel) =>
        ChangeAsync(slug, (desk, by) => desk.Draft is { } draft ? draft.Write(by, criterion, edition, now) : RecruitmentRefusals.DraftOutdated, cancel);

    public Task<Outcome<CriteriaDraft>?> DiscardAsync(string slug, DateTimeOffset now, CancellationToken cancel) => ChangeAsync(slug, (desk, by) =>
    {
        if (desk.Draft is not { } draft) return RecruitmentRefusals.DraftOutdated;
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        db.Remove(draft);
        return draft;
    }, cancel);

    /// <summary>The draft becomes a version, is presented, and every passage is followed into it: one commit.</summary>
    public async Task<Outcome<CriteriaVersion>?> PublishAsync(string slug, int edition, DateTimeOffset now, CancellationToken cancel)
    {
        if (await HoldAsync(slug, cancel) is not var (desk, by)) return null;
        if (desk.Draft is not { } draft) return RecruitmentRefusals.DraftOutdated;
        var published = draft.Publish(by, desk.Round, desk.Newest, edition, now);
        if (published.IsRefused(out var refusal)) return refusal;
        var version = published.Value;
        db.Add(version);
        db.Remove(draft);
        var presented = await opening.PresentAsync(by, desk.Consultation, version, cancel);
        if (presented.IsRefused(out refusal)) return refusal;
        await acts.CommitAsync([.. version.Criteria.Select(c => new CriterionPublished(desk.Round, version, c, by.Role)), .. presented.Value], cancel);
        return version;
    }

    private async Task<Outcome<CriteriaDraft>?> ChangeAsync(string slug, Func<DraftDesk, Account, Outcome<CriteriaDraft>> change, CancellationToken cancel)
    {
        if (await HoldAsync(slug, cancel) is not var (desk, by)) return null;
        var changed = change(desk, by);
        if (!changed.IsRefused(out _)) await acts.CommitAsync([], cancel);
        return changed;
    }

    private async Task<(DraftDesk Desk, Account By)?> HoldAsync(string slug, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        var named = await db.Consultations.Where(c => c.Slug == slug).Select(c => new { c.Id, c.Round!.Code }).FirstOrDefaultAsync(cancel);
        if (named is null) return null;
        await db.LockRoundAsync(named.Code, cancel);
        await db.LockConsultationAsync(named.Id, cancel);
        var by = await viewer.AccountAsync(cancel);
        return await ReadAsync(slug, cancel) is { } desk ? (desk, by) : null;
    }
}
