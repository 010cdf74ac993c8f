using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Features.Consultations;

public sealed record ConsultationLine(Consultation Consultation, Phase Phase);

/// <summary>A criterion with the discussion about it; none while its topic has not been made.</summary>
public sealed record CriterionCard(Criterion Criterion, Topic? Topic);
