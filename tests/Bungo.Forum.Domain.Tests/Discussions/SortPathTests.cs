using Bungo.Forum.Domain.Discussions;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Discussions;

public class SortPathTests
{
    [Fact]
    public void Nine_sorts_before_ten_and_thirty_five_before_thirty_six()
    {
        Assert.True(string.CompareOrdinal(SortPath.Of("", 9), SortPath.Of("", 10)) < 0);
        Assert.True(string.CompareOrdinal(SortPath.Of("", 35), SortPath.Of("", 36)) < 0);
        Assert.True(string.CompareOrdinal(SortPath.Of("", 1295), SortPath.Of("", 1296)) < 0);
    }

    [Fact]
    public void Paths_of_siblings_sort_as_their_numbers() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, int.MaxValue]).Sample((a, b) =>
            Math.Sign(string.CompareOrdinal(SortPath.Of("11", a), SortPath.Of("11", b))) == Math.Sign(a.CompareTo(b)));

    /// <summary>Any tree grown in any order of replies reads as a walk that visits a post before its replies and replies by number.</summary>
    [Fact]
    public void Sorting_by_path_reads_the_tree_in_thread_order() =>
        Gen.Int[0, 1_000].Array[1, 80].Sample(picks =>
        {
            var posts = new List<(int Number, int Parent, string Path)>();
            foreach (var pick in picks)
            {
                var number = posts.Count + 1;
                var parent = pick % number;
                posts.Add((number, parent, SortPath.Of(parent == 0 ? "" : posts[parent - 1].Path, number)));
            }

            var expected = new List<int>();
            void Walk(int parent)
            {
                foreach (var post in posts.Where(p => p.Parent == parent))
                {
                    expected.Add(post.Number);
                    Walk(post.Number);
                }
            }

            Walk(0);
            return expected.SequenceEqual(posts.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Number).Select(p => p.Number));
        });

    [Fact]
    public void A_chain_of_ten_thousand_replies_stays_indexable_and_in_order()
    {
        var path = "";
        var read = new List<(string Path, int Number)>();
        for (var number = 1; number <= 10_000; number++)
        {
            path = SortPath.Of(path, number);
            Assert.True(path.Length <= SortPath.LongestPath);
            read.Add((path, number));
        }

        Assert.Equal(Enumerable.Range(1, 10_000), read.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Number).Select(r => r.Number));
    }

    [Fact]
    public void The_root_of_a_path_is_its_top_level_post()
    {
        var top = SortPath.Of("", 1_296);
        Assert.Equal(top, SortPath.Root(SortPath.Of(SortPath.Of(top, 1_297), 99_999)));
        Assert.Equal(top, SortPath.Root(top));
    }
}
