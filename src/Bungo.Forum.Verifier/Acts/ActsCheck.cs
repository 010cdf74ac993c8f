using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// The acts one after the other, in the order of the log: what one act or a few words about its kind decide is decided
/// here, and what needs another act that may lie anywhere before it is set aside for <see cref="ObjectsCheck"/> (by
/// object) and <see cref="CommitmentsCheck"/> (by act).
///
/// A faulty record is told of and then counts as if it stood: its id, object and time are what the next ones are
/// compared with. One forged record thus gives the faults it causes, and not one at every record behind it.
/// </summary>
internal sealed class ActsCheck(long size, ActStore store, Action<Finding> report)
{
    /// <summary>Clocks of several servers differ, and an act is recorded after it is done.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>For ballots: the hour they tell, up to an hour of mixing, and the tolerance of all.</summary>
    public static readonly TimeSpan BallotTolerance = TimeSpan.FromHours(2) + Tolerance;

    private readonly Dictionary<ObjectId, long> _versions = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _latestRecord;

    public ActStore Store { get; } = store;

    public PollTable Polls { get; } = new();

    public LogActs LogActs { get; } = new();

    /// <summary>Whether the log follows none, so that all it goes on from is in it.</summary>
    public bool IsWhole => Months.FollowsSince is null;

    public MonthCounts Months { get; } = new();

    public List<PublishedReport> Reports { get; } = [];

    /// <summary>Records that are acts, those that stand twice included.</summary>
    public long Count { get; private set; }

    /// <summary>The latest time that an act tells, ballots apart.</summary>
    public DateTimeOffset Latest => _latest;

    /// <summary>How many erased commitments the erasures of whole accounts count without listing them.</summary>
    public long UnlistedErasures { get; private set; }

    public void Add(long record, Leaf leaf)
    {
        var file = FileOf(record);
        Count++;
        CheckTime(file, record, leaf);
        CheckVersion(file, record, leaf);
        if (leaf.Kind.Name == "mod.putus" && leaf.Time("sampai") <= leaf.At) report(new(file, record, VerifyFault.TermReversed, Subject: leaf.Id.ToString()));
        if (Polls.FaultOf(leaf) is { } course) report(new(file, record, VerifyFault.PollOutOfCourse, Subject: course));
        if (Polls.Add(record, leaf) is { } outside) report(new(file, record, VerifyFault.BallotOutsideVoting, outside.Other, leaf.Id.ToString()));
        SetErasuresAside(record, leaf);
        foreach (var row in ObjectRows.Of(record, leaf)) Store.Objects.Add(row.Key, row);
        Store.Add(record, leaf, Polls.NumberOf(leaf), leaf.Kind.Name == "pos.buat" && !MonthCounts.IsImported(leaf) ? WibMonths.Of(leaf.At) : -1);
        LogActs.Add(record, leaf);
        Months.Add(record, leaf);
        if (leaf.Kind.Name == PublishedReport.Kind) Reports.Add(PublishedReport.Of(record, leaf));
    }

    /// <summary>The file in which a record of this log stands.</summary>
    public string FileOf(long record)
    {
        var bundle = record / TilePath.FullWidth;
        return TilePath.Bundle(bundle, (int)Math.Min(TilePath.FullWidth, size - (bundle * TilePath.FullWidth))).ToString();
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

    private void SetErasuresAside(long record, Leaf leaf)
    {
        foreach (var target in leaf.Erasures)
            Store.References.Add(target.Act.ToGuid(), new(target.Act.ToGuid(), default, (uint)record, 0, Label.Of(target.Label), Reference.Erases));
        if (leaf.Kind.Name == "hapus" && leaf.Count("jumlah") is { } unlisted && !leaf.Erasures.Any()) UnlistedErasures += unlisted;
    }

    // A report that was replaced stays published; a number left out would be a version that nobody can ask for.
    private void CheckVersion(string file, long record, Leaf leaf)
    {
        if (leaf.Kind.Name != PublishedReport.Kind || leaf.Count("versi") is not { } version) return;
        var due = _versions.TryGetValue(leaf.ActedOn, out var last) ? last + 1 : Months.FollowsSince is null ? 1 : version;
        if (version != due) report(new(file, record, VerifyFault.VersionDiffers, Subject: $"{version}, {due}"));
        _versions[leaf.ActedOn] = version;
    }
}
