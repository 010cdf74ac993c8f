using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// Every commitment has a word said for it: an opening that opens it, or why there is none. Destroyed needs an
/// erasure in the log; what has neither is <see cref="VerifyFault.LostWithoutRecord"/>, the fault that an operator makes
/// who lets an uncomfortable text disappear. Nor is restricted taken from the package at its word: but for the names of
/// persons that are withheld by their nature, a decision in the log must have hidden the object and must still stand, or
/// its author must have taken it back.
/// </summary>
internal sealed class OpeningsCheck(ActsCheck acts, Action<Finding> report)
{
    // In bytes; above any post with its salt, and small enough to hold in memory.
    private const int LongestOpening = 1 << 20;

    /// <summary>Labels that tell of a person: who acted, and whom it was done to.</summary>
    private static readonly string[] Persons = ["actor", "sasaran"];

    /// <summary>What a decision on the object withholds from everybody.</summary>
    private static readonly string[] Words = ["body", "lampiran", "sikap"];

    private readonly ActTable _table = acts.Table;

    /// <summary>Reads openings, of one file after the other.</summary>
    /// <param name="each">Told of each opening that opens what it names.</param>
    public void Read(Package package, string file, Action<int, Opening>? each = null)
    {
        using var stream = package.OpenRead(file) ?? throw new PackageUnreadableException(Unreadable.FileMissing, file);
        Read(stream, file, each);
    }

    public void Read(Stream stream, string file, Action<int, Opening>? each = null)
    {
        foreach (var (block, openings) in Ahead.Of(LineBlock.Of(stream, LongestOpening), block => (block, Parse(block))))
            for (var i = 0; i < openings.Length; i++)
                Apply(file, block.First + i, block.Fault(i), openings[i], each);
    }

    /// <summary>Reads what the package says of commitments that it does not open.</summary>
    public void ReadStates(Package package)
    {
        using var stream = package.OpenRead(Package.States);
        if (stream is null) return;
        foreach (var block in LineBlock.Of(stream, Leaf.LongestLeaf))
        {
            for (var i = 0; i < block.Count; i++)
            {
                var line = block.First + i;
                if (block.Fault(i) is { } fault) report(new(Package.States, line, fault));
                else ReadState(line, block[i]);
            }
        }
    }

    /// <summary>The verdict on each commitment, after all files.</summary>
    public CommitmentCounts Judge()
    {
        long matching = 0, restricted = 0, sealedYet = 0, erased = 0, lost = 0, mismatching = 0;
        var unlisted = acts.UnlistedErasures;
        foreach (var (row, at, label) in _table.All())
        {
            switch (_table.State(at))
            {
                case CommitmentState.Matching:
                    matching++;
                    break;
                case CommitmentState.Mismatching:
                    mismatching++;
                    break;
                case CommitmentState.Restricted when !acts.IsErased(row, label):
                    restricted++;
                    if (!MayBeRestricted(row, label)) Report(VerifyFault.RestrictedUnfounded);
                    break;
                case CommitmentState.Sealed when acts.Polls.MayBeSealed(row):
                    sealedYet++;
                    break;
                case CommitmentState.Sealed when !acts.IsErased(row, label):
                    sealedYet++;
                    Report(VerifyFault.SealedTooLong);
                    break;
                // An erased account's acts are counted, not listed: a list would join them for ever.
                case CommitmentState.Destroyed when Persons.Contains(label) && !acts.IsErased(row, label) && unlisted > 0:
                    unlisted--;
                    erased++;
                    break;
                default:
                    if (acts.IsErased(row, label))
                    {
                        erased++;
                        break;
                    }

                    lost++;
                    Report(VerifyFault.LostWithoutRecord);
                    break;
            }

            void Report(VerifyFault fault) =>
                report(new(acts.FileOf(_table.Record(row)), _table.Record(row), fault, Subject: $"{_table.Id(row)}/{label}"));
        }

        return new(_table.Commitments, matching, restricted, sealedYet, erased, lost, mismatching);
    }

