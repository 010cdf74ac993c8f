using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bungo.Forum.Verifier.Packages;

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

    public static void Write(CheckReport report, Language language, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Verdict,
            Log = report.Checkpoint is { } checkpoint
                ? new
                {
                    checkpoint.Origin,
                    checkpoint.Size,
                    Root = checkpoint.Root.ToBase64(),
                    SignedBy = report.Signatures!.Logs.Select(k => k.ToString()),
                    Witnesses = report.Signatures.Witnesses.Select(w => new { Name = w.Key, At = w.Value }),
                    Witnessed = report.Signatures.IsWitnessed,
                    KeysFromPackage = !report.AreKeysBrought,
                }
                : null,
            report.Acts,
            report.Commitments,
            report.Polls,
            report.Reports,
            report.Witnessed,
            report.KeptSize,
            report.Receipts,
            FaultCount = report.Findings.Count,
            Faults = report.Findings.Told.Select(f => new
            {
                f.File,
                Line = f.IsLine ? f.At : null,
                Entry = f.IsLine ? null : f.At,
                Code = f.Malformed is { } malformed ? (object)malformed.Fault : f.Fault,
                OtherEntry = f.Other,
                Byte = f.Malformed?.Offset,
                f.Malformed?.Path,
                Subject = f.Subject ?? f.Malformed?.Detail,
                Message = language.Sentence(f),
            }),
            NotChecked = TextReport.NotChecked(report, language),
        },
        Options));

    public static void WriteUnreadable(PackageUnreadableException unreadable, Language language, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new { Verdict = Verdict.CannotJudge, Reason = unreadable.Reason, unreadable.Path, Message = language.Unreadable(unreadable) },
        Options));
}
