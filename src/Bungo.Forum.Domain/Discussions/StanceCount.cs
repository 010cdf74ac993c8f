namespace Bungo.Forum.Domain.Discussions;

/// <summary>How many top-level inputs stand where, over one topic.</summary>
public sealed record StanceCount(int Support = 0, int Oppose = 0, int Neutral = 0)
{
    public int Total => Support + Oppose + Neutral;

    internal StanceCount With(Stance stance, int by) => stance switch
    {
        Stance.Support => this with { Support = Support + by },
        Stance.Oppose => this with { Oppose = Oppose + by },
        _ => this with { Neutral = Neutral + by },
    };

    public static StanceCount operator +(StanceCount a, StanceCount b) =>
        new(a.Support + b.Support, a.Oppose + b.Oppose, a.Neutral + b.Neutral);

    public static StanceCount Add(StanceCount left, StanceCount right) => left + right;
}