    /// <summary>By its nature: whom a measure struck, who decided it, a case file. Else by a decision that hides the object, or its withdrawal.</summary>
    private bool MayBeRestricted(int row, string label) => label switch
    {
        "sasaran" or "berkas" => true,
        "actor" => _table.Kind(row).Name.Split('.')[0] is "mod" or "banding" or "jawab",
        _ => Words.Contains(label) && acts.Decisions.IsNotShown(_table.ActedOn(row)),
    };

    // The costly half, apart from the tables' changes so that it can go on beside.
    private ReadOpening[] Parse(LineBlock block)
    {
        var read = new ReadOpening[block.Count];
        for (var i = 0; i < read.Length; i++)
        {
            if (block.Fault(i) is not null) continue;
            try
            {
                var opening = Opening.Parse(block[i]);
                var holds = _table.TryFind(opening.Act, out var row) && _table.Find(row, opening.Label) is >= 0 and var at
                    && _table.Holds(row, at, opening);
                read[i] = new(opening, holds, null);
            }
            catch (LedgerFormatException malformed)
            {
                read[i] = new(null, false, malformed);
            }
        }

        return read;
    }

    private void Apply(string file, long line, VerifyFault? lineFault, ReadOpening read, Action<int, Opening>? each)
    {
        if (lineFault is { } fault)
        {
            report(new(file, line, fault));
            return;
        }

        if (read.Opening is not { } opening)
        {
            report(new(file, line, VerifyFault.Malformed, Malformed: read.Malformed));
            return;
        }

        var place = $"{opening.Act}/{opening.Label}";
        if (!_table.TryFind(opening.Act, out var row))
        {
            report(new(file, line, VerifyFault.OpeningOfUnknownAct, Subject: place));
            return;
        }

        var at = _table.Find(row, opening.Label);
        if (at < 0)
        {
            report(new(file, line, VerifyFault.OpeningOfNoCommitment, _table.Record(row), place));
            return;
        }

        ref var state = ref _table.State(at);
        if (state != CommitmentState.Unopened)
        {
            report(new(file, line, VerifyFault.OpeningRepeated, _table.Record(row), place));
            return;
        }

        state = read.Holds ? CommitmentState.Matching : CommitmentState.Mismatching;
        if (!read.Holds) report(new(file, line, VerifyFault.OpeningMismatch, _table.Record(row), place));
        else each?.Invoke(row, opening);
        if (acts.IsErased(row, opening.Label)) report(new(file, line, VerifyFault.OpeningOfErased, _table.Record(row), place));
    }

    private void ReadState(long line, ReadOnlySpan<byte> bytes)
    {
        Withheld withheld;
        try
        {
            withheld = Withheld.Parse(bytes);
        }
        catch (LedgerFormatException malformed)
        {
            report(new(Package.States, line, VerifyFault.Malformed, Malformed: malformed));
            return;
        }

        var place = $"{withheld.Act}/{withheld.Label}";
        if (!_table.TryFind(withheld.Act, out var row) || _table.Find(row, withheld.Label) is not (>= 0 and var at))
        {
            report(new(Package.States, line, VerifyFault.WithheldOfNothing, Subject: place));
            return;
        }

        ref var state = ref _table.State(at);
        if (state is CommitmentState.Matching or CommitmentState.Mismatching) report(new(Package.States, line, VerifyFault.WithheldThoughOpen, _table.Record(row), place));
        else if (state != CommitmentState.Unopened) report(new(Package.States, line, VerifyFault.WithheldRepeated, _table.Record(row), place));
        else state = withheld.State switch
        {
            WithheldState.Terbatas => CommitmentState.Restricted,
            WithheldState.Belum => CommitmentState.Sealed,
            _ => CommitmentState.Destroyed,
        };
    }

    private readonly record struct ReadOpening(Opening? Opening, bool Holds, LedgerFormatException? Malformed);
}
