using System.Globalization;
using System.Numerics;

namespace Bungo.Forum.Ledger.Notes;

/// <summary>
/// Which keys and signatures are looked at at all, before a library decides. Ed25519 libraries differ at the edges of RFC 8032
/// ("Taming the many EdDSAs", eprint 2020/1244): some multiply by the cofactor and some do not, some take points of small
/// order. They agree on points of the prime-order subgroup, written in their one form, and who signs properly makes no others.
/// So key and signature must consist of such, the same in the server, which signs with one library, and in the verifier,
/// which has another: a signature is good for both or for neither.
///
/// Slow and not in constant time, a few milliseconds: it is for what is public, and a check of a log has a handful.
/// </summary>
public static class Ed25519Rule
{
    public const int KeyBytes = 32;
    public const int SignatureBytes = 64;

    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Modulo(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);

    public static bool Allows(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature) =>
        publicKey.Length == KeyBytes && signature.Length == SignatureBytes && Number(signature[KeyBytes..]) < Order
        && IsOfPrimeOrder(publicKey) && IsOfPrimeOrder(signature[..KeyBytes]);

    private static bool IsOfPrimeOrder(ReadOnlySpan<byte> written)
    {
        if (Read(written) is not { } point || point.IsNeutral) return false;
        var product = Point.Neutral;
        for (var bit = (int)Order.GetBitLength() - 1; bit >= 0; bit--)
        {
            product = product.Plus(product);
            if (!((Order >> bit) & 1).IsZero) product = product.Plus(point);
        }

        return product.IsNeutral;
    }

    /// <summary>RFC 8032, section 5.1.3; null for what is no point or not written in its one form.</summary>
    private static Point? Read(ReadOnlySpan<byte> written)
    {
        var isOdd = (written[^1] & 0x80) != 0;
        Span<byte> unsigned = stackalloc byte[KeyBytes];
        written.CopyTo(unsigned);
        unsigned[^1] &= 0x7f;
        var y = Number(unsigned);
        if (y >= Prime) return null;
        var (u, v) = (Modulo((y * y) - 1), Modulo((D * y * y) + 1));
        var square = Modulo(u * Inverse(v));
        var x = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
        if (Modulo(x * x) != square) x = Modulo(x * RootOfMinusOne);
        if (Modulo(x * x) != square || (x.IsZero && isOdd)) return null;
        return Point.Of(x.IsEven == isOdd ? Prime - x : x, y);
    }

    private static BigInteger Number(ReadOnlySpan<byte> littleEndian) => new(littleEndian, isUnsigned: true);

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, Prime - 2, Prime);

    private static BigInteger Modulo(BigInteger value)
    {
        var rest = value % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    /// <summary>In the extended coordinates of RFC 8032, section 5.1.4, whose addition knows no exception.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
    {
        public static readonly Point Neutral = Of(BigInteger.Zero, BigInteger.One);

        public bool IsNeutral => X.IsZero && Y == Z;

        public static Point Of(BigInteger x, BigInteger y) => new(x, y, BigInteger.One, Modulo(x * y));

        public Point Plus(Point other)
        {
            var a = Modulo((Y - X) * (other.Y - other.X));
            var b = Modulo((Y + X) * (other.Y + other.X));
            var c = Modulo(2 * D * T * other.T);
            var d = Modulo(2 * Z * other.Z);
            var (e, f, g, h) = (b - a, d - c, d + c, b + a);
            return new(Modulo(e * f), Modulo(g * h), Modulo(f * g), Modulo(e * h));
        }
    }
}
