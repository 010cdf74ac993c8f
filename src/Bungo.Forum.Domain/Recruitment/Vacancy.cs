namespace Bungo.Forum.Domain.Recruitment;

/// <summary>A post to fill: where, by whom (education), and how many.</summary>
public sealed record Vacancy(string Code, string Title, string Unit, string Education, int Seats);
