using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bungo.Forum.Benchmarks;

/// <summary>
/// The full check of a package of a million acts, as the evaluating institution runs it: a process of its own, the
/// files written just before. Posts with two open commitments each, as most acts are.
/// </summary>
public static class LedgerCheck
{
    private const int Fewer = 100_000;
    private const int Entries = 1_000_000;
    private const int Batch = 4096;
    private const string Origin = "buku.example.test/1";

    public static IReadOnlyList<Ratio> Run()
    {
        var (_, small, first) = Check(Fewer);
        var (seconds, peak, status) = Check(Entries);
        return
        [
            new Ratio("full check of 1,000,000 acts, cold", seconds, "s", 30, AtMost: true, $"exit {status}, {Environment.ProcessorCount} cores"),
            new Ratio("memory at its peak, against that of 100,000 acts", peak / (double)small, "x", 1.5, AtMost: true, $"{peak / 1_000_000:N0} MB against {small / 1_000_000:N0} MB"),
            new Ratio("its exit status", status | first, "", VerifyCommand.Sound, AtMost: true, "0 is sound"),
        ];
    }

    private static (double Seconds, long Peak, int Status) Check(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-bench-").FullName;
        try
        {
            Write(folder, entries);
            return Check(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, long Peak, int Status) Check(string folder)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(VerifyCommand).Assembly.Location, folder]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.WorkingSet64);
        }

        if (process.ExitCode != VerifyCommand.Sound) Console.Error.WriteLine(output.Result);
        return (clock.Elapsed.TotalSeconds, peak, process.ExitCode);
    }

    private static void Write(string folder, int entries)
    {
        var signer = new Signer();
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var topic = ObjectId.New();
        var edge = LogEdge.Empty;
        var needed = TilePath.Of(entries).Where(path => !path.IsFull).ToHashSet();
        using var openings = new FileStream(Path.Combine(folder, Package.Openings), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        for (var begin = 0; begin < entries; begin += Batch)
        {
            var leaves = new List<ReadOnlyMemory<byte>>();
            for (var i = begin; i < Math.Min(begin + Batch, entries); i++)
            {
                var act = new LeafBuilder("pos.buat", ActId.New(), ObjectId.New(), ActRole.Warga, at.AddSeconds(i / 20)).Clear("utas", topic).Clear("nomor", i + 1)
                    .Commit("body", "text/markdown", NormalizedText.Of($"Masukan nomor {i}: mohon bobot pengalaman kerja dinaikkan, dengan alasan yang kami sebut di lampiran."))
                    .Commit("actor", "text/plain", NormalizedText.Of("Y2SFholx6sWsozxKDhgAqA"));
                leaves.Add(act.Build().Bytes);
                foreach (var opening in act.Openings)
                {
                    openings.Write(opening.ToBytes());
                    openings.WriteByte((byte)'\n');
                }
            }

            var batch = edge.Append(leaves);
            edge = batch.Edge;
            // Partial files of sizes that nobody published would only fill the disk; those of the last size are all kept.
            foreach (var file in batch.Files.Where(f => f.Path.IsFull || needed.Contains(f.Path))) Save(folder, file.Path.ToString(), file.Bytes.Span);
        }

        Save(folder, Package.Checkpoint, new Checkpoint(Origin, edge.Head).Sign(signer).ToBytes());
        Save(folder, Package.Policy, new TrustPolicy([new(signer.Key)], [], [], null).ToBytes());
        Save(folder, Package.Keys, new KeyList([new(signer.Key, 0, null)]).ToBytes());
    }

    private static void Save(string folder, string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private sealed class Signer : ISigner
    {
        private readonly byte[] _seed = SHA256.HashData(Encoding.UTF8.GetBytes(Origin));

        public Signer()
        {
            var key = new byte[VerifierKey.PublicKeyBytes];
            Ed25519.GeneratePublicKey(_seed, 0, key, 0);
            Key = new(Origin, NoteAlgorithm.Ed25519, key);
        }

        public VerifierKey Key { get; }

        public byte[] Sign(ReadOnlySpan<byte> message)
        {
            var signature = new byte[Ed25519.SignatureSize];
            Ed25519.Sign(_seed, 0, message.ToArray(), 0, message.Length, signature, 0);
            return signature;
        }
    }
}
