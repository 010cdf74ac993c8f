using System.Runtime.InteropServices;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// When the hourly beats first told each number of witnessed entries, by month. The time that a number stood is until the
/// next larger one of the period, the last one's until the period's last beat.
/// </summary>
internal sealed class BeatTimes
{
    private const int SecondsInTenth = 360;

    private readonly Dictionary<int, Month> _months = [];

    public void Add(DateTimeOffset at, long? witnessed)
    {
        ref var month = ref CollectionsMarshal.GetValueRefOrAddDefault(_months, WibMonths.Of(at), out _);
        month ??= new();
        var second = at.ToUnixTimeSeconds();
        month.Last = Math.Max(month.Last, second);
        if (witnessed is not { } number) return;
        if (!month.Since.TryGetValue(number, out var since) || second < since) month.Since[number] = second;
    }

    public Recount Longest(Period period)
    {
        var months = WibMonths.Of(period).Select(m => _months.GetValueOrDefault(m)).OfType<Month>().ToList();
        var stood = months.SelectMany(m => m.Since).GroupBy(s => s.Key, s => s.Value).OrderBy(g => g.Key).Select(g => g.Min()).ToList();
        if (stood.Count == 0) return Recount.Nothing;
        var ends = stood.Skip(1).Append(months.Max(m => m.Last));
        var longest = stood.Zip(ends, (since, until) => until - since).Max();
        return Recount.Exactly(Rounding.Quotient(longest, SecondsInTenth));
    }

    private sealed class Month
    {
        public Dictionary<long, long> Since { get; } = [];
        public long Last { get; set; }
    }
}
