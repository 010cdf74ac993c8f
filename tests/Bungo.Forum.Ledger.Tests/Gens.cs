using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

/// <summary>Random documents, and small damages to their bytes.</summary>
internal static class Gens
{
    private static readonly string[] Awkward =
        ["", "\"", "\\", "/", "\0", "\b", "\t", "\n", "\f", "\r", "\u001f", "\u007f", "\u00a0", "e\u0301", "\u2028", "\ue000", "\ufeff", "\uffff", "\U0001f602"];

    public static readonly Gen<string> Text = Gen.OneOf(
            Gen.OneOf(Awkward),
            Gen.Int[0, 0x10FFFF].Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32),
            Gen.Char[' ', '~'].Select(c => c.ToString()))
        .Array[0, 8].Select(string.Concat);

    public static readonly Gen<string> Key = Gen.OneOf("abcxyz019_".ToCharArray()).Array[1, 24].Select(letters => new string(letters));

    private static readonly Gen<CanonicalValue> Scalar = Gen.OneOf<CanonicalValue>(
        Text.Select(text => (CanonicalValue)text),
        Gen.OneOf(Gen.Long[-12, 12], Gen.Long[-CanonicalInteger.Largest, CanonicalInteger.Largest], Gen.Const(CanonicalInteger.Largest))
            .Select(number => (CanonicalValue)number),
        Gen.Bool.Select(flag => (CanonicalValue)flag));

    public static readonly Gen<CanonicalValue> Value = OfDepth(4);

    public static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.OneOf(
        At((bytes, at, by) => bytes[at] ^= (byte)(1 << (by % 8))),
        At((bytes, at, by) => bytes[at] = (byte)by),
        At((bytes, at, by) => (bytes[at], bytes[by % bytes.Length]) = (bytes[by % bytes.Length], bytes[at])),
        Cut((bytes, at, by) => [.. bytes[..at], .. bytes[(at + 1)..]]),
        Cut((bytes, at, by) => [.. bytes[..at], (byte)by, .. bytes[at..]]),
        Cut((bytes, at, by) => [.. bytes[..at], (byte)"\" ,:{}[]0-\n\\"[by % 12], .. bytes[at..]]),
        Cut((bytes, at, by) => bytes[..at]),
        Cut((bytes, at, by) => [.. bytes, .. bytes[at..]]),
        Cut((bytes, at, by) => [.. bytes[..at], .. System.Text.Encoding.ASCII.GetBytes($"\\u{bytes[at]:x4}"), .. bytes[(at + 1)..]]));

    public static CanonicalValue Nested(int containers)
    {
        CanonicalValue value = 1;
        for (var i = 0; i < containers; i++) value = new CanonicalArray([value]);
        return value;
    }

    private static Gen<CanonicalValue> OfDepth(int depth) => depth == 1
        ? Scalar
        : Gen.OneOf<CanonicalValue>(
            Scalar,
            OfDepth(depth - 1).Array[0, 4].Select(items => (CanonicalValue)new CanonicalArray(items)),
            Gen.Select(Key, OfDepth(depth - 1)).Array[0, 4].Select(members => (CanonicalValue)new CanonicalObject(
                members.DistinctBy(m => m.Item1).Select(m => KeyValuePair.Create(m.Item1, m.Item2)))));

    private static Gen<Func<byte[], byte[]>> At(Action<byte[], int, int> change) => Cut((bytes, at, by) =>
    {
        change(bytes, at, by);
        return bytes;
    });

    private static Gen<Func<byte[], byte[]>> Cut(Func<byte[], int, int, byte[]> change) =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 255]).Select((at, by) =>
            (Func<byte[], byte[]>)(bytes => change((byte[])bytes.Clone(), at % bytes.Length, by)));
}
