using System.Globalization;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;

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

    // 1.234 in Indonesian. Told here and not by a culture: the program must run where no culture data is installed.
    private readonly NumberFormatInfo _numbers;

    private Language(bool isEnglish, string groups)
    {
        _isEnglish = isEnglish;
        _numbers = new() { NumberGroupSeparator = groups };
    }

    public static Language Named(string name) => name == English ? new(true, ",") : new(false, ".");

    public string Pick(string indonesian, string english) => _isEnglish ? english : indonesian;

    public string Pick((string Indonesian, string English) sentence) => Pick(sentence.Indonesian, sentence.English);

    public string Number(long count) => count.ToString("N0", _numbers);

    public string Unreadable(PackageUnreadableException unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        return $"{Pick("Tidak dapat dinilai", "Cannot judge")}: {Pick(FaultSentences.Of(unreadable.Reason))}: {Printable(unreadable.Path)}"
            + (unreadable.InnerException switch
            {
                LedgerFormatException malformed => $" ({Malformed(malformed)})",
                { } cause => $" ({cause.Message})",
                null => "",
            });
    }

    public static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Where a fault is: the file, and the record's number in the log or the line's in the file.</summary>
    public string Place(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.At is not { } at) return Printable(finding.File);
        return $"{Printable(finding.File)} {(finding.IsLine ? Pick("baris", "line") : Pick("catatan", "entry"))} {Number(at)}";
    }

    /// <summary>What is wrong, in one sentence without its place.</summary>
    public string Sentence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var sentence = finding.Malformed is { } malformed ? Malformed(malformed, finding.File) : Pick(FaultSentences.Of(finding.Fault));
        if (finding.Other is { } other) sentence += $"; {Pick("bandingkan catatan", "compare entry")} {Number(other)}";
        if (finding.Subject is { } subject) sentence += $" [{Printable(subject)}]";
        return sentence;
    }

    /// <summary>A package can come from anybody; what it holds must not steer the terminal it is shown on.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c =>
        char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
            : c.ToString()));

    private string Malformed(LedgerFormatException malformed, string? file = null)
    {
        var place = malformed.Offset is { } offset ? $"{Pick("bita", "byte")} {Number(offset)}: " : malformed.Path == file ? "" : Printable(malformed.Path ?? "") + ": ";
        var detail = malformed.Detail is { } piece ? $" [{Printable(piece)}]" : "";
        return $"{place}{Pick(FaultSentences.Of(malformed.Fault))}{detail}";
    }
}
