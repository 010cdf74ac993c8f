using Bungo.Forum.Verifier.Export;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>The report for people: what was counted, each fault by its line, the verdict, and what was not looked at.</summary>
internal static class TextReport
{
    private const int WidthOfCounts = 10;

    public static void Write(ExportReport report, string folder, Language language, TextWriter output)
    {
        output.WriteLine($"{language.Pick("Pemeriksaan ekspor buku besar", "Check of a ledger export")}: {Language.Printable(folder)}");
        output.WriteLine();
        Count(report.Acts, language.Pick("tindakan", "acts"));
        Count(report.Commitments, language.Pick("komitmen, di antaranya", "commitments, of which"));
        Count(report.Matching, language.Pick("COCOK            isinya terbuka dan sama dengan yang dijanjikan", "MATCH            opened by the content committed to"));
        Count(report.Erased, language.Pick("TERHAPUS SAH     dihapus, dan penghapusannya tercatat", "ERASED           erased, and an act says so"));
        Count(report.Unopened, language.Pick(
            "TIDAK DIBUKA     dibatasi, masih disegel, atau hilang: ekspor saja tidak dapat membedakannya",
            "NOT OPENED       restricted, still sealed, or lost: an export alone cannot tell"));
        Count(report.Mismatching, language.Pick("TIDAK COCOK", "MISMATCH"));
        output.WriteLine();
        foreach (var finding in report.Findings)
            output.WriteLine($"{finding.File} {language.Pick("baris", "line")} {language.Number(finding.Line)}: {language.Sentence(finding)}");
        if (report.Findings.Count > 0) output.WriteLine();
        output.WriteLine($"{language.Pick("Putusan", "Verdict")}: {VerdictOf(report, language)}");
        output.WriteLine(NotChecked(language));

        void Count(long count, string what) => output.WriteLine($"{language.Number(count).PadLeft(WidthOfCounts)}  {what}");
    }

    public static string NotChecked(Language language) => language.Pick(
        "Belum diperiksa: apakah ada tindakan yang dihilangkan atau disisipkan sebelum diekspor; bukti penyertaan datang bersama buku bertegel.",
        "Not yet checked: whether an act was left out or slipped in before the export; inclusion proofs come with the tiled log.");

    private static string VerdictOf(ExportReport report, Language language) => report.Verdict switch
    {
        Verdict.Sound => language.Pick("UTUH", "SOUND"),
        Verdict.FaultFound => language.Pick($"ADA KESALAHAN ({language.Number(report.Findings.Count)})", $"FAULT FOUND ({language.Number(report.Findings.Count)})"),
        _ => language.Pick("TIDAK DAPAT DINILAI: tidak ada tindakan di dalamnya", "CANNOT JUDGE: there is no act in it"),
    };
}
