using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

/// <summary>A length of time in the largest unit that says enough.</summary>
internal static class Spans
{
    public static string Of(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => T("kurang dari satu menit", "less than a minute"),
        { TotalHours: < 1 } => T($"{(int)span.TotalMinutes} menit", $"{(int)span.TotalMinutes} min"),
        { TotalDays: < 2 } => T($"{(int)span.TotalHours} jam", $"{(int)span.TotalHours} h"),
        _ => T($"{(int)span.TotalDays} hari", $"{(int)span.TotalDays} days"),
    };
}
