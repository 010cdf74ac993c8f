using System.Globalization;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>The report for people: whose log, what was counted, each fault at its place, the verdict, and what was not looked at.</summary>
internal static class TextReport
{
    private const int WidthOfCounts = 12;

    public static void Write(CheckReport report, string place, Language language, TextWriter output)
    {
        output.WriteLine($"{language.Pick("Pemeriksaan buku besar publik", "Check of the public ledger")}: {Language.Printable(place)}");
        output.WriteLine();
        if (report.Checkpoint is { } checkpoint) WriteHead(report, checkpoint, language, output);
        WriteCounts(report, language, output);
        output.WriteLine();
        foreach (var finding in report.Findings.Told) output.WriteLine($"{language.Place(finding)}: {language.Sentence(finding)}");
        if (report.Findings.Count > report.Findings.Told.Count)
            output.WriteLine(language.Pick("... dan kesalahan lain", "... and more faults"));
        if (report.Findings.Count > 0) output.WriteLine();
        output.WriteLine($"{language.Pick("Putusan", "Verdict")}: {VerdictOf(report, language)}");
        foreach (var sentence in NotChecked(report, language)) output.WriteLine(sentence);
    }

    /// <summary>What the verdict does not cover; said always, so that nobody takes it for more.</summary>
    public static IEnumerable<string> NotChecked(CheckReport report, Language language)
    {
        if (!report.AreKeysBrought)
        {
            yield return language.Pick(
                "Kunci diambil dari paket ini sendiri: cocokkan dengan yang tertulis dalam keputusan bupati, atau berikan dengan --key.",
                "The keys were taken from the package itself: compare them with those in the regent's decree, or give them with --key.");
        }

        if (report.KeptSize is null)
        {
            yield return language.Pick(
                "Tidak diperiksa: kesinambungan dengan pemeriksaan terdahulu. Simpan kepala buku (--save-head) dan berikan lain kali dengan --head.",
                "Not checked: continuity with an earlier check. Keep the head (--save-head) and give it next time with --head.");
        }

        if (report.Commitments is null)
        {
            yield return language.Pick(
                "Tidak diperiksa: isi yang dibuka, hitung ulang jajak, dan laporan; semuanya ada dalam paket, bukan di alamat situs.",
                "Not checked: opened contents, recounts of polls and reports; those are in the package and not at the site's address.");
        }

        foreach (var unchecked_ in report.Reports.Where(r => r.Unchecked.Count > 0))
        {
            foreach (var why in unchecked_.Unchecked.GroupBy(u => u.Why))
            {
                yield return $"{language.Pick("Tidak dapat dihitung ulang dari buku", "Not recomputable from the log")} ({Language.Printable(unchecked_.Period)} v{unchecked_.Version}, "
                    + $"{language.Pick(FaultSentences.Of(why.Key))}): {string.Join(", ", Figures(why))}";
            }
        }
    }

    // A figure of which no cell is given is named once; of another each cell that is not.
    private static IEnumerable<string> Figures(IEnumerable<UncheckedNumber> numbers) =>
        numbers.GroupBy(n => n.Figure).Select(f => Language.Printable(f.Count() == 1 && f.Single().Cell == Definitions.Only ? f.Key : $"{f.Key} ({string.Join(", ", f.Select(n => n.Cell))})"));

