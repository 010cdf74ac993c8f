namespace Bungo.Forum.Verifier.Reporting;

/// <summary>What is checked, in the order in which it is told.</summary>
public enum Phase
{
    Head,
    Log,
    Keys,
    Openings,
    Polls,
    States,
    Verdicts,
    Reports,
    Witnesses,
    Receipts,
}

/// <summary>
/// What was found; all are counted, a thousand are told. They are told in the order of the check and within it of the
/// records, in whatever order they were found: acts are looked at in parts that do not follow the log.
/// </summary>
public sealed class FindingList
{
    private const int MostTold = 1000;

    private readonly List<((Phase Phase, int Order, long At, long Arrival) Place, Finding Finding)> _kept = [];
    private long _last;

    public IReadOnlyList<Finding> Told => [.. _kept.OrderBy(k => k.Place).Take(MostTold).Select(k => k.Finding)];

    public long Count { get; private set; }

    public Action<Finding> In(Phase phase) => finding => Add(finding, phase);

    /// <param name="order">Among those of the phase: the number of the file.</param>
    public void Add(Finding finding, Phase phase, int order = 0)
    {
        // A file of the tree that is no record's lies where the reading of the log is.
        var at = finding.At ?? (phase == Phase.Log ? _last : 0);
        if (phase == Phase.Log) _last = at;
        _kept.Add(((phase, order, at, Count++), finding));
        if (_kept.Count < 4 * MostTold) return;
        _kept.Sort((left, right) => left.Place.CompareTo(right.Place));
        _kept.RemoveRange(MostTold, _kept.Count - MostTold);
    }

    public void AddUntold(long count) => Count += count;
}
