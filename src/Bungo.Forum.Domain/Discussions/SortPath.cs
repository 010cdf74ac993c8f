namespace Bungo.Forum.Domain.Discussions;

/// <summary>
/// Where a post stands in reading order, as text: comparing two paths byte by byte (<c>collate "C"</c>) gives
/// thread order, so one index scan reads a page of any topic, however large.
///
/// A path is its parent's path and one step more: the post's number within the topic in base 36, led by one
/// character that tells how many digits follow, so that 9 sorts before 10. A child's path begins with its
/// parent's, hence sorts right after it and before the parent's next sibling, because numbers only grow.
///
/// PostgreSQL cannot index a key of more than about 2,700 bytes, and a chain of replies has no limit. Past
/// <see cref="LongestPath"/> a reply takes its parent's path unchanged and the number decides: order below
/// that depth (some 300 replies in a chain) is by time, which is how such a chain reads anyway.
/// </summary>
public static class SortPath
{
    /// <summary>In characters, all ASCII.</summary>
    public const int LongestPath = 900;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <param name="parent">The parent's path; empty for a top-level post.</param>
    /// <param name="number">The post's number within its topic, from 1.</param>
    public static string Of(string parent, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Span<char> step = stackalloc char[8];
        var at = step.Length;
        for (var rest = number; rest > 0; rest /= 36) step[--at] = Digits[rest % 36];
        step[at - 1] = Digits[step.Length - at];
        var path = string.Concat(parent, step[(at - 1)..]);
        return path.Length <= LongestPath ? path : parent;
    }

    /// <summary>The path of the top-level post that this one hangs below: the first step alone.</summary>
    public static string Root(string path) => path[..(1 + Digits.IndexOf(path[0], StringComparison.Ordinal))];

    /// <summary>The smallest text greater than every path below <paramref name="path"/>: the end of a subtree's range.</summary>
    public static string EndOfSubtree(string path) => path + "~";
}
