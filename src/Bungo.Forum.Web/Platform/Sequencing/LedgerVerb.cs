using System.CommandLine;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Sequencing.Keys;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// <c>./forum ledger</c>: what a clerk does by RUNBOOK.md. Each of these may be done while the site runs: the log's key is
/// changed and the log closed by acts like all others, which the sequencer meets in their turn.
/// </summary>
public static class LedgerVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Kepala buku yang sudah ditandatangani saksi / a checkpoint that a witness cosigned" };
        var confirmed = new Option<string>("--origin") { Required = true, Description = "Nama buku, ditulis ulang sebagai penegasan / the log's name, written again to confirm" };
        var close = On("close", "Tutup buku untuk selamanya / close the log for good", (services, parse, cancel) => CloseAsync(services, parse.GetRequiredValue(confirmed), cancel));
        var cosign = On("cosign", "Terima tanda tangan saksi dari berkas / take a witness's cosignature from a file", (services, parse, _) => Cosign(services, parse.GetRequiredValue(file)));
        close.Options.Add(confirmed);
        cosign.Arguments.Add(file);
        return new("ledger", "Kunci dan saksi buku publik / keys and witnesses of the public ledger")
        {
            On("status", "Kepala, kunci, dan saksi / head, keys and witnesses", (services, _, _) => Status(services)),
            On("rotate", "Umumkan kunci baru; keduanya menandatangani 90 hari / announce a new key; both sign for 90 days", (services, _, cancel) => RotateAsync(services, cancel)),
            cosign,
            close,
        };
    }

    private static Command On(string name, string description, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        command.SetAction((parse, cancel) => VerbSite.RunAsync(services => work(services, parse, cancel), cancel));
        return command;
    }

    private static Task<int> Status(IServiceProvider services)
    {
        var files = services.GetRequiredService<LogFolder>();
        Console.WriteLine(files.Head() is var (_, head) ? $"{head.Origin}\n{head.Size} catatan / entries, {head.Root.ToBase64()}" : "Belum ada kepala / no head yet");
        Console.Write(System.Text.Encoding.UTF8.GetString(files.Read(LogFolder.Keys) ?? []));
        foreach (var standing in files.Cosignatures.Standings())
        {
            var last = standing is { Head: { } seen, At: { } at } ? $"{seen.Size} catatan / entries, {Wib.Full(at)}" : "belum pernah / never";
            Console.WriteLine($"{standing.Witness.Name}: {last}");
        }

        return Task.FromResult(0);
    }

    private static async Task<int> RotateAsync(IServiceProvider services, CancellationToken cancel)
    {
        Console.WriteLine(await services.GetRequiredService<KeyChange>().AnnounceAsync(cancel));
        return 0;
    }

    private static Task<int> Cosign(IServiceProvider services, FileInfo file)
    {
        if (!file.Exists || file.Length > WitnessPush.LongestAnswer) throw new OperatorException($"Berkas {file.Name} tidak dapat dibaca.", "That file cannot be read.");
        switch (services.GetRequiredService<Cosignatures>().Take(File.ReadAllBytes(file.FullName)))
        {
            case null:
                Console.WriteLine("Diterima / taken");
                return Task.FromResult(0);
            case CosignatureRefusal.Malformed:
                throw new OperatorException("Itu bukan kepala buku yang ditandatangani.", "That is no signed checkpoint.");
            case CosignatureRefusal.NotByAWitness:
                throw new OperatorException("Tidak ada tanda tangan saksi yang sah di dalamnya.", "No witness's valid signature is in it.");
            default:
                throw new OperatorException("Itu kepala buku lain, atau buku ini bercabang.", "That is another log's head, or this log has forked.");
        }
    }

    private static async Task<int> CloseAsync(IServiceProvider services, string origin, CancellationToken cancel)
    {
        var files = services.GetRequiredService<LogFolder>();
        if (files.Head() is not var (_, head)) throw new OperatorException("Buku ini belum punya kepala.", "This log has no head yet.");
        if (origin != head.Origin) throw new OperatorException($"Buku ini bernama {head.Origin}.", "That is not this log's name.");
        await services.GetRequiredService<ActRecorder>().CommitAsync(new LogClosed(head.Size, head.Root.ToBase64Url()), cancel);
        Console.WriteLine("Penutupan tercatat; setelah bernomor, buku ini tidak menerima apa pun lagi / the closing is recorded; once numbered the log takes nothing more");
        return 0;
    }
}
