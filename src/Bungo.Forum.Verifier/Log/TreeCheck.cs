using System.Globalization;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Log;

/// <summary>
/// Builds the whole tree again from the records and holds each tile and the root against it. Where record and tile
/// disagree the tile's hash goes into the tree: the root then tells which of the two was signed, and a changed record
/// is one fault at its own number instead of a wrong root.
/// </summary>
internal sealed class TreeCheck(Package package, TreeHead head, ActsCheck acts, Action<Finding> report)
{
    private readonly TreeEdge _tree = new();

    /// <param name="progress">Told how many records are done.</param>
    public void Run(Action<long> progress)
    {
        var bundles = TilePath.Of(head.Size).TakeWhile(path => path.IsBundle);
        foreach (var bundle in Ahead.Of(bundles, path => ReadBundle.Of(package, path)))
        {
            // Neither records nor hashes: the package ends here, whatever size a stranger wrote into the checkpoint.
            if (bundle is { TileFault.Fault: LedgerFault.TileMissing, BundleFault.Fault: LedgerFault.TileMissing })
            {
                Report(bundle.Path, bundle.BundleFault);
                return;
            }

            Take(bundle);
            progress(_tree.Size);
        }

        foreach (var tile in _tree.Unfinished().Where(t => t.Path.Level > 0)) Compare(tile.Path, tile.Bytes.Span);
        if (_tree.Head != head) report(new(Package.Checkpoint, null, VerifyFault.RootDiffers, Subject: _tree.Root().ToBase64()));
    }

    private void Take(ReadBundle bundle)
    {
        if (bundle.TileFault is { } tile) Report(bundle.Path with { Level = 0 }, tile);
        if (bundle.BundleFault is { } fault) Report(bundle.Path, fault);
        for (var i = 0; i < bundle.Path.Width; i++)
        {
            var record = _tree.Size;
            if (bundle.BundleFault is null)
            {
                var file = bundle.Path.ToString();
                if (bundle.Hashes[i] != bundle.InTile(i)) report(new(file, record, VerifyFault.EntryDiffers, Subject: bundle.Leaves[i]?.Id.ToString()));
                if (bundle.Malformed[i] is { } malformed) report(new(file, record, VerifyFault.Malformed, Malformed: malformed));
                if (bundle.Leaves[i] is { } leaf) acts.Add(record, leaf);
            }

            _tree.Append(bundle.InTile(i), Compare);
        }
    }

    private void Compare(TilePath path, ReadOnlySpan<byte> hashes)
    {
        if (path.Level == 0) return;
        try
        {
            var file = package.Hashes(path).Span;
            for (var at = 0; at < hashes.Length; at += TreeHash.Length)
            {
                if (file.Slice(at, TreeHash.Length).SequenceEqual(hashes.Slice(at, TreeHash.Length))) continue;
                // Which records the hash stands for, so that one knows where to look.
                var span = 1L << (TilePath.Height * path.Level);
                var first = ((path.Index * TilePath.FullWidth) + (at / TreeHash.Length)) * span;
                report(new(path.ToString(), null, VerifyFault.TileDiffers, Subject: string.Create(CultureInfo.InvariantCulture, $"{first}-{first + span - 1}")));
            }
        }
        catch (LedgerFormatException fault)
        {
            Report(path, fault);
        }
    }

    private void Report(TilePath path, LedgerFormatException fault) => report(new(path.ToString(), null, VerifyFault.Malformed, Malformed: fault));
}
