using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Witnessing;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier.Witnessing;

/// <summary>The pull way as the institution's clerk runs it, over a copy of the log's files.</summary>
public sealed class WitnessCommandTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("witness-").FullName, "saksi");
    private readonly APackage _log = new();

    public WitnessCommandTests()
    {
        Assert.StartsWith(AWitness.Name + "+", Run("new", _folder, "--name", AWitness.Name).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("log", _folder, "--key", TestSigner.Log.Key.ToString(), "--url", _log.Folder).Status);
        _log.Write();
    }

    public void Dispose()
    {
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
        _log.Dispose();
    }

    [Fact]
    public void A_log_that_grows_is_cosigned_and_the_note_kept_to_be_handed_over()
    {
        Assert.Equal(0, Pull().Status);
        _log.Add(Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 8));
        _log.Write();
        var (status, output) = Pull();
        Assert.True(status == 0, output);
        var (note, checkpoint) = Checkpoint.ParseSigned(File.ReadAllBytes(Kept));
        Assert.Equal(_log.Edge.Head, checkpoint.Head);
        Assert.Equal(2, note.Verify([WitnessFolder.Open(_folder).Signer.Key, TestSigner.Log.Key], TestSigner.Verifier).SignedBy.Count);
    }

    [Fact]
    public void A_log_that_was_rewritten_is_not_cosigned()
    {
        Assert.Equal(0, Pull().Status);
        var before = File.ReadAllBytes(Kept);
        _log.Entries.RemoveAt(Poll);
        _log.Add(Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 8));
        _log.Add(Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 8));
        _log.Write();
        Refused("Inconsistent");
        _log.Entries.RemoveRange(3, _log.Entries.Count - 3);
        _log.Write();
        Refused("LogShorter");
        Assert.Equal(before, File.ReadAllBytes(Kept));
    }

    [Fact]
    public void A_log_that_its_key_did_not_sign_is_not_cosigned()
    {
        _log.WriteFile(Package.Checkpoint, _log.Checkpoint.Sign(new TestSigner(TestSigner.Origin, NoteAlgorithm.Ed25519, new byte[32])).ToBytes());
        Refused("NotSigned");
    }

    [Fact]
    public void With_full_every_record_is_checked_first_and_the_missing_quorum_is_no_reason()
    {
        _log.Files[Package.Checkpoint] = _log.Checkpoint.Sign(TestSigner.Log).ToBytes();
        _log.Write();
        Assert.Equal(0, Pull("--full").Status);
        _log.Openings.RemoveAt(0);
        _log.Write();
        Refused("LostWithoutRecord", "--full");
    }

    [Fact]
    public void A_witness_that_lost_its_memory_cosigns_nothing()
    {
        Assert.Equal(0, Pull().Status);
        File.Delete(Path.Combine(_folder, "terakhir", Uri.EscapeDataString(TestSigner.Origin)));
        Assert.Equal(VerifyCommand.CannotJudge, Pull().Status);
    }

    [Fact]
    public void A_log_that_cannot_be_reached_is_not_judged()
    {
        Directory.Delete(_log.Folder, recursive: true);
        Assert.Equal(VerifyCommand.CannotJudge, Pull().Status);
        Directory.CreateDirectory(_log.Folder);
        Assert.Equal(VerifyCommand.CannotJudge, Run("new", _folder, "--name", AWitness.Name).Status);
        Assert.Equal(VerifyCommand.CannotJudge, Run().Status);
    }

    private string Kept => Path.Combine(_folder, "kosignatur", Uri.EscapeDataString(TestSigner.Origin));

    private void Refused(string reason, params string[] options)
    {
        var (status, output) = Pull(options);
        Assert.Equal(VerifyCommand.FaultFound, status);
        Assert.Contains($"TIDAK DITANDATANGANI ({reason})", output, StringComparison.Ordinal);
    }

    private (int Status, string Output) Pull(params string[] options) => Run([_folder, .. options]);

    private static (int Status, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        return (WitnessCommand.Run(arguments, output, output, new StandingClock()), output.ToString());
    }
}
