namespace Bungo.Forum.Web.Demo;

/// <summary>
/// Chance that comes out the same for the same seed, on every machine and every version of .NET (SplitMix64 by
/// Steele, Lea and Flood). For made-up data only: whoever sees a few throws knows the rest.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <returns>0 to <paramref name="sides"/> - 1.</returns>
    public int Throw(int sides) => (int)(Next() % (ulong)sides);

    /// <returns>0 to <paramref name="count"/> - 1, the small ones much more often: a few people write most of what is written.</returns>
    public int Skewed(int count)
    {
        var share = (Next() >> 11) * (1.0 / (1ul << 53));
        return (int)(share * share * share * count);
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
