using System.CommandLine;
using System.CommandLine.Help;
using Bungo.Forum.Verifier.Export;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier;

/// <summary>
/// The command line: reads an export, says what it found in words or in JSON, and answers with the exit status
/// that scripts rely on. A wrong command line and an unreadable folder are both "cannot judge": neither must
/// look like a fault in the ledger, and least of all like a sound one.
/// </summary>
public static class VerifyCommand
{
    public const int Sound = 0;
    public const int FaultFound = 1;
    public const int CannotJudge = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder ekspor: acts.jsonl dan openings.jsonl / export folder" };
        var language = new Option<string>("--lang") { Description = "Bahasa keluaran / language of the output", DefaultValueFactory = _ => Language.Indonesian };
        language.AcceptOnlyFromAmong(Language.Indonesian, Language.English);
        var json = new Option<bool>("--json") { Description = "Keluaran untuk mesin / output for machines" };
        var command = new Command("verify", Description) { folder, language, json, new HelpOption() };
        command.SetAction(parse => Check(
            parse.GetRequiredValue(folder), Language.Named(parse.GetRequiredValue(language)), parse.GetValue(json), output, error));

        var parsed = command.Parse(args);
        var status = parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? CannotJudge : status;
    }

    private const string Description = """
        Memeriksa ekspor buku besar publik tanpa mempercayai siapa pun.
        Check an export of the public ledger, trusting nobody.

        Diperiksa: bentuk setiap baris, keunikan tindakan, riwayat setiap objek, urutan waktu, dan kecocokan setiap isi
        yang terbuka dengan komitmennya. BELUM diperiksa: apakah ada tindakan yang dihilangkan atau disisipkan
        sebelum diekspor; bukti penyertaan (inclusion proof) datang bersama buku bertegel (tiled log).
        Checked: the form of each line, that acts are unique, the history of each object, the order of times, and
        that each public content matches its commitment. NOT yet checked: whether an act was left out or slipped in
        before the export; inclusion proofs come with the tiled log.

        Status keluar / exit status: 0 utuh / sound, 1 ada kesalahan / fault found, 2 tidak dapat dinilai / cannot judge.
        """;

    private static int Check(string folder, Language language, bool asJson, TextWriter output, TextWriter error)
    {
        ExportReport report;
        try
        {
            report = new ExportFolder(folder).Check();
        }
        catch (ExportUnreadableException unreadable)
        {
            if (asJson) JsonReport.WriteUnreadable(unreadable, language, output);
            else error.WriteLine(language.Unreadable(unreadable));
            return CannotJudge;
        }

        if (asJson) JsonReport.Write(report, language, output);
        else TextReport.Write(report, folder, language, output);
        return report.Verdict switch
        {
            Verdict.Sound => Sound,
            Verdict.FaultFound => FaultFound,
            _ => CannotJudge,
        };
    }
}
