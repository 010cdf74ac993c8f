namespace Bungo.Forum.Contract.Recruitment.V1;

/// <summary>
/// A recruitment round as the recruitment core hands it over, JSON in UTF-8, format <c>bungo-recruitment/v1</c>.
/// Unknown members are refused. An example stands in <c>Features/Recruitment/Demo</c> of the site.
/// </summary>
/// <param name="Format">Always <c>bungo-recruitment/v1</c>.</param>
/// <param name="Code">Upper-case letters, digits and hyphens, 3 to 40 characters; the same round keeps its code.</param>
/// <param name="Kind"><c>cpns</c>, <c>pppk</c> or <c>lainnya</c>.</param>
/// <param name="Stages">In order of time; may be empty.</param>
/// <param name="Criteria">Null where none are published yet.</param>
public sealed record RoundV1(
    string Format, string Code, string Kind, string Title, int Year, IReadOnlyList<StageV1> Stages, IReadOnlyList<VacancyV1> Vacancies, CriteriaV1? Criteria);

/// <summary>A step, by calendar day (<c>2026-11-24</c>), both ends included.</summary>
public sealed record StageV1(string Code, string Title, DateOnly From, DateOnly To);

/// <param name="Seats">1 or more.</param>
public sealed record VacancyV1(string Code, string Title, string Unit, string Education, int Seats);

/// <param name="Version">1 or more; a version once taken never changes, and only a greater one may follow.</param>
public sealed record CriteriaV1(int Version, IReadOnlyList<CriterionV1> Items);

/// <param name="Code">Short and stable over versions: <c>K-3</c>.</param>
/// <param name="Text">Plain text; a blank line parts paragraphs.</param>
/// <param name="Weight">Whole percent, 0 to 100; null for a requirement that gives no score.</param>
/// <param name="Authority"><c>nasional</c> (cannot be changed in the regency), <c>daerah</c>, or <c>usulan</c> (proposal to the ministry).</param>
/// <param name="LegalBasis">As cited; required where the authority is national.</param>
public sealed record CriterionV1(string Code, string Title, string Text, int? Weight, string Authority, string? LegalBasis);
