using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Passages;

namespace Bungo.Forum.Domain.Tests.Passages;

/// <summary>The longest common subsequence of words, blanks and marks: what any diff of words comes near to.</summary>
internal static partial class PlainAligner
{
    public static Alignment Align(string before, string after)
    {
        var (a, b) = (Piece().Matches(before), Piece().Matches(after));
        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                longest[i, j] = a[i].Value == b[j].Value ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        var runs = new List<KeptRun>();
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count;)
        {
            if (a[i].Value == b[j].Value)
            {
                runs.Add(new KeptRun(a[i].Index, b[j].Index, a[i].Length));
                (i, j) = (i + 1, j + 1);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }

        return new Alignment(runs);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
