namespace Bungo.Forum.Domain.Polls;

/// <summary>Ballots that say the same. Counting piles instead of ballots costs what the options cost, not what the voters do.</summary>
public readonly record struct Pile(IReadOnlyList<Guid> Choices, int Ballots);

/// <summary>An option's votes.</summary>
/// <param name="Percent">
/// Whole percent. With one choice each they add up to 100; with several it is the share of ballots that name
/// the option, and may add up to more.
/// </param>
public sealed record OptionCount(PollOption Option, int Votes, int Percent);

/// <summary>
/// A poll's ballots counted: the same whatever their order, however they are piled. Options stand in the poll's
/// own order, so that nobody is placed above another by anything but their votes. A tie is said, never broken.
/// </summary>
public sealed class Tally
{
    private Tally(int ballots, IReadOnlyList<OptionCount> counts) => (Ballots, Counts) = (ballots, counts);

    public int Ballots { get; }
    public IReadOnlyList<OptionCount> Counts { get; }

    /// <summary>The options with most votes: none without ballots, one, or several in a tie.</summary>
    public IReadOnlyList<OptionCount> Leading
    {
        get
        {
            var most = Counts.Max(c => c.Votes);
            return most == 0 ? [] : [.. Counts.Where(c => c.Votes == most)];
        }
    }

    public bool IsTie => Leading.Count > 1;

    /// <exception cref="KeyNotFoundException">
    /// A ballot names an option that is not the poll's. Such ballots are refused when cast; one that stands in the
    /// box all the same was put there by somebody, and a count that passed over it would hide that.
    /// </exception>
    public static Tally Of(Poll poll, IEnumerable<Pile> piles)
    {
        var votes = poll.Options.ToDictionary(o => o.Id, _ => 0);
        var ballots = 0;
        foreach (var pile in piles)
        {
            ballots += pile.Ballots;
            foreach (var choice in pile.Choices) votes[choice] += pile.Ballots;
        }

        var counts = poll.Options.Select(o => votes[o.Id]).ToArray();
        var percents = poll.Kind == PollKind.OneChoice ? LargestRemainder.Percents(counts) : [.. counts.Select(v => Share(v, ballots))];
        return new Tally(ballots, [.. poll.Options.Select((o, i) => new OptionCount(o, counts[i], percents[i]))]);
    }

    private static int Share(int votes, int ballots) => ballots == 0 ? 0 : (int)(((votes * 200L) + ballots) / (2L * ballots));
}
