using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bungo.Forum.Verifier.Export;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>
/// The report for programs: one JSON object. Its keys and codes are English and stay; only <c>message</c> and
/// <c>notChecked</c> follow the language asked for.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    public static void Write(ExportReport report, Language language, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Verdict,
            report.Acts,
            Commitments = new { Total = report.Commitments, report.Matching, report.Erased, NotOpened = report.Unopened, report.Mismatching },
            Faults = report.Findings.Select(f => new
            {
                f.File,
                f.Line,
                Code = f.Malformed is { } malformed ? (object)malformed.Fault : f.Fault,
                f.OtherLine,
                Byte = f.Malformed?.Offset,
                f.Malformed?.Path,
                Subject = f.Subject ?? f.Malformed?.Detail,
                Message = language.Sentence(f),
            }),
            NotChecked = TextReport.NotChecked(language),
        },
        Options));

    public static void WriteUnreadable(ExportUnreadableException unreadable, Language language, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new { Verdict = Verdict.CannotJudge, Reason = unreadable.Reason, unreadable.Path, Message = language.Unreadable(unreadable) },
        Options));
}
