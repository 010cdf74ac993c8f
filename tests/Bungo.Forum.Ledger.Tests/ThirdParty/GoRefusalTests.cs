using System.Globalization;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>
/// Every proof of every tree of up to seventy entries, damaged in every way that transparency-dev/merkle's test data know: cut,
/// lengthened, doubled, swapped, a bit flipped, another size, number or root. Ours and Go's say the same of each. (Not each
/// is refused: a proof does not bind the tree's size where another size has the same way up.)
/// </summary>
public sealed class GoRefusalTests
{
    private const int Largest = 70;

    [Fact]
    public void A_damaged_proof_is_refused_by_both_or_by_neither()
    {
        var judge = Tool.Built("judge");
        var cases = Cases().ToList();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, cases.Select(c => c.Line));
            var go = Tool.Run(judge, path);
            Assert.True(go.Status == 0, go.Output);
            var verdicts = go.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(cases.Count, verdicts.Length);
            foreach (var (line, holds, isDamaged, said) in cases.Zip(verdicts, (c, v) => (c.Line, c.Holds, c.IsDamaged, v)))
            {
                if (holds != (said == "y")) Assert.Fail($"{(holds ? "ours alone" : "Go alone")} takes {line}");
                if (!isDamaged && !holds) Assert.Fail($"refused: {line}");
            }

            var refused = cases.Count(c => !c.Holds);
            Assert.True(refused > 100_000 && refused > 0.9 * cases.Count(c => c.IsDamaged), $"{refused} of {cases.Count}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<Case> Cases()
    {
        var leaves = ByTheBook.Leaves(Largest + 1);
        var roots = Enumerable.Range(0, Largest + 2).Select(size => ByTheBook.Root(leaves.AsSpan(0, size))).ToList();
        for (var size = 1; size <= Largest; size++)
        {
            var tree = new ProvingTree(size, TileFolder.Of(size));
            for (var index = 0; index < size; index++)
            {
                var proof = tree.Inclusion(index);
                foreach (var (at, of, root, leaf, hashes) in Damage(index, size, roots[size], leaves[index], proof.Hashes))
                    yield return new(Line("record", of, at, root, leaf, hashes), new InclusionProof(at, of, hashes).Check(leaf, root) is null, !IsSame(at, index, of, size, hashes, proof.Hashes, root == roots[size] && leaf == leaves[index]));
            }

            for (var old = 1; old <= size; old++)
            {
                var proof = tree.Consistency(old);
                foreach (var (at, of, root, oldRoot, hashes) in Damage(old, size, roots[size], roots[old], proof.Hashes))
                {
                    // Go knows no proof from the empty tree, which every log begins with.
                    if (at >= 1) yield return new(Line("tree", of, at, root, oldRoot, hashes), new ConsistencyProof(at, of, hashes).Check(oldRoot, root) is null, !IsSame(at, old, of, size, hashes, proof.Hashes, root == roots[size] && oldRoot == roots[old]));
                }
            }
        }
    }

    /// <summary>The proof as it is, and then each kind of damage at each place.</summary>
    private static IEnumerable<(long At, long Size, TreeHash Root, TreeHash Begin, IReadOnlyList<TreeHash> Hashes)> Damage(
        long at, long size, TreeHash root, TreeHash begin, IReadOnlyList<TreeHash> hashes)
    {
        yield return (at, size, root, begin, hashes);
        foreach (var other in new[] { at - 1, at + 1, at ^ 1, at + size, size, size + 1, long.MaxValue }) yield return (other, size, root, begin, hashes);
        foreach (var other in new[] { size - 1, size + 1, size * 2, 1, 0, -1 }) yield return (at, other, root, begin, hashes);
        yield return (at, size, Flip(root, 0), begin, hashes);
        yield return (at, size, root, Flip(begin, 255), hashes);
        yield return (at, size, begin, root, hashes);
        yield return (at, size, TreeHash.OfNothing, begin, hashes);
        yield return (at, size, root, begin, []);
        yield return (at, size, root, begin, [.. hashes, root]);
        yield return (at, size, root, begin, [begin, .. hashes]);
        yield return (at, size, root, begin, [.. hashes.Reverse()]);
        for (var i = 0; i < hashes.Count; i++)
        {
            yield return (at, size, root, begin, [.. hashes.Take(i), .. hashes.Skip(i + 1)]);
            yield return (at, size, root, begin, [.. hashes.Take(i), hashes[i], .. hashes.Skip(i)]);
            yield return (at, size, root, begin, [.. hashes.Take(i), Flip(hashes[i], (i * 37) % 256), .. hashes.Skip(i + 1)]);
            if (i > 0) yield return (at, size, root, begin, [.. hashes.Take(i - 1), hashes[i], hashes[i - 1], .. hashes.Skip(i + 1)]);
        }
    }

    private static bool IsSame(long at, long wasAt, long size, long wasSize, IReadOnlyList<TreeHash> hashes, IReadOnlyList<TreeHash> were, bool areHeads) =>
        at == wasAt && size == wasSize && areHeads && hashes.SequenceEqual(were);

    private static string Line(string what, long size, long at, TreeHash root, TreeHash begin, IReadOnlyList<TreeHash> hashes) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {size} {at} {root.ToBase64()} {begin.ToBase64()} {string.Join(' ', hashes.Select(h => h.ToBase64()))}");

    private static TreeHash Flip(TreeHash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new(bytes);
    }

    private sealed record Case(string Line, bool Holds, bool IsDamaged);
}
