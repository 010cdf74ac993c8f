using System.CommandLine;
using System.CommandLine.Help;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier;

/// <summary>
/// The command line: reads a package or the site, says what it found in words or in JSON, and answers with the exit
/// status that scripts rely on. A wrong command line and an unreadable package are both "cannot judge": neither must
/// look like a fault in the ledger, and least of all like a sound one.
/// </summary>
public static class VerifyCommand
{
    public const int Sound = 0;
    public const int FaultFound = 1;
    public const int CannotJudge = 2;

    private const string Description = """
        Memeriksa buku besar publik tanpa mempercayai siapa pun.
        Check the public ledger, trusting nobody.

        Diperiksa: tanda tangan kepala buku, setiap catatan terhadap pohon Merkle, bentuk setiap tindakan, riwayat setiap
        objek, urutan waktu, kecocokan setiap isi dengan komitmennya, alasan setiap isi yang tidak dibuka, hitung ulang
        jajak dan angka laporan; dengan --head juga bahwa buku ini kelanjutan dari yang Anda lihat dahulu.
        Checked: the signatures of the checkpoint, every entry against the Merkle tree, the form of each act, the history
        of each object, the order of times, that each content matches its commitment, why others are not open, recounts
        of polls and of the numbers in reports; with --head also that this log goes on from the one you saw before.

        Status keluar / exit status: 0 utuh / sound, 1 ada kesalahan / fault found, 2 tidak dapat dinilai / cannot judge.
        """;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var place = new Argument<string>("DIR|ZIP|URL") { Description = "Paket, atau alamat buku di situs / a package, or the log's address: https://.../buku/v1/" };
        var keys = new Option<string[]>("--key") { Description = "Kunci buku dari keputusan bupati / the log's key (vkey), from the decree" };
        var policy = new Option<string?>("--policy") { Description = "Berkas kebijakan saksi Anda sendiri / your own policy file" };
        var head = new Option<string?>("--head") { Description = "Kepala buku dari pemeriksaan terdahulu / the checkpoint kept from an earlier check" };
        var save = new Option<string?>("--save-head") { Description = "Simpan kepala buku bila utuh / keep the checkpoint if all is sound" };
        var receipts = new Option<string[]>("--receipt") { Description = "Tanda terima (.tlog-proof) / a receipt" };
        var language = new Option<string>("--lang") { Description = "Bahasa keluaran / language of the output", DefaultValueFactory = _ => Language.Indonesian };
        language.AcceptOnlyFromAmong(Language.Indonesian, Language.English);
        var json = new Option<bool>("--json") { Description = "Keluaran untuk mesin / output for machines" };
        var command = new Command("verify", Description) { place, keys, policy, head, save, receipts, language, json, new HelpOption() };
        command.SetAction(parse => Check(
            parse.GetRequiredValue(place),
            new(parse.GetValue(keys) ?? [], parse.GetValue(policy), parse.GetValue(head), parse.GetValue(receipts) ?? []),
            parse.GetValue(save),
            new Output(Language.Named(parse.GetRequiredValue(language)), parse.GetValue(json), output, error)));

        var parsed = command.Parse(args);
        var status = parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? CannotJudge : status;
    }

    private static int Check(string place, Brought brought, string? saveHead, Output to)
    {
        CheckReport report;
        try
        {
            using var package = Package.Open(place);
            report = ProgressBar.Run(!to.AsJson && ReferenceEquals(to.Error, Console.Error), to.Language, progress => PackageCheck.Run(package, brought, progress));
            if (saveHead is not null && report.Verdict == Verdict.Sound) File.WriteAllBytes(saveHead, report.KeptHead.ToArray());
        }
        catch (PackageUnreadableException unreadable)
        {
            if (to.AsJson) JsonReport.WriteUnreadable(unreadable, to.Language, to.Out);
            else to.Error.WriteLine(to.Language.Unreadable(unreadable));
            return CannotJudge;
        }

        if (to.AsJson) JsonReport.Write(report, to.Language, to.Out);
        else TextReport.Write(report, place, to.Language, to.Out);
        return report.Verdict switch
        {
            Verdict.Sound => Sound,
            Verdict.FaultFound => FaultFound,
            _ => CannotJudge,
        };
    }

    private sealed record Output(Language Language, bool AsJson, TextWriter Out, TextWriter Error);
}
