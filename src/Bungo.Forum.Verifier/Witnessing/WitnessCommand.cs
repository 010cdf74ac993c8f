using System.CommandLine;
using System.CommandLine.Help;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>
/// <c>./forum witness</c>: the institution's tool beside the verifier. Its exit status is the verifier's: 0 cosigned and
/// handed over, 1 the log is not the one cosigned before or is not sound, 2 nothing could be judged or handed over.
/// </summary>
public static class WitnessCommand
{
    private const string Description = """
        Saksi buku besar publik: memeriksa bahwa buku hanya bertambah, lalu ikut menandatangani kepalanya.
        Witness of the public ledger: checks that the log has only grown, then cosigns its head.

        Sekali / once:            witness new DIR --name lembaga.contoh.id/saksi
                                  witness log DIR --key VKEY --url https://.../buku/v1/
        Tiap jam oleh cron / hourly by cron:  witness DIR
        Sebagai peladen / as a server:        witness DIR --urls http://127.0.0.1:8711
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder saksi / the witness's folder" };

    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var urls = new Option<string?>("--urls") { Description = "Jawab POST add-checkpoint di alamat ini / answer POST add-checkpoint at this address" };
        var full = new Option<bool>("--full") { Description = "Periksa setiap catatan dahulu / check every record first" };
        var keep = new Option<bool>("--no-send") { Description = "Jangan kirim; simpan berkasnya saja / do not send, only keep the file" };
        var language = new Option<string>("--lang") { Description = "Bahasa keluaran / language of the output", DefaultValueFactory = _ => Language.Indonesian };
        language.AcceptOnlyFromAmong(Language.Indonesian, Language.English);
        var command = new Command("witness", Description) { Folder, urls, full, keep, language, New(output), Log(output), new HelpOption() };
        command.SetAction(parse => parse.GetValue(urls) is { } address
            ? Serve(parse.GetRequiredValue(Folder), address, output, clock)
            : Pull(parse.GetRequiredValue(Folder), parse.GetValue(full), !parse.GetValue(keep), new(Language.Named(parse.GetRequiredValue(language)), output, clock)));

        var parsed = command.Parse(args);
        try
        {
            var status = parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? VerifyCommand.CannotJudge : status;
        }
        catch (Exception wrong) when (wrong is WitnessFolderException or LedgerFormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(Language.Printable(wrong.Message));
            return VerifyCommand.CannotJudge;
        }
    }

    private static Command New(TextWriter output)
    {
        var name = new Option<string>("--name") { Required = true, Description = "Nama kunci, biasanya alamat lembaga tanpa skema / the key's name, an address without scheme" };
        var command = new Command("new", "Buat kunci saksi / make the witness's key") { Folder, name };
        command.SetAction(parse =>
        {
            output.WriteLine(WitnessFolder.Create(parse.GetRequiredValue(Folder), parse.GetRequiredValue(name)).Signer.Key);
            return VerifyCommand.Sound;
        });
        return command;
    }

    private static Command Log(TextWriter output)
    {
        var key = new Option<string>("--key") { Required = true, Description = "Kunci buku dari keputusan bupati / the log's key (vkey), from the decree" };
        var url = new Option<string?>("--url") { Description = "Alamat buku / the log's address: https://.../buku/v1/" };
        var command = new Command("log", "Saksikan sebuah buku, atau percayai kunci barunya / watch a log, or trust its new key") { Folder, key, url };
        command.SetAction(parse =>
        {
            var log = VerifierKey.Parse(parse.GetRequiredValue(key));
            WitnessFolder.Open(parse.GetRequiredValue(Folder)).Add(log, parse.GetValue(url));
            output.WriteLine(log.Name);
            return VerifyCommand.Sound;
        });
        return command;
    }

    private static int Serve(string folder, string urls, TextWriter output, TimeProvider clock)
    {
        var app = WitnessServer.Build(WitnessFolder.Open(folder), urls, clock);
        app.Lifetime.ApplicationStarted.Register(() => output.WriteLine($"Saksi siap / witness ready: {string.Join(' ', app.Urls)}"));
        app.Run();
        return VerifyCommand.Sound;
    }

    private static int Pull(string place, bool full, bool send, Speaker to)
    {
        var folder = WitnessFolder.Open(place);
        var statuses = folder.Logs.Where(l => l.Url is not null).DistinctBy(l => l.Key.Name).Select(log => Pull(folder, log, full, send, to)).ToList();
        return statuses.Contains(VerifyCommand.FaultFound) ? VerifyCommand.FaultFound
            : statuses.Count > 0 ? statuses.Max() : VerifyCommand.CannotJudge;
    }

    private static int Pull(WitnessFolder folder, TrustedLog log, bool full, bool send, Speaker to)
    {
        try
        {
            using var package = Package.Open(log.Url!);
            var outcome = new PullRound(folder, to.Clock).Run(log.Key.Name, package, full);
            if (outcome.Cosigned is not { } note)
            {
                to.Say($"{log.Key.Name}: TIDAK DITANDATANGANI ({outcome.Reason})", $"{log.Key.Name}: NOT COSIGNED ({outcome.Reason})");
                return VerifyCommand.FaultFound;
            }

            var file = folder.KeepCosigned(note, log.Key.Name);
            to.Say($"{log.Key.Name}: {outcome.Checkpoint!.Size} catatan disaksikan; {file}", $"{log.Key.Name}: {outcome.Checkpoint.Size} entries witnessed; {file}");
            if (!send || package.IsCopy || Handover.Send(log.Url!, note) is not { } refusal) return VerifyCommand.Sound;
            to.Say($"Tidak terkirim ({refusal}); serahkan berkas itu.", $"Not sent ({refusal}); hand that file over.");
            return VerifyCommand.CannotJudge;
        }
        catch (PackageUnreadableException unreadable)
        {
            to.Say($"{log.Key.Name}: {to.Language.Unreadable(unreadable)}", $"{log.Key.Name}: {to.Language.Unreadable(unreadable)}");
            return VerifyCommand.CannotJudge;
        }
    }

    private sealed record Speaker(Language Language, TextWriter Output, TimeProvider Clock)
    {
        public void Say(string indonesian, string english) => Output.WriteLine(Language.Printable(Language.Pick(indonesian, english)));
    }
}
