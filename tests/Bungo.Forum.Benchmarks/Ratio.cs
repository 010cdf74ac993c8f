using System.Globalization;

namespace Bungo.Forum.Benchmarks;

/// <summary>One measured line.</summary>
/// <param name="Limit">The budget's number; <paramref name="AtMost"/> says on which side of it the value must stay.</param>
public sealed record Ratio(string What, double Value, string Unit, double Limit, bool AtMost, string Detail)
{
    public bool Holds => AtMost ? Value <= Limit : Value >= Limit;

    public string Budget => (AtMost ? "<= " : ">= ") + Limit.ToString("0.##", CultureInfo.InvariantCulture);
}
