namespace Bungo.Forum.Verifier.Reports;

internal static class Rounding
{
    /// <summary>The nearest whole number, halves away from zero, without ever leaving whole numbers.</summary>
    public static long Quotient(long dividend, long divisor)
    {
        var doubled = ((Int128)Math.Abs(dividend) * 2) + divisor;
        return (long)(doubled / (2 * (Int128)divisor)) * Math.Sign(dividend);
    }
}