    private static void WriteHead(CheckReport report, Ledger.Notes.Checkpoint checkpoint, Language language, TextWriter output)
    {
        Line(language.Pick("buku", "log"), Language.Printable(checkpoint.Origin));
        Line(language.Pick("akar", "root"), checkpoint.Root.ToBase64());
        foreach (var key in report.Signatures!.Logs) Line(language.Pick("ditandatangani", "signed by"), Language.Printable(key.ToString()));
        foreach (var (witness, at) in report.Signatures.Witnesses) Line(language.Pick("disaksikan", "witnessed by"), $"{Language.Printable(witness)}, {Language.Time(at)}");
        if (report.Witnessed is { } witnessed)
            Line(language.Pick("kuorum saksi", "quorum"), language.Pick($"{language.Number(witnessed.Size)} catatan pertama, {Language.Time(witnessed.At)}", $"the first {language.Number(witnessed.Size)} entries, {Language.Time(witnessed.At)}"));
        else if (!report.Signatures.IsWitnessed) Line(language.Pick("disaksikan", "witnessed by"), language.Pick("belum oleh cukup saksi", "not yet by enough witnesses"));
        if (report.KeptSize is { } kept) Line(language.Pick("kepala lama", "kept head"), language.Pick($"{language.Number(kept)} catatan", $"{language.Number(kept)} entries"));
        foreach (var receipt in report.Receipts)
        {
            var byWitnesses = receipt.IsWitnessed ? language.Pick(", disaksikan", ", witnessed") : "";
            Line(language.Pick("tanda terima", "receipt"), $"{receipt.Act}, {language.Pick("catatan", "entry")} {language.Number(receipt.Index)}{byWitnesses}");
        }

        output.WriteLine();

        void Line(string what, string value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-15} {value}"));
    }

    private static void WriteCounts(CheckReport report, Language language, TextWriter output)
    {
        if (report.Checkpoint is { } checkpoint) Count(checkpoint.Size, language.Pick("catatan, di antaranya", "entries, of which"));
        Count(report.Acts, language.Pick("tindakan yang terbaca", "acts that could be read"));
        if (report.Commitments is { } counts)
        {
            Count(counts.Total, language.Pick("komitmen, di antaranya", "commitments, of which"));
            Count(counts.Matching, language.Pick("COCOK                  isinya terbuka dan sama dengan yang dijanjikan", "MATCH                  opened by the content committed to"));
            Count(counts.Restricted, language.Pick("TERBATAS               ditahan, dan disebut demikian", "RESTRICTED             withheld, and said to be"));
            Count(counts.Sealed, language.Pick("DISEGEL                suara dalam jajak yang belum dihitung", "SEALED                 ballots of polls not counted yet"));
            Count(counts.Erased, language.Pick("TERHAPUS SAH           dihapus, dan penghapusannya tercatat", "ERASED LAWFULLY        erased, and an act says so"));
            Count(counts.Lost, language.Pick("HILANG TANPA CATATAN", "LOST WITHOUT RECORD"));
            Count(counts.Mismatching, language.Pick("TIDAK COCOK", "MISMATCH"));
        }

        foreach (var outcome in report.Reports)
            Count(outcome.Recomputed, language.Pick($"angka laporan {Language.Printable(outcome.Period)} v{outcome.Version} dihitung ulang dari buku dan sama", $"numbers of the report {Language.Printable(outcome.Period)} v{outcome.Version} counted again from the log, and equal"));
        if (report.Polls is not { } polls || polls is { Recounted: 0, Open: 0, Unpublished: 0 }) return;
        Count(polls.Recounted, language.Pick("jajak dihitung ulang dari suaranya", "polls counted again from their ballots"));
        if (polls.Open > 0) Count(polls.Open, language.Pick("jajak belum dihitung", "polls not counted yet"));
        if (polls.Unpublished > 0) Count(polls.Unpublished, language.Pick("jajak tanpa berkas suara: hasilnya tidak diperiksa", "polls without a file of ballots: their results were not checked"));

        void Count(long count, string what) => output.WriteLine($"{language.Number(count).PadLeft(WidthOfCounts)}  {what}");
    }

    private static string VerdictOf(CheckReport report, Language language) => report.Verdict switch
    {
        Verdict.Sound => language.Pick("UTUH", "SOUND"),
        Verdict.FaultFound => language.Pick($"ADA KESALAHAN ({language.Number(report.Findings.Count)})", $"FAULT FOUND ({language.Number(report.Findings.Count)})"),
        _ => language.Pick("TIDAK DAPAT DINILAI: tidak ada tindakan di dalamnya", "CANNOT JUDGE: there is no act in it"),
    };
}
