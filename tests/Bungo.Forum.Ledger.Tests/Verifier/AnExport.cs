using System.Text;
using System.Text.Json;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Export;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>
/// An export in a folder of its own, sound until a test damages it. Lines of acts, from 1: a topic, a post in it,
/// its edit, another post, the hiding of that one, a ballot of the hour before, an erasure of the first post's
/// body as first written. All commitments are open but the ballot's (sealed) and the erased one.
/// </summary>
internal sealed class AnExport : IDisposable
{
    public const int TopicLine = 1, PostLine = 2, EditLine = 3, OtherPostLine = 4, HidingLine = 5, BallotLine = 6, ErasureLine = 7;

    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;

    public AnExport()
    {
        var (topic, post, other) = (ObjectId.New(), ObjectId.New(), ObjectId.New());
        Add(Act("utas.buat", topic, 0).Commit("body", "text/plain", Text("Bobot masa kerja")));
        var first = Add(PostAct("pos.buat", topic, post, 1, 1));
        Add(PostAct("pos.ubah", topic, post, 1, 2).After(first.Id));
        var second = Add(PostAct("pos.buat", topic, other, 2, 3));
        Add(Act("mod.putus", other, 4, ActRole.Moderator).After(second.Id)
            .Clear("aturan", "TT-4").Clear("tindakan", "sembunyikan").Clear("sumber", "laporan").Clear("otomatis", false)
            .Commit("alasan", "text/plain", Text("Menyebut nama pelamar.")));
        Add(Act("suara.beri", ObjectId.New(), -30).Clear("jajak", ObjectId.New()).Commit("pilihan", "text/plain", Text("ya")).Commit("nul", "text/plain", Text("n")));
        Openings.RemoveRange(Openings.Count - 2, 2);
        Add(Act("hapus", ObjectId.New(), 5, ActRole.Sistem).Clear("dasar", "cabut")
            .Clear("daftar", new CanonicalArray([new ErasureTarget(first.Id, "body").ToValue()])));
        Openings.RemoveAt(1);
    }

    public List<string> Acts { get; } = [];
    public List<string> Openings { get; } = [];
    public Leaf Leaf(int line) => Ledger.Leaf.Parse(Some.Utf8(Acts[line - 1]));

    public static LeafBuilder Act(string kind, ObjectId acted, int minute, ActRole by = ActRole.Warga) =>
        new(kind, ActId.New(), acted, by, Some.Instant.AddMinutes(minute));

    public static NormalizedText Text(string text) => NormalizedText.Of(text);

    public Leaf Add(LeafBuilder builder)
    {
        var leaf = builder.Build();
        Acts.Add(Encoding.UTF8.GetString(leaf.Bytes.Span));
        Openings.AddRange(builder.Openings.Select(o => Encoding.UTF8.GetString(o.ToBytes())));
        return leaf;
    }

    /// <summary>Writes the files and runs the program on them.</summary>
    public (int Status, string Output) Run(params string[] options)
    {
        WriteActs(Some.Utf8(string.Concat(Acts.Select(line => line + "\n"))));
        WriteOpenings(Some.Utf8(string.Concat(Openings.Select(line => line + "\n"))));
        return RunAsItStands(options);
    }

    public (int Status, string Output) RunAsItStands(params string[] options) => Program([_folder, .. options]);

    public static (int Status, string Output) Program(params string[] arguments)
    {
        using var output = new StringWriter();
        var status = VerifyCommand.Run(arguments, output, output);
        return (status, output.ToString());
    }

    /// <summary>The faults the program names, as file, line and code; asserts that the exit status agrees.</summary>
    public List<(string File, long Line, string Code)> Faults()
    {
        var (status, output) = Run("--json");
        using var report = JsonDocument.Parse(output);
        var faults = report.RootElement.GetProperty("faults").EnumerateArray()
            .Select(f => (f.GetProperty("file").GetString()!, f.GetProperty("line").GetInt64(), f.GetProperty("code").GetString()!)).ToList();
        Assert.Equal(faults.Count > 0 ? VerifyCommand.FaultFound : VerifyCommand.Sound, status);
        return faults;
    }

    public string Folder => _folder;

    public void WriteActs(byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, ExportFolder.ActsFile), bytes);

    public void WriteOpenings(byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, ExportFolder.OpeningsFile), bytes);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LeafBuilder PostAct(string kind, ObjectId topic, ObjectId post, int number, int minute) => Act(kind, post, minute)
        .Clear("utas", topic).Clear("nomor", number)
        .Commit("body", "text/markdown", Text($"Masukan {number}, menit {minute}")).Commit("actor", "text/plain", Text(ObjectId.New().ToString()));
}
