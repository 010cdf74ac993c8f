using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Export;

/// <summary>
/// The acts among themselves, in the order of the export: ids are unique, each object's acts form one chain that
/// only points back, erasures name something that exists, and time does not run back.
///
/// It remembers of each act what later lines and the openings are held against, some 250 bytes, so that a
/// million acts fit into a small machine.
///
/// A faulty line is told of and then counts as if it stood: its id, object and time are what the next lines
/// are compared with. One forged line thus gives the faults it causes, and not one at every line behind it.
/// </summary>
public sealed class ActsCheck(string file, Action<Finding> report)
{
    /// <summary>Clocks of several servers differ, and an act is written after it is done.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>For ballots: the hour they tell, up to an hour of mixing, and the tolerance of all.</summary>
    public static readonly TimeSpan BallotTolerance = TimeSpan.FromHours(2) + Tolerance;

    private readonly Dictionary<ActId, RecordedAct> _acts = [];
    private readonly Dictionary<ObjectId, RecordedAct> _newest = [];
    private readonly HashSet<(ActId Act, string Label)> _erased = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _latestLine;

    public void Add(long line, Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var act = new RecordedAct(line, leaf);
        if (_acts.TryGetValue(leaf.Id, out var twin))
        {
            report(new(file, line, ExportFault.ActRepeated, twin.Line, leaf.Id.ToString()));
            return;
        }

        CheckPrevious(line, leaf);
        CheckTime(line, leaf);
        CheckErasures(line, leaf);
        _acts.Add(leaf.Id, act);
        _newest[leaf.ActedOn] = act;
    }

    internal RecordedAct? Find(ActId act) => _acts.GetValueOrDefault(act);

    internal bool IsErased(ActId act, string label) => _erased.Contains((act, label));

    internal ExportReport Report(IReadOnlyList<Finding> findings)
    {
        long matching = 0, mismatching = 0, erased = 0, unopened = 0;
        foreach (var (id, act) in _acts)
        {
            foreach (var commitment in act.Commitments)
            {
                switch (commitment.State)
                {
                    case CommitmentState.Matching:
                        matching++;
                        break;
                    case CommitmentState.Mismatching:
                        mismatching++;
                        break;
                    case CommitmentState.Unopened when IsErased(id, commitment.Label):
                        erased++;
                        break;
                    default:
                        unopened++;
                        break;
                }
            }
        }

        return new(_acts.Count, matching + mismatching + erased + unopened, matching, mismatching, erased, unopened, findings);
    }

    private void CheckPrevious(long line, Leaf leaf)
    {
        var newest = _newest.GetValueOrDefault(leaf.ActedOn);
        if (leaf.Previous is not { } previous)
        {
            if (newest is not null) report(new(file, line, ExportFault.PreviousMissing, newest.Line, leaf.ActedOn.ToString()));
        }
        else if (Find(previous) is not { } named)
        {
            report(new(file, line, ExportFault.PreviousUnknown, Subject: previous.ToString()));
        }
        else if (named.ActedOn != leaf.ActedOn)
        {
            report(new(file, line, ExportFault.PreviousOfAnotherObject, named.Line, previous.ToString()));
        }
        else if (named != newest)
        {
            report(new(file, line, ExportFault.PreviousOvertaken, newest!.Line, previous.ToString()));
        }
    }

    private void CheckTime(long line, Leaf leaf)
    {
        var isBallot = leaf.Kind.Grain == TimeGrain.Hour;
        var runsBack = _latest - leaf.At > (isBallot ? BallotTolerance : Tolerance);
        if (runsBack) report(new(file, line, ExportFault.TimeRunsBack, _latestLine, LedgerTime.Write(leaf.At)));
        // A ballot's hour says nothing about when the next act may be. After a fault the later lines are
        // compared with this one, so that one wrong clock is one fault.
        if (!isBallot && (runsBack || leaf.At > _latest)) (_latest, _latestLine) = (leaf.At, line);
    }

    private void CheckErasures(long line, Leaf leaf)
    {
        foreach (var target in leaf.Erasures)
        {
            if (Find(target.Act) is { } act && act.Commitments.Any(c => c.Label == target.Label)) _erased.Add((target.Act, target.Label));
            else report(new(file, line, ExportFault.ErasureOfNothing, Subject: $"{target.Act}/{target.Label}"));
        }
    }
}
