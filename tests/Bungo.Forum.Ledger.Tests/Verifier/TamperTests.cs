using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>What somebody with all rights on the machine, but without the log's key, can do to it, and what the check then says.</summary>
public sealed class TamperTests : IDisposable
{
    private const string Checkpoint = Package.Checkpoint;

    private static readonly string[] Files =
        [Checkpoint, "tile/entries/000", "tile/entries/002.p/96", "tile/0/000", "tile/0/002.p/96", "tile/1/000.p/2"];

    private readonly APackage _package = new();

    public TamperTests()
    {
        // Long enough for full tiles and a second level.
        for (var i = 0; i < 600; i++) _package.Add(APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", i));
        _package.Write();
    }

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_record_altered_in_its_file_is_named_and_nothing_else()
    {
        Alter("tile/entries/001", "\"ukuran\":300", "\"ukuran\":301");
        Assert.Equal([("tile/entries/001", 308, "entry-differs")], _package.FaultsAsItStands());
    }

    [Fact]
    public void A_record_altered_with_its_tile_is_not_what_was_signed()
    {
        _package.Change(308, "\"ukuran\":300", "\"ukuran\":301");
        Rewrite("tile/entries/001", "tile/0/001");
        Assert.Equal([("tile/1/000.p/2", null, "tile-differs"), (Checkpoint, null, "root-differs")], _package.FaultsAsItStands());
        Assert.Contains("[256-511]", _package.RunAsItStands().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("deleted")]
    [InlineData("swapped")]
    [InlineData("inserted")]
    [InlineData("appended")]
    public void A_log_rewritten_throughout_is_not_what_was_signed(string how)
    {
        switch (how)
        {
            case "edited":
                _package.Change(100, "\"ukuran\":92", "\"ukuran\":93");
                break;
            case "deleted":
                _package.Entries.RemoveAt(100);
                break;
            case "swapped":
                (_package.Entries[100], _package.Entries[101]) = (_package.Entries[101], _package.Entries[100]);
                break;
            case "inserted":
                _package.Entries.Insert(100, APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 0).Build().Bytes.ToArray());
                break;
            default:
                _package.Entries.Add(APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 0).Build().Bytes.ToArray());
                break;
        }

        var signed = _package.ReadFile(Checkpoint);
        _package.Write();
        var unsigned = _package.ReadFile(Checkpoint);
        // Either the old checkpoint stays, or a new one is written that nobody signed.
        _package.WriteFile(Checkpoint, signed);
        Assert.NotEmpty(_package.FaultsAsItStands());
        _package.WriteFile(Checkpoint, SignedNote.Of(SignedNote.Parse(unsigned).Text, SignedNote.Parse(signed).Signatures).ToBytes());
        Assert.Equal([(Checkpoint, null, "signature-forged"), (Checkpoint, null, "signature-forged"), (Checkpoint, null, "checkpoint-unsigned")], _package.FaultsAsItStands());
        // And with the stolen key, whoever kept the last head sees it.
        _package.WriteFile(Checkpoint, unsigned);
        Assert.Empty(_package.FaultsAsItStands());
        var head = Path.Combine(_package.Folder, "head");
        File.WriteAllBytes(head, signed);
        Assert.Equal(how switch { "deleted" => ["log-shorter"], "appended" => [], _ => ["log-forked"] }, _package.FaultsAsItStands("--head", head).Select(f => f.Code));
    }

    [Theory]
    [InlineData("tile/entries/000", "tile-missing")]
    [InlineData("tile/0/001", "tile-missing")]
    [InlineData("tile/1/000.p/2", "tile-missing")]
    public void A_missing_file_is_named(string file, string code)
    {
        File.Delete(Path.Combine(_package.Folder, file));
        Assert.Contains((file, null, code), _package.FaultsAsItStands());
    }

    [Fact]
    public void A_package_that_ends_before_its_checkpoint_does_is_told_once()
    {
        var huge = new Checkpoint(TestSigner.Origin, new(long.MaxValue, _package.Edge.Head.Root));
        _package.WriteFile(Checkpoint, huge.Sign(TestSigner.Log).ToBytes());
        Assert.Contains("tile-missing", _package.FaultsAsItStands().Select(f => f.Code));
    }

