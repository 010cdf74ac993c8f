using System.Globalization;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>A consultation a poll can be about, with the criteria it presents now.</summary>
public sealed record SubjectChoice(Consultation Consultation, IReadOnlyList<Criterion> Criteria);

/// <summary>What a poll can be about, for the form to offer and for the Domain to check.</summary>
public sealed class PollSubjects(ForumDb db, TimeProvider clock)
{
    private const int DaysSuggested = 7;

    public static string? ValueOf(long? consultation, string? code) =>
        consultation is null ? null : string.Create(CultureInfo.InvariantCulture, $"{consultation}") + (code is null ? "" : "/" + code);

    /// <summary>Published consultations that are not decided yet, newest first.</summary>
    public async Task<IReadOnlyList<SubjectChoice>> ListAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var open = await db.Consultations.AsNoTracking()
            .Where(c => c.Timetable.PublishedAt <= now && c.Timetable.AdoptedAt > now)
            .OrderByDescending(c => c.Id).Take(100)
            .Select(c => new
            {
                Consultation = c,
                Version = db.CriteriaVersions.FirstOrDefault(v => v.RoundId == c.RoundId && v.Number == c.CriteriaNumber),
            }).ToListAsync(cancel);
        return [.. open.Select(o => new SubjectChoice(o.Consultation, o.Version?.Criteria ?? []))];
    }

    /// <summary>
    /// When a new poll could close, for the form to offer: with the inputs of the consultation it is about, because both
    /// feed one decision; else at the end of the day a week from now.
    /// </summary>
    public DateTimeOffset SuggestedClose(IReadOnlyList<SubjectChoice> subjects, string? about)
    {
        var now = clock.GetUtcNow();
        var id = about?.Split('/')[0];
        var subject = subjects.FirstOrDefault(s => ValueOf(s.Consultation.Id, null) == id);
        return subject?.Consultation.Timetable.InputClosesAt is { } closes && closes > now.AddDays(1)
            ? closes
            : Wib.FromInput(Wib.Local(now).Date.AddDays(DaysSuggested + 1).AddMinutes(-1));
    }

    /// <param name="value">As <see cref="ValueOf"/> writes it.</param>
    public Task<Outcome<PollSubject>> FindAsync(string? value, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(value)) return Task.FromResult<Outcome<PollSubject>>(PollSubject.Free);
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var digits = slash < 0 ? value : value[..slash];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? FindAsync(id, slash < 0 ? null : value[(slash + 1)..], cancel)
            : Task.FromResult<Outcome<PollSubject>>(PollRefusals.ConsultationUnknown);
    }

    public async Task<Outcome<PollSubject>> FindAsync(long? consultationId, string? code, CancellationToken cancel)
    {
        if (consultationId is null) return string.IsNullOrEmpty(code) ? PollSubject.Free : PollRefusals.CriterionUnknown;
        var consultation = await db.Consultations.FirstOrDefaultAsync(c => c.Id == consultationId, cancel);
        if (consultation is null) return PollRefusals.ConsultationUnknown;
        var criteria = await db.CriteriaVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber, cancel);
        return PollSubject.Of(consultation, criteria, code, clock.GetUtcNow());
    }
}
