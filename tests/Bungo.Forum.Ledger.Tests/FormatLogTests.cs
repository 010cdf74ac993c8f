using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Verifier;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Packages;
using static Bungo.Forum.Ledger.Tests.FormatDocumentTests;

namespace Bungo.Forum.Ledger.Tests;

/// <summary>The log of four acts in FORMAT.md, recomputed from the document's own text.</summary>
public sealed class FormatLogTests
{
    private static readonly byte[][] Entries = [.. Example("log-entries").Split('\n').Select(Some.Utf8)];
    private static readonly LogBatch Batch = LogEdge.Empty.Append(Entries.Select(e => new ReadOnlyMemory<byte>(e)));
    private static readonly TreeHash[] Hashes = [.. Entries.Select(e => TreeHash.OfLeaf(e))];
    private static readonly TrustPolicy Policy = TrustPolicy.Parse(File("log-policy"));

    private static byte[] File(string example) => Some.Utf8(Example(example) + "\n");

    private static string[] Base64(string example) => Example(example).Split('\n');

    [Fact]
    public void The_leaves_the_nodes_and_the_root()
    {
        Assert.Equal(Example("leaf"), Encoding.UTF8.GetString(Entries[1]));
        Assert.Equal(Example("log-leaf-hashes"), string.Join('\n', Hashes));
        var (left, right) = (TreeHash.OfNode(Hashes[0], Hashes[1]), TreeHash.OfNode(Hashes[2], Hashes[3]));
        Assert.Equal(Example("log-nodes"), $"{left}\n{right}\n{TreeHash.OfNode(left, right)}");
        Assert.Equal(Batch.Edge.Head.Root, TreeHash.OfNode(left, right));
    }

    [Fact]
    public void The_files()
    {
        Assert.Equal(["tile/entries/000.p/4", "tile/0/000.p/4"], Batch.Files.Select(f => f.Path.ToString()));
        Assert.Equal(Example("log-leaf-hashes").Replace("\n", "", StringComparison.Ordinal), Convert.ToHexStringLower(Batch.Files[1].Bytes.Span));
        var bundle = Batch.Files[0].Bytes;
        Assert.Equal(Example("log-bundle"), Convert.ToHexStringLower(SHA256.HashData(bundle.Span)));
        Assert.Contains($"is {bundle.Length} bytes long and begins with `{Convert.ToHexStringLower(bundle.Span[..2])}`", Document.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_proofs()
    {
        var left = TreeHash.OfNode(Hashes[0], Hashes[1]);
        Assert.Equal([Hashes[0].ToBase64(), TreeHash.OfNode(Hashes[2], Hashes[3]).ToBase64()], Base64("log-inclusion"));
        Assert.Equal([Hashes[2].ToBase64(), Hashes[3].ToBase64(), left.ToBase64()], Base64("log-consistency"));
        Assert.Null(new InclusionProof(1, 4, Read("log-inclusion")).Check(Hashes[1], Batch.Edge.Head.Root));
        Assert.Null(new ConsistencyProof(3, 4, Read("log-consistency")).Check(TreeHash.OfNode(left, Hashes[2]), Batch.Edge.Head.Root));

        static IReadOnlyList<TreeHash> Read(string example) => [.. Base64(example).Select(text => new TreeHash(Convert.FromBase64String(text)))];
    }

    [Fact]
    public void The_checkpoint_and_who_signed_it()
    {
        var (note, checkpoint) = Checkpoint.ParseSigned(File("log-checkpoint"));
        Assert.Equal(Batch.Edge.Head, checkpoint.Head);
        var check = Policy.Judge(note, checkpoint, TestSigner.Verifier);
        Assert.True(check.IsWitnessed);
        Assert.Equal(Example("log-policy") + "\n", Policy.ToString());
        var keys = KeyList.Parse(File("log-keys"));
        Assert.Equal(check.Logs[0], Assert.Single(keys.Keys).Key);
        Assert.Contains(check.Logs[0].ToString(), Example("log-entries").Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_receipt_proves_the_second_act()
    {
        var receipt = Receipt.Parse(File("log-receipt"));
        var content = ReceiptContent.Parse(receipt.Extra);
        Assert.Equal(Entries[1], content.Leaf.Bytes.ToArray());
        Assert.Empty(content.Openings);
        var check = receipt.Check(content.Leaf.Hash(), Policy, TestSigner.Verifier);
        Assert.True(check.IsRecorded && check.Signatures.IsWitnessed);
    }

    [Fact]
    public void Together_they_are_a_sound_package()
    {
        using var package = new APackage();
        package.Write();
        Directory.Delete(Path.Combine(package.Folder, "tile"), recursive: true);
        foreach (var file in Batch.Files) package.WriteFile(file.Path.ToString(), file.Bytes.ToArray());
        package.WriteFile(Package.Checkpoint, File("log-checkpoint"));
        package.WriteFile(Package.Policy, File("log-policy"));
        package.WriteFile(Package.Keys, File("log-keys"));
        package.WriteFile(Package.Openings, File("openings"));
        package.WriteFile(Package.States, []);
        Assert.Empty(package.FaultsAsItStands());
    }

    [Fact]
    public void The_states_and_names_are_the_code_s()
    {
        foreach (var state in Enum.GetValues<WithheldState>()) Assert.Contains($"`{state.ToString().ToLowerInvariant()}`", Document, StringComparison.Ordinal);
        foreach (var file in new[] { Package.Checkpoint, Package.Policy, Package.Keys, Package.Openings, Package.States }) Assert.Contains($"`{file}`", Document, StringComparison.Ordinal);
    }
}
