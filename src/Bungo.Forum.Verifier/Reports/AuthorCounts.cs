using System.Runtime.InteropServices;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>A post by its author, who is known by a short name of the random id that the ledger gives an account.</summary>
internal readonly record struct AuthorRow(Guid Author, int Month);

/// <summary>
/// How many posts each author wrote, from the openings of <c>actor</c>. Where one of a period was withheld or destroyed nobody
/// can tell any more whether two posts had one author, and the numbers of that period are not recomputable.
/// </summary>
internal sealed class AuthorCounts(ActStore store)
{
    private const int TopShare = 100;

    private readonly Spill<AuthorRow> _posts = store.Of<AuthorRow>();
    private readonly HashSet<int> _unknown = [];
    private readonly Dictionary<Period, SortedDictionary<long, long>> _authors = [];

    public void Add(List<AuthorRow> posts, HashSet<int> unknown)
    {
        foreach (var post in posts) _posts.Add(post.Author, post);
        _unknown.UnionWith(unknown);
    }

    /// <summary>Counts for these periods, when all posts are there.</summary>
    public void Count(IEnumerable<Period> periods)
    {
        foreach (var period in periods) _authors.TryAdd(period, []);
        if (_authors.Count == 0) return;
        for (var part = 0; part < Partitions.Count; part++)
        {
            var byAuthor = new Dictionary<Guid, Dictionary<int, long>>();
            foreach (var post in _posts.Read(part))
            {
                if (!byAuthor.TryGetValue(post.Author, out var months)) byAuthor[post.Author] = months = [];
                CollectionsMarshal.GetValueRefOrAddDefault(months, post.Month, out _)++;
            }

            foreach (var (period, histogram) in _authors)
            {
                foreach (var months in byAuthor.Values)
                {
                    var posts = WibMonths.Of(period).Sum(m => months.GetValueOrDefault(m));
                    if (posts > 0) histogram[posts] = histogram.GetValueOrDefault(posts) + 1;
                }
            }
        }
    }

    public bool IsKnown(Period period) => !WibMonths.Of(period).Any(_unknown.Contains);

    /// <summary>Authors by whether they wrote one post or several.</summary>
    public (long Once, long Often) Of(Period period)
    {
        var histogram = _authors[period];
        var once = histogram.GetValueOrDefault(1);
        return (once, histogram.Values.Sum() - once);
    }

    /// <summary>The share of all posts that the one percent of authors wrote who wrote most, per mille.</summary>
    public Recount TopOf(Period period)
    {
        var histogram = _authors[period];
        if (histogram.Count == 0) return Recount.Nothing;
        var left = (histogram.Values.Sum() + TopShare - 1) / TopShare;
        long top = 0;
        foreach (var (posts, authors) in histogram.Reverse())
        {
            var taken = Math.Min(left, authors);
            (top, left) = (top + (taken * posts), left - taken);
        }

        return Recount.Exactly(Rounding.Quotient(1000 * top, histogram.Sum(h => h.Key * h.Value)));
    }
}
