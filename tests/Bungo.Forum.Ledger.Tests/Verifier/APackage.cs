using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>
/// A package in a folder of its own, sound until a test damages it. Records from 0: a topic, a post in it, its edit,
/// another post, the hiding of that one, a poll, a ballot of the hour before, an erasure of the first post's body as
/// first written. All commitments are open but the ballot's (sealed), the hidden body (restricted) and the erased one.
/// </summary>
internal sealed class APackage : IDisposable
{
    public const int Topic = 0, Post = 1, Edit = 2, OtherPost = 3, Hiding = 4, Poll = 5, Ballot = 6, Erasure = 7, Count = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("package-").FullName;

    public APackage()
    {
        var (topic, post, other) = (ObjectId.New(), ObjectId.New(), ObjectId.New());
        Add(Act("utas.buat", topic, 0).Commit("body", "text/plain", Text("Bobot masa kerja")));
        var first = Add(PostAct("pos.buat", topic, post, 1, 1));
        Add(PostAct("pos.ubah", topic, post, 1, 2).After(first.Id));
        var second = Add(PostAct("pos.buat", topic, other, 2, 3));
        Withhold(second.Id, "body", WithheldState.Terbatas);
        Add(Act("mod.putus", other, 4, ActRole.Moderator).After(second.Id)
            .Clear("aturan", "TT-4").Clear("tindakan", "sembunyikan").Clear("sumber", "laporan").Clear("otomatis", false)
            .Commit("alasan", "text/plain", Text("Menyebut nama pelamar.")));
        var poll = Add(Act("jajak.buka", ObjectId.New(), 5, ActRole.Pejabat)
            .Clear("pilihan", new CanonicalArray([ObjectId.New().ToString()])).Clear("aturan", "satu-pilihan").Clear("peserta", "anggota")
            .Document("naskah", DocumentDigest.Of("Setuju?"u8, "text/plain")));
        var ballot = Add(Act("suara.beri", ObjectId.New(), -30).Clear("jajak", poll.ActedOn).Commit("pilihan", "text/plain", Text("ya")).Commit("nul", "text/plain", Text("n")));
        Withhold(ballot.Id, "pilihan", WithheldState.Belum);
        Withhold(ballot.Id, "nul", WithheldState.Belum);
        Add(Act("hapus", ObjectId.New(), 5, ActRole.Sistem).Clear("dasar", "cabut")
            .Clear("daftar", new CanonicalArray([new ErasureTarget(first.Id, "body").ToValue()])));
        Openings.RemoveAll(line => line.Contains($"\"i\":\"{first.Id}\",\"label\":\"body\"", StringComparison.Ordinal));
    }

    public List<byte[]> Entries { get; } = [];
    public List<string> Openings { get; } = [];
    public List<string> States { get; } = [];

    /// <summary>Further files, by name.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    public string Folder => _folder;

    public LogEdge Edge => LogEdge.Empty.Append(Entries.Select(e => new ReadOnlyMemory<byte>(e))).Edge;

    public Checkpoint Checkpoint => new(TestSigner.Origin, Edge.Head);

    public Leaf Leaf(int record) => Ledger.Leaf.Parse(Entries[record]);

    public static LeafBuilder Act(string kind, ObjectId acted, int minute, ActRole by = ActRole.Warga) =>
        new(kind, ActId.New(), acted, by, Some.Instant.AddMinutes(minute));

    public static NormalizedText Text(string text) => NormalizedText.Of(text);

    public Leaf Add(LeafBuilder builder)
    {
        var leaf = builder.Build();
        Entries.Add(leaf.Bytes.ToArray());
        Openings.AddRange(builder.Openings.Select(o => Encoding.UTF8.GetString(o.ToBytes())));
        return leaf;
    }

    /// <summary>Takes the opening out of the package and says why.</summary>
    public void Withhold(ActId act, string label, WithheldState state)
    {
        Openings.RemoveAll(line => line.Contains($"\"i\":\"{act}\",\"label\":\"{label}\"", StringComparison.Ordinal));
        States.Add(Encoding.UTF8.GetString(new Withheld(act, label, state).ToBytes()));
    }

    public void Change(int record, string part, string instead) =>
        Entries[record] = Some.Utf8(Encoding.UTF8.GetString(Entries[record]).Replace(part, instead, StringComparison.Ordinal));

    /// <summary>Writes all files anew, signed.</summary>
    public APackage Write()
    {
        Directory.Delete(_folder, recursive: true);
        foreach (var file in LogEdge.Empty.Append(Entries.Select(e => new ReadOnlyMemory<byte>(e))).Files) WriteFile(file.Path.ToString(), file.Bytes.ToArray());
        WriteFile(Package.Checkpoint, Checkpoint.Sign(TestSigner.Log).With([NoteSignature.Cosign(Checkpoint, TestSigner.Witness, Some.Instant)]).ToBytes());
        WriteFile(Package.Policy, new TrustPolicy([new(TestSigner.Log.Key)], [new("lembaga", TestSigner.Witness.Key)], [], "lembaga").ToBytes());
        WriteFile(Package.Keys, new KeyList([new(TestSigner.Log.Key, 0, null)]).ToBytes());
        WriteFile(Package.Openings, Lines(Openings));
        WriteFile(Package.States, Lines(States));
        foreach (var (name, bytes) in Files) WriteFile(name, bytes);
        return this;
    }

    public void WriteFile(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public byte[] ReadFile(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    public string Zip()
    {
        var zip = _folder + ".zip";
        File.Delete(zip);
        ZipFile.CreateFromDirectory(_folder, zip);
        return zip;
    }

    public (int Status, string Output) Run(params string[] options)
    {
        Write();
        return RunAsItStands(options);
    }

    public (int Status, string Output) RunAsItStands(params string[] options) => Program([_folder, .. options]);

    public static (int Status, string Output) Program(params string[] arguments)
    {
        using var output = new StringWriter();
        var status = VerifyCommand.Run(arguments, output, output);
        return (status, output.ToString());
    }

    /// <summary>The faults the program names, as file, place and code; asserts that the exit status agrees.</summary>
    public List<(string File, long? At, string Code)> Faults(params string[] options)
    {
        Write();
        return FaultsAsItStands(options);
    }

    public List<(string File, long? At, string Code)> FaultsAsItStands(params string[] options) => Faults(RunAsItStands(["--json", .. options]));

    public static List<(string File, long? At, string Code)> Faults((int Status, string Output) run)
    {
        using var report = JsonDocument.Parse(run.Output);
        var faults = report.RootElement.GetProperty("faults").EnumerateArray()
            .Select(f => (f.GetProperty("file").GetString()!, At(f), f.GetProperty("code").GetString()!)).ToList();
        Assert.Equal(faults.Count > 0 ? VerifyCommand.FaultFound : VerifyCommand.Sound, run.Status);
        return faults;

        static long? At(JsonElement fault) =>
            fault.TryGetProperty("line", out var line) ? line.GetInt64() : fault.TryGetProperty("entry", out var entry) ? entry.GetInt64() : null;
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        File.Delete(_folder + ".zip");
    }

    public static byte[] Lines(IEnumerable<string> lines) => Some.Utf8(string.Concat(lines.Select(line => line + "\n")));

    private static LeafBuilder PostAct(string kind, ObjectId topic, ObjectId post, int number, int minute) => Act(kind, post, minute)
        .Clear("utas", topic).Clear("nomor", number)
        .Commit("body", "text/markdown", Text($"Masukan {number}, menit {minute}")).Commit("actor", "text/plain", Text(ObjectId.New().ToString()));
}
