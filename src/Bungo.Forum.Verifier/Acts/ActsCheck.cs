using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// The acts among themselves, in the order of the log: ids are unique, each object's acts form one chain that
/// only points back, erasures and what takes a decision back name something that exists, and time does not run back.
///
/// A faulty record is told of and then counts as if it stood: its id, object and time are what the next ones are
/// compared with. One forged record thus gives the faults it causes, and not one at every record behind it.
/// </summary>
internal sealed class ActsCheck(long size, Action<Finding> report)
{
    /// <summary>Clocks of several servers differ, and an act is recorded after it is done.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>For ballots: the hour they tell, up to an hour of mixing, and the tolerance of all.</summary>
    public static readonly TimeSpan BallotTolerance = TimeSpan.FromHours(2) + Tolerance;

    private readonly HashSet<(int Row, string Label)> _erased = [];
    private readonly Dictionary<ObjectId, long> _reports = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _latestRecord;

    public ActTable Table { get; } = new();

    public PollTable Polls { get; } = new();

    public DecisionTable Decisions { get; } = new();

    public LogActs LogActs { get; } = new();

    /// <summary>The latest time that an act tells, ballots apart.</summary>
    public DateTimeOffset Latest => _latest;

    /// <summary>How many erased commitments the erasures of whole accounts count without listing them.</summary>
    public long UnlistedErasures { get; private set; }

    public void Add(long record, Leaf leaf)
    {
        var file = FileOf(record);
        if (Table.TryFind(leaf.Id, out var twin))
        {
            report(new(file, record, VerifyFault.ActRepeated, Table.Record(twin), leaf.Id.ToString()));
            return;
        }

        CheckPrevious(file, record, leaf);
        CheckTime(file, record, leaf);
        CheckErasures(file, record, leaf);
        CheckVersion(file, record, leaf);
        if (Decisions.Add(leaf) is { } fault) report(new(file, record, fault, Subject: leaf.Id.ToString()));
        var row = Table.Add(record, leaf);
        Polls.Add(row, record, leaf);
        LogActs.Add(record, leaf);
    }

    public bool IsErased(int row, string label) => _erased.Contains((row, label));

    /// <summary>The file in which a record of this log stands.</summary>
    public string FileOf(long record)
    {
        var bundle = record / TilePath.FullWidth;
        return TilePath.Bundle(bundle, (int)Math.Min(TilePath.FullWidth, size - (bundle * TilePath.FullWidth))).ToString();
    }

    private void CheckPrevious(string file, long record, Leaf leaf)
    {
        int? newest = Table.TryFindNewest(leaf.ActedOn, out var row) ? row : null;
        if (leaf.Previous is not { } previous)
        {
            if (newest is { } older) report(new(file, record, VerifyFault.PreviousMissing, Table.Record(older), leaf.ActedOn.ToString()));
        }
        else if (!Table.TryFind(previous, out var named))
        {
            report(new(file, record, VerifyFault.PreviousUnknown, Subject: previous.ToString()));
        }
        else if (Table.ActedOn(named) != leaf.ActedOn)
        {
            report(new(file, record, VerifyFault.PreviousOfAnotherObject, Table.Record(named), previous.ToString()));
        }
        else if (named != newest)
        {
            report(new(file, record, VerifyFault.PreviousOvertaken, Table.Record(newest!.Value), previous.ToString()));
        }
    }

    private void CheckTime(string file, long record, Leaf leaf)
    {
        var isBallot = leaf.Kind.Grain == TimeGrain.Hour;
        var runsBack = _latest - leaf.At > (isBallot ? BallotTolerance : Tolerance);
        if (runsBack) report(new(file, record, VerifyFault.TimeRunsBack, _latestRecord, LedgerTime.Write(leaf.At)));
        // A ballot's hour says nothing about when the next act may be. After a fault the later records are
        // compared with this one, so that one wrong clock is one fault.
        if (!isBallot && (runsBack || leaf.At > _latest)) (_latest, _latestRecord) = (leaf.At, record);
    }

    private void CheckErasures(string file, long record, Leaf leaf)
    {
        foreach (var target in leaf.Erasures)
        {
            if (Table.TryFind(target.Act, out var row) && Table.Find(row, target.Label) >= 0) _erased.Add((row, target.Label));
            else report(new(file, record, VerifyFault.ErasureOfNothing, Subject: $"{target.Act}/{target.Label}"));
        }

        if (leaf.Kind.Name == "hapus" && leaf.Clear.TryGet("jumlah", out var count) && count is CanonicalInteger { Value: var unlisted } && !leaf.Erasures.Any())
            UnlistedErasures += unlisted;
    }

    // A report that was replaced stays published; a number left out would be a version that nobody can ask for.
    private void CheckVersion(string file, long record, Leaf leaf)
    {
        if (leaf.Kind.Name != "laporan.terbit" || !leaf.Clear.TryGet("versi", out var value) || value is not CanonicalInteger { Value: var version }) return;
        var due = _reports.GetValueOrDefault(leaf.ActedOn) + 1;
        if (version != due) report(new(file, record, VerifyFault.VersionDiffers, Subject: $"{version}, {due}"));
        _reports[leaf.ActedOn] = version;
    }
}
