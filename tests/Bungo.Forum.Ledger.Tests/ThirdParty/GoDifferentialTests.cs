using System.Globalization;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>Every size to 1,100: Go's roots and proofs against ours, each also checked by our own verification.</summary>
public sealed class GoDifferentialTests
{
    private const int Largest = 1100;

    [Fact]
    public void Roots_and_proofs_are_those_of_Go_at_every_size()
    {
        var go = Tool.Run(Tool.Built("differential"), Largest.ToString(CultureInfo.InvariantCulture));
        Assert.True(go.Status == 0, go.Output);
        var folder = new TileFolder();
        var heads = new List<TreeHead> { folder.Edge.Head };
        var (roots, proofs) = (0, 0);
        foreach (var line in go.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split([' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            var size = int.Parse(words[1], CultureInfo.InvariantCulture);
            if (size == 0) continue;
            if (words[0] == "root")
            {
                folder.Append([TileFolder.Entry(size - 1)]);
                heads.Add(folder.Edge.Head);
                Assert.Equal(words[2], folder.Edge.Head.Root.ToBase64());
                roots++;
                continue;
            }

            var (at, hashes) = (int.Parse(words[2], CultureInfo.InvariantCulture), words[3..]);
            var tree = new ProvingTree(size, folder);
            if (words[0] == "record") Check(tree.Inclusion(at), at, hashes);
            else Compare(tree.Consistency(at), at, hashes);
            proofs++;
        }

        Assert.Equal((Largest, Largest * 8), (roots, proofs));

        void Check(InclusionProof proof, int index, string[] hashes)
        {
            Assert.Equal(hashes, proof.Hashes.Select(h => h.ToBase64()));
            Assert.Null(proof.Check(TreeHash.OfLeaf(TileFolder.Entry(index).Span), heads[^1].Root));
        }

        void Compare(ConsistencyProof proof, int old, string[] hashes)
        {
            Assert.Equal(hashes, proof.Hashes.Select(h => h.ToBase64()));
            Assert.Null(proof.Check(heads[old].Root, heads[^1].Root));
        }
    }
}
