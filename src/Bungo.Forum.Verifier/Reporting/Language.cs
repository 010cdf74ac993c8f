using System.Globalization;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Export;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>
/// The two languages of the output. Both sentences stand side by side where they are used, Indonesian first, so
/// that none can be forgotten; those for faults stand in <see cref="FaultSentences"/>.
/// </summary>
public sealed class Language
{
    public const string Indonesian = "id";
    public const string English = "en";

    private readonly bool _isEnglish;

    private Language(bool isEnglish, string culture)
    {
        _isEnglish = isEnglish;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary>For numbers: 1.234 in Indonesian.</summary>
    public CultureInfo Culture { get; }

    public static Language Named(string name) => name == English ? new(true, "en") : new(false, "id-ID");

    public string Pick(string indonesian, string english) => _isEnglish ? english : indonesian;

    public string Pick((string Indonesian, string English) sentence) => Pick(sentence.Indonesian, sentence.English);

    public string Number(long count) => count.ToString("N0", Culture);

    public string Unreadable(ExportUnreadableException unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        return $"{Pick("Tidak dapat dinilai", "Cannot judge")}: {Pick(FaultSentences.Of(unreadable.Reason))}: {Printable(unreadable.Path)}"
            + (unreadable.InnerException is { } cause ? $" ({cause.Message})" : "");
    }

    /// <summary>What is wrong, in one sentence without the line it stands on.</summary>
    public string Sentence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var sentence = finding.Malformed is { } malformed ? Malformed(malformed) : Pick(FaultSentences.Of(finding.Fault));
        if (finding.OtherLine is { } other) sentence += $"; {Pick("bandingkan", "compare")} {ExportFolder.ActsFile} {Pick("baris", "line")} {Number(other)}";
        if (finding.Subject is { } subject) sentence += $" [{Printable(subject)}]";
        return sentence;
    }

    /// <summary>An export can come from anybody; what it holds must not steer the terminal it is shown on.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c =>
        char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
            : c.ToString()));

    private string Malformed(LedgerFormatException malformed)
    {
        var place = malformed.Offset is { } offset ? $"{Pick("bita", "byte")} {Number(offset)}" : Printable(malformed.Path ?? "");
        var detail = malformed.Detail is { } piece ? $" [{Printable(piece)}]" : "";
        return $"{place}: {Pick(FaultSentences.Of(malformed.Fault))}{detail}";
    }
}
