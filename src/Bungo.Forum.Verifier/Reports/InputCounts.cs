using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>A time in which a post could be read, by the input that it is or replies to.</summary>
/// <param name="From">From this record on, up to <paramref name="Until"/>.</param>
internal readonly record struct InputRow(Guid Input, long At, uint From, uint Until, bool IsAnswer);

/// <summary>
/// Residents' inputs and the first answers to them, as each report saw them: what could be read when it was compiled, which
/// is before its own act in the log.
/// </summary>
internal sealed class InputCounts(ActStore store, IReadOnlyList<PublishedReport> reports)
{
    private readonly Spill<InputRow> _rows = store.Of<InputRow>();
    private readonly List<(PublishedReport Report, Period Period, InputTally Tally)> _tallies =
        [.. reports.Where(r => !Period.Parse(r.Period).IsRefused(out _)).Select(r => (r, Period.Parse(r.Period).Value, new InputTally(r, Period.Parse(r.Period).Value)))];

    public void Add(Guid id, ObjectHistory acted)
    {
        if (_tallies.Count == 0 || acted.Post is not { } post) return;
        var isAnswer = post.Has(ObjectChange.IsOfficial) && post.Parent != default;
        if (!isAnswer && (post.Parent != default || post.Has(ObjectChange.IsOfficial) || post.Has(ObjectChange.IsImported))) return;
        var input = isAnswer ? post.Parent : id;
        foreach (var (from, until) in acted.Readable) _rows.Add(input, new(input, post.Number, from, until, isAnswer));
        foreach (var (_, _, tally) in _tallies) tally.Border(post.Number, acted.Changes);
    }

    /// <summary>Counts, by the days off work that each report names.</summary>
    public void Count(IReadOnlyDictionary<PublishedReport, IReadOnlyList<DateOnly>> holidays)
    {
        foreach (var (report, _, tally) in _tallies) tally.Holidays = holidays.GetValueOrDefault(report, []);
        for (var part = 0; part < Partitions.Count; part++)
        {
            if (_rows.IsEmpty(part)) continue;
            foreach (var input in _rows.Read(part).GroupBy(row => row.Input))
            {
                var rows = input.ToList();
                foreach (var (_, _, tally) in _tallies) tally.Add(rows);
            }
        }
    }

    public InputTally? Of(PublishedReport report) => _tallies.Find(t => ReferenceEquals(t.Report, report)).Tally;
}
