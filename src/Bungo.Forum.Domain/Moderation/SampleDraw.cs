using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// Which decisions of a month the evaluator examines again: nobody chooses them. Each decision gets a key, the SHA-256
/// of the text
/// <code>
/// bungo-forum/sampel/v1 LF month LF seed LF act id
/// </code>
/// (UTF-8, no final line feed; the month as <c>2026-11</c>, the seed in Base64 as checkpoints write roots, the act id as
/// its 22 characters), and those with the lowest keys are drawn, in their order. Anybody repeats it with
/// <c>sha256sum</c>; nothing here is of our own making. DRAWING.md beside this file says what the seed and the decisions
/// of a month are.
/// </summary>
public static class SampleDraw
{
    /// <summary>As many as the lembaga can read with care in a month; fewer decisions are all examined.</summary>
    public const int Size = 50;

    private const string Name = "bungo-forum/sampel/v1";

    /// <param name="month">As <c>2026-11</c>.</param>
    /// <param name="seed">Root of the ledger at the size that ends the month, in Base64.</param>
    /// <param name="acts">Ids of the acts of all the month's decisions, in whatever order.</param>
    public static IReadOnlyList<string> Draw(string month, string seed, IEnumerable<string> acts, int size = Size) =>
        [.. acts.Distinct(StringComparer.Ordinal).OrderBy(act => Key(month, seed, act), StringComparer.Ordinal).Take(size)];

    /// <summary>In lower-case hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public static string Key(string month, string seed, string act) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Name, month, seed, act))));
}
