using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// One part of the acts against what opens them: each opening recomputed, each word for what is not opened taken down, and
/// the verdict on each commitment. It changes nothing outside itself, so that several parts go on beside one another.
/// </summary>
internal sealed class PartVerdict
{
    /// <summary>Labels that tell of a person: who acted, and whom it was done to.</summary>
    private static readonly string[] Persons = ["actor", "sasaran"];

    /// <summary>What a decision on the object withholds from everybody.</summary>
    private static readonly string[] Words = ["body", "lampiran", "sikap"];

    private readonly PollTable _polls;
    private readonly bool _countsAuthors;
    private readonly BallotBox _box;

    public PartVerdict(ActsCheck acts, int part)
    {
        var store = acts.Store;
        (_polls, _countsAuthors, Acts) = (acts.Polls, acts.Reports.Count > 0, new(store, part, acts.IsWhole));
        _box = new(Acts, _polls);
        foreach (var piece in store.Openings.Read(part))
        {
            for (var at = 0; at < piece.Length; at += OpeningRecord.LengthOf(piece.Span[at..]))
                Open(new(piece.Span.Slice(at, OpeningRecord.LengthOf(piece.Span[at..]))));
        }

        foreach (var state in store.States.Read(part)) Withhold(state);
        foreach (var row in Acts.Rows) Judge(row);
        _box.Close();
    }

    public ActPart Acts { get; }
    public long[] Counts { get; } = new long[Enum.GetValues<CommitmentVerdict>().Length];
    public BallotBox Ballots => _box;
    public List<RestrictedRow> Restricted { get; } = [];
    public List<AuthorRow> Authors { get; } = [];

    /// <summary>Months in which the author of a post is not known.</summary>
    public HashSet<int> AuthorsUnknown { get; } = [];

    /// <summary>Destroyed ones that only the erasures of whole accounts can account for, by number.</summary>
    public List<(long Record, string Place)> Unlisted { get; } = [];

    private void Open(OpeningRecord opening)
    {
        var isBallot = opening.File > 0;
        var file = isBallot ? Package.Ballots(_polls.All[opening.File - 1].Id) : Package.Openings;
        var place = $"{ActId.From(opening.Act)}/{opening.Label}";
        var (order, line) = (opening.File, opening.Line);
        if (!Acts.TryFind(opening.Act, out var row))
        {
            Tell(VerifyFault.OpeningOfUnknownAct, null);
            return;
        }

        var at = Acts.Find(row, opening.Label);
        if (at < 0)
        {
            Tell(VerifyFault.OpeningOfNoCommitment, Acts.Record(row));
            return;
        }

        ref var state = ref Acts.State(at);
        if (state != CommitmentState.Unopened)
        {
            Tell(VerifyFault.OpeningRepeated, Acts.Record(row));
            return;
        }

        var holds = Acts.Holds(row, at, opening);
        state = holds ? CommitmentState.Matching : CommitmentState.Mismatching;
        if (!holds) Tell(VerifyFault.OpeningMismatch, Acts.Record(row));
        else if (isBallot) _box.Add(row, opening);
        else if (_countsAuthors && Acts[row].Month >= 0 && opening.Label == "actor") Authors.Add(new(ActStore.NameOf(opening.Content), Acts[row].Month));
        if (Acts.IsErased(at)) Tell(VerifyFault.OpeningOfErased, Acts.Record(row));

        void Tell(VerifyFault fault, long? other) => Acts.Faults.Add((isBallot ? Phase.Polls : Phase.Openings, order, new(file, line, fault, other, place)));
    }

    private void Withhold(StateRow told)
    {
        var place = $"{ActId.From(told.Act)}/{told.Label}";
        if (!Acts.TryFind(told.Act, out var row) || Acts.Find(row, told.Label.ToString()) is not (>= 0 and var at))
        {
            Tell(VerifyFault.WithheldOfNothing, null);
            return;
        }

        ref var state = ref Acts.State(at);
        if (state is CommitmentState.Matching or CommitmentState.Mismatching) Tell(VerifyFault.WithheldThoughOpen, Acts.Record(row));
        else if (state != CommitmentState.Unopened) Tell(VerifyFault.WithheldRepeated, Acts.Record(row));
        else state = told.State;

        void Tell(VerifyFault fault, long? other) => Acts.Faults.Add((Phase.States, 0, new(Package.States, told.Line, fault, other, place)));
    }

    private void Judge(int row)
    {
        foreach (var (at, label) in Acts.Commitments(row))
        {
            Counts[(int)Judge(row, at, label)]++;
            if (label == "actor" && Acts[row].Month is >= 0 and var month && Acts.State(at) != CommitmentState.Matching) AuthorsUnknown.Add(month);
        }
    }

    private CommitmentVerdict Judge(int row, int at, string label)
    {
        var isErased = Acts.IsErased(at);
        var place = $"{ActId.From(Acts[row].Id)}/{label}";
        switch (Acts.State(at))
        {
            case CommitmentState.Matching:
                return CommitmentVerdict.Matching;
            case CommitmentState.Mismatching:
                return CommitmentVerdict.Mismatching;
            case CommitmentState.Restricted when !isErased:
                if (Words.Contains(label)) Restricted.Add(new(Acts[row].ActedOn, Acts[row].Id, Acts[row].Record, Label.Of(label)));
                else if (!IsByNature(row, label)) Acts.Tell(Phase.Verdicts, Acts.Record(row), VerifyFault.RestrictedUnfounded, null, place);
                return CommitmentVerdict.Restricted;
            case CommitmentState.Sealed when Acts[row].Poll is >= 0 and var poll && _polls.All[poll].Counted is null:
                return CommitmentVerdict.Sealed;
            case CommitmentState.Sealed when !isErased:
                Acts.Tell(Phase.Verdicts, Acts.Record(row), VerifyFault.SealedTooLong, null, place);
                return CommitmentVerdict.Sealed;
            // An erased account's acts are counted, not listed: a list would join them for ever.
            case CommitmentState.Destroyed when Persons.Contains(label) && !isErased:
                Unlisted.Add((Acts.Record(row), place));
                return CommitmentVerdict.Unlisted;
            case var _ when isErased:
                return CommitmentVerdict.Erased;
            default:
                Acts.Tell(Phase.Verdicts, Acts.Record(row), VerifyFault.LostWithoutRecord, null, place);
                return CommitmentVerdict.Lost;
        }
    }

    /// <summary>Whom a measure struck, who decided it, a case file.</summary>
    private bool IsByNature(int row, string label) => label switch
    {
        "sasaran" or "berkas" => true,
        "actor" => Acts.Kind(row).Name.Split('.')[0] is "mod" or "banding" or "jawab",
        _ => false,
    };
}

internal enum CommitmentVerdict
{
    Matching,
    Restricted,
    Sealed,
    Erased,
    Lost,
    Mismatching,

    /// <summary>Erased with a whole account, or lost: that depends on how many such there are in all.</summary>
    Unlisted,
}
