using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tests.Tiles;
using Bungo.Forum.Ledger.Tiles;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Proofs;

public sealed class ProofTests
{
    private const int Largest = 70_000;

    private static readonly TileFolder Log = TileFolder.Of(Largest);
    private static readonly TreeHash[] Leaves = ByTheBook.Leaves(Largest);

    // Sizes at which trees change their form come up as often as all others.
    private static readonly Gen<int> Size = Gen.OneOf(Gen.Int[1, 70], Gen.Int[250, 260], Gen.Int[511, 514], Gen.Int[65_530, 65_540], Gen.Int[1, Largest]);

    private static ProvingTree Tree(int size) => new(size, new Cut(size));

    private static TreeHash Root(int size) => ByTheBook.Root(Leaves.AsSpan(0, size));

    [Fact]
    public void Every_entry_of_every_small_tree_is_proven_and_every_prefix()
    {
        for (var size = 1; size <= 70; size++)
        {
            var (tree, root) = (Tree(size), Root(size));
            Assert.Equal(new(size, root), tree.Head);
            for (var index = 0; index < size; index++) Assert.Null(tree.Inclusion(index).Check(Leaves[index], root));
            for (var old = 0; old <= size; old++) Assert.Null(tree.Consistency(old).Check(Root(old), root));
        }
    }

    [Fact]
    public void Proofs_of_large_trees_hold() => Gen.Select(Size, Gen.Int[0, Largest]).Sample(
        (size, at) =>
        {
            var (tree, root) = (Tree(size), Root(size));
            return tree.Inclusion(at % size).Check(Leaves[at % size], root) is null && tree.Consistency(at % (size + 1)).Check(Root(at % (size + 1)), root) is null;
        },
        iter: 150);

    [Fact]
    public void Any_single_change_of_an_inclusion_proof_is_refused() => Gen.Select(Size, Gen.Int[0, Largest], Gen.Int[0, 1_000_000]).Sample(
        (size, at, how) =>
        {
            var root = Root(size);
            var proof = Tree(size).Inclusion(at % size);
            var leaf = Leaves[proof.Index];
            foreach (var changed in Changed(proof.Hashes, how)) Assert.NotNull((proof with { Hashes = changed }).Check(leaf, root));
            Assert.Equal(ProofFault.RootDiffers, proof.Check(Flip(leaf, how), root));
            Assert.Equal(ProofFault.RootDiffers, proof.Check(leaf, Flip(root, how)));
            Assert.Equal(ProofFault.TooLong, (proof with { Hashes = [.. proof.Hashes, root] }).Check(leaf, root));
            foreach (var index in new[] { proof.Index ^ 1, proof.Index + 1, proof.Index - 1, proof.Index + size })
                if (index != proof.Index && size > 1) Assert.NotNull((proof with { Index = index }).Check(leaf, root));
            Assert.Equal(ProofFault.IndexOutside, (proof with { Index = size }).Check(leaf, root));
            Assert.Equal(ProofFault.IndexOutside, (proof with { Index = -1 }).Check(leaf, root));
        },
        iter: 150);

    [Fact]
    public void Any_single_change_of_a_consistency_proof_is_refused() => Gen.Select(Size, Gen.Int[0, Largest], Gen.Int[0, 1_000_000]).Sample(
        (size, at, how) =>
        {
            var old = at % (size + 1);
            var (root, oldRoot) = (Root(size), Root(old));
            var proof = Tree(size).Consistency(old);
            foreach (var changed in Changed(proof.Hashes, how)) Assert.NotNull((proof with { Hashes = changed }).Check(oldRoot, root));
            Assert.Equal(ProofFault.TooLong, (proof with { Hashes = [.. proof.Hashes, root] }).Check(oldRoot, root));
            Assert.NotNull(proof.Check(Flip(oldRoot, how), root));
            if (old > 0) Assert.NotNull(proof.Check(oldRoot, Flip(root, how)));
            Assert.Equal(ProofFault.SizesReversed, (proof with { OldSize = size + 1 }).Check(oldRoot, root));
        },
        iter: 150);

    [Fact]
    public void The_shortest_cases()
    {
        Assert.Equal(TreeHead.Empty, Tree(0).Head);
        Assert.Null(new ConsistencyProof(0, 0, []).Check(TreeHash.OfNothing, TreeHash.OfNothing));
        Assert.Equal(ProofFault.OldRootDiffers, new ConsistencyProof(0, 5, []).Check(Leaves[0], Root(5)));
        Assert.Equal(ProofFault.OldRootDiffers, new ConsistencyProof(5, 5, []).Check(Root(4), Root(5)));
        Assert.Equal(ProofFault.TooShort, new ConsistencyProof(3, 5, []).Check(Root(3), Root(5)));
        Assert.Equal(ProofFault.TooShort, new ConsistencyProof(4, 5, []).Check(Root(4), Root(5)));
        Assert.Equal(ProofFault.TooShort, new InclusionProof(0, 2, []).Check(Leaves[0], Root(2)));
        Assert.Null(new InclusionProof(0, 1, []).Check(Leaves[0], Root(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree(5).Inclusion(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree(5).Consistency(6));
    }

    [Fact]
    public void A_proof_reads_few_tiles_and_names_a_missing_one()
    {
        var counted = new Counting(Log);
        new ProvingTree(Largest, counted).Inclusion(12_345);
        Assert.InRange(counted.Count, 1, 5);
        var refusal = Some.Refusal(() => new ProvingTree(300, new TileFolder()).Inclusion(3));
        Assert.Equal((LedgerFault.TileMissing, "tile/0/000"), (refusal.Fault, refusal.Path));
    }

    private static IEnumerable<IReadOnlyList<TreeHash>> Changed(IReadOnlyList<TreeHash> hashes, int how)
    {
        if (hashes.Count == 0) yield break;
        var at = how % hashes.Count;
        yield return [.. hashes.Take(at), .. hashes.Skip(at + 1)];
        yield return [.. hashes.Take(at), Flip(hashes[at], how), .. hashes.Skip(at + 1)];
        yield return [.. hashes.Take(at), hashes[at], .. hashes.Skip(at)];
        var other = (at + 1 + (how / 64 % hashes.Count)) % hashes.Count;
        if (hashes[other] == hashes[at]) yield break;
        var swapped = hashes.ToArray();
        (swapped[at], swapped[other]) = (swapped[other], swapped[at]);
        yield return swapped;
    }

    private static TreeHash Flip(TreeHash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8 % bytes.Length] ^= (byte)(1 << (bit % 8));
        return new(bytes);
    }

    /// <summary>The large log's tiles as they were at a smaller size.</summary>
    private sealed class Cut(int size) : ITileReader
    {
        public byte[]? Read(TilePath path)
        {
            var left = (size >> (TilePath.Height * path.Level)) - (path.Index * TilePath.FullWidth);
            Assert.InRange(path.Width, 1, left);
            var last = (Largest >> (TilePath.Height * path.Level)) - (path.Index * TilePath.FullWidth);
            return Log.Read(path with { Width = (int)Math.Min(last, TilePath.FullWidth) })![..(path.Width * TreeHash.Length)];
        }
    }

    private sealed class Counting(ITileReader tiles) : ITileReader
    {
        public int Count { get; private set; }

        public byte[]? Read(TilePath path)
        {
            Count++;
            return tiles.Read(path);
        }
    }
}
