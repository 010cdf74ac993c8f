namespace Bungo.Forum.Verifier.Reports;

/// <summary>Names under which the two sums are counted whose quotient is the turnout; no figures of a report.</summary>
internal static class Turnout
{
    public const string Ballots = "partisipasi-suara/suara";
    public const string Entitled = "partisipasi-suara/berhak";
}
