using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Domain.Polls;

/// <summary>What a poll is about: a consultation, one criterion of it, or neither.</summary>
public sealed record PollSubject
{
    public static readonly PollSubject Free = new(null, null);

    private PollSubject(Consultation? consultation, string? criterionCode) => (Consultation, CriterionCode) = (consultation, criterionCode);

    public Consultation? Consultation { get; }
    public string? CriterionCode { get; }

    /// <param name="criteria">The version the consultation presents now.</param>
    /// <param name="code">A criterion of it; empty for the consultation as a whole.</param>
    public static Outcome<PollSubject> Of(Consultation consultation, CriteriaVersion? criteria, string? code, DateTimeOffset now)
    {
        if (consultation.PhaseAt(now) == Phase.Unpublished) return PollRefusals.ConsultationUnknown;
        if (string.IsNullOrEmpty(code)) return new PollSubject(consultation, null);
        if (criteria?.Criteria.Any(c => c.Code == code) != true) return PollRefusals.CriterionUnknown;
        return new PollSubject(consultation, code);
    }
}
