namespace Bungo.Forum.Domain.Recruitment;

/// <summary>One criterion as one version words it.</summary>
/// <param name="Code">Short and stable over versions (<c>K-3</c>); discussions hang on it.</param>
/// <param name="Text">Plain text; a blank line parts paragraphs.</param>
/// <param name="Weight">In whole percent, 0 to 100; null where the criterion is a requirement, not a score.</param>
/// <param name="LegalBasis">The rule it rests on, as cited; empty where there is none.</param>
public sealed record Criterion(string Code, string Title, string Text, int? Weight, Authority Authority, string LegalBasis);
