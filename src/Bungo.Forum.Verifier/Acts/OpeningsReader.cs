using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>Reads what the package says of commitments, and sets it aside by the act it is about.</summary>
internal sealed class OpeningsReader(ActStore store)
{
    // In bytes; above any post with its salt, and small enough to hold in memory.
    private const int LongestOpening = 1 << 20;

    /// <param name="number">Of the file: 0, or above it of one poll's ballots.</param>
    public void Read(Package package, string file, int number, Action<Finding> report)
    {
        using var stream = package.OpenRead(file) ?? throw new PackageUnreadableException(Unreadable.FileMissing, file);
        foreach (var (block, openings) in Ahead.Of(LineBlock.Of(stream, LongestOpening), block => (block, Parse(block, number))))
        {
            for (var i = 0; i < openings.Length; i++)
            {
                if (block.Fault(i) is { } fault) report(new(file, block.First + i, fault));
                else if (openings[i].Record is { } record) store.Openings.Add(new OpeningRecord(record).Act, record);
                else report(new(file, block.First + i, VerifyFault.Malformed, Malformed: openings[i].Malformed));
            }
        }
    }

    public void ReadStates(Package package, Action<Finding> report)
    {
        using var stream = package.OpenRead(Package.States);
        if (stream is null) return;
        foreach (var block in LineBlock.Of(stream, Leaf.LongestLeaf))
        {
            for (var i = 0; i < block.Count; i++)
            {
                var line = block.First + i;
                if (block.Fault(i) is { } fault) report(new(Package.States, line, fault));
                else SetAside(block[i], line, report);
            }
        }
    }

    private void SetAside(ReadOnlySpan<byte> bytes, long line, Action<Finding> report)
    {
        try
        {
            var withheld = Withheld.Parse(bytes);
            var state = withheld.State switch
            {
                WithheldState.Terbatas => CommitmentState.Restricted,
                WithheldState.Belum => CommitmentState.Sealed,
                _ => CommitmentState.Destroyed,
            };
            store.States.Add(withheld.Act.ToGuid(), new(withheld.Act.ToGuid(), line, Label.Of(withheld.Label), state));
        }
        catch (LedgerFormatException malformed)
        {
            report(new(Package.States, line, VerifyFault.Malformed, Malformed: malformed));
        }
    }

    private static (byte[]? Record, LedgerFormatException? Malformed)[] Parse(LineBlock block, int number)
    {
        var read = new (byte[]?, LedgerFormatException?)[block.Count];
        for (var i = 0; i < read.Length; i++)
        {
            if (block.Fault(i) is not null) continue;
            try
            {
                read[i] = (OpeningRecord.Write(Opening.Parse(block[i]), number, block.First + i), null);
            }
            catch (LedgerFormatException malformed)
            {
                read[i] = (null, malformed);
            }
        }

        return read;
    }
}