    [Theory]
    [InlineData("tile/entries/000", -1, "bundle-short")]
    [InlineData("tile/entries/000", 1, "bundle-long")]
    [InlineData("tile/0/001", -1, "tile-length")]
    [InlineData("tile/0/001", 32, "tile-length")]
    [InlineData("tile/1/000.p/2", 32, "tile-length")]
    public void A_file_cut_short_or_lengthened_is_named(string file, int by, string code)
    {
        var bytes = _package.ReadFile(file);
        _package.WriteFile(file, by < 0 ? bytes[..^-by] : [.. bytes, .. new byte[by]]);
        Assert.Contains((file, null, code), _package.FaultsAsItStands());
    }

    [Fact]
    public void No_single_change_to_the_log_goes_unnoticed() => Gen.Select(
        Gen.OneOf(Files), Gens.Mutation).Sample(
        (file, mutate) =>
        {
            var bytes = _package.ReadFile(file);
            var changed = mutate(bytes);
            if (changed.AsSpan().SequenceEqual(bytes)) return true;
            _package.WriteFile(file, changed);
            var status = _package.RunAsItStands().Status;
            _package.WriteFile(file, bytes);
            // A line added below the checkpoint by nobody known is passed over, as the format demands.
            return status == VerifyCommand.FaultFound || (file == "checkpoint" && SignedNote.Parse(changed).Text == SignedNote.Parse(bytes).Text);
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void A_key_is_good_for_its_range_only()
    {
        var ranges = new KeyList([new(TestSigner.Log.Key, 0, 500)]);
        _package.WriteFile(Package.Keys, ranges.ToBytes());
        Assert.Equal([(Checkpoint, null, "key-out-of-range")], _package.FaultsAsItStands());
    }

    [Fact]
    public void The_key_that_was_brought_along_decides()
    {
        var thief = new TestSigner(TestSigner.Origin, NoteAlgorithm.Ed25519, new byte[32]);
        _package.WriteFile(Checkpoint, _package.Checkpoint.Sign(thief).ToBytes());
        _package.WriteFile(Package.Policy, new Ledger.Rules.TrustPolicy([new(thief.Key)], [], [], null).ToBytes());
        _package.WriteFile(Package.Keys, new KeyList([new(thief.Key, 0, null)]).ToBytes());
        Assert.Empty(_package.FaultsAsItStands());
        Assert.Equal([(Checkpoint, null, "checkpoint-unsigned")], _package.FaultsAsItStands("--key", TestSigner.Log.Key.ToString()));
        Assert.Equal(VerifyCommand.CannotJudge, _package.RunAsItStands("--key", "not a key").Status);
    }

    [Fact]
    public void A_head_is_kept_and_the_log_goes_on_from_it()
    {
        var head = Path.Combine(_package.Folder, "head");
        Assert.Equal(VerifyCommand.Sound, _package.RunAsItStands("--save-head", head).Status);
        var kept = File.ReadAllBytes(head);
        Assert.Equal(_package.ReadFile(Checkpoint), kept);
        _package.Add(APackage.Act("denyut", ObjectId.New(), 6, ActRole.Sistem).Clear("ukuran", 0));
        _package.Write();
        File.WriteAllBytes(head, kept);
        Assert.Contains("608", _package.RunAsItStands("--head", head).Output, StringComparison.Ordinal);
        Assert.Empty(_package.FaultsAsItStands("--head", head));
        File.WriteAllBytes(head, LogEdgeTests.Flip(kept, 30));
        Assert.NotEqual(VerifyCommand.Sound, _package.RunAsItStands("--head", head).Status);
        Assert.Equal(VerifyCommand.CannotJudge, _package.RunAsItStands("--head", head + "x").Status);
    }

    private void Alter(string file, string part, string instead) => _package.WriteFile(
        file, System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(_package.ReadFile(file)).Replace(part, instead, StringComparison.Ordinal)));

    /// <summary>Takes these files, and only these, from the log as it would be now.</summary>
    private void Rewrite(params string[] files)
    {
        var before = Directory.GetFiles(_package.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_package.Folder, path)).ToDictionary(name => name, _package.ReadFile);
        _package.Write();
        foreach (var (name, bytes) in before.Where(f => !files.Contains(f.Key))) _package.WriteFile(name, bytes);
    }
}
