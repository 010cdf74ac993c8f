using Bungo.Forum.Domain.Polls;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Polls;

public class TallyTests
{
    [Fact]
    public void Without_ballots_nobody_leads_and_nothing_is_divided_by_zero()
    {
        var tally = Tally.Of(Some.Poll(), []);
        Assert.Equal(0, tally.Ballots);
        Assert.All(tally.Counts, c => Assert.Equal((0, 0), (c.Votes, c.Percent)));
        Assert.Empty(tally.Leading);
        Assert.False(tally.IsTie);
    }

    [Fact]
    public void A_tie_is_said_and_never_broken()
    {
        var poll = Some.Poll();
        var tally = Tally.Of(poll, [new([poll.Option(0)], 4), new([poll.Option(2)], 4), new([poll.Option(1)], 1)]);
        Assert.True(tally.IsTie);
        Assert.Equal([poll.Options[0], poll.Options[2]], tally.Leading.Select(c => c.Option));
    }

    [Fact]
    public void With_several_choices_a_percent_is_the_share_of_ballots()
    {
        var poll = Some.PollOf(3, PollKind.SeveralChoices);
        var tally = Tally.Of(poll, [new([poll.Option(0), poll.Option(1)], 2), new([poll.Option(0)], 1)]);
        Assert.Equal([3, 2, 0], tally.Counts.Select(c => c.Votes));
        Assert.Equal([100, 67, 0], tally.Counts.Select(c => c.Percent));
        Assert.Equal(3, tally.Ballots);
    }

    [Fact]
    public void A_ballot_for_an_option_that_is_not_the_polls_is_not_passed_over()
    {
        Assert.Throws<KeyNotFoundException>(() => Tally.Of(Some.Poll(), [new([Guid.NewGuid()], 1)]));
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 2, 1 }, new[] { 67, 33 })]
    [InlineData(new[] { 1, 2 }, new[] { 33, 67 })]
    [InlineData(new[] { 0, 7, 0 }, new[] { 0, 100, 0 })]
    [InlineData(new[] { 0, 0 }, new[] { 0, 0 })]
    [InlineData(new[] { 199, 1, 1 }, new[] { 99, 1, 0 })]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, new[] { 50, 50 })]
    public void Percents_are_rounded_so_that_they_add_up(int[] parts, int[] expected)
    {
        Assert.Equal(expected, LargestRemainder.Percents(parts));
    }

    [Fact]
    public void Percents_of_anything_add_up_to_100_and_none_is_off_by_one() =>
        Gen.Int[0, 100_000].Array[1, 10].Sample(parts =>
        {
            var percents = LargestRemainder.Percents(parts);
            var total = parts.Sum(p => (long)p);
            Assert.Equal(total == 0 ? 0 : 100, percents.Sum());
            for (var i = 0; i < parts.Length && total > 0; i++)
                Assert.InRange(percents[i] - (100.0 * parts[i] / total), -1, 1);
        });

    [Fact]
    public void More_votes_never_show_as_a_smaller_percent() =>
        Gen.Int[0, 1_000].Array[2, 10].Sample(parts =>
        {
            var percents = LargestRemainder.Percents(parts);
            for (var i = 0; i < parts.Length; i++)
                for (var j = 0; j < parts.Length; j++)
                    if (parts[i] > parts[j]) Assert.True(percents[i] >= percents[j]);
        });

    [Fact]
    public void The_order_and_the_piling_of_ballots_never_matter() =>
        Gen.Select(Elections, Gen.Int[0, int.MaxValue]).Sample((election, seed) =>
        {
            var (poll, ballots) = election;
            var one = Tally.Of(poll, ballots.Select(b => new Pile(b, 1)));
            var shuffled = Tally.Of(poll, ballots.OrderBy(b => HashCode.Combine(seed, b.Length, b.Length == 0 ? Guid.Empty : b[0])).Select(b => new Pile(b, 1)));
            var piled = Tally.Of(poll, ballots.GroupBy(b => string.Join(' ', b)).Select(g => new Pile(g.First(), g.Count())));
            Assert.Equal(one.Counts, shuffled.Counts);
            Assert.Equal(one.Counts, piled.Counts);
            Assert.Equal(one.Ballots, piled.Ballots);
        });

    [Fact]
    public void Totals_add_up() => Elections.Sample(election =>
    {
        var (poll, ballots) = election;
        var tally = Tally.Of(poll, ballots.Select(b => new Pile(b, 1)));
        Assert.Equal(ballots.Length, tally.Ballots);
        Assert.Equal(ballots.Sum(b => b.Length), tally.Counts.Sum(c => c.Votes));
        Assert.All(tally.Counts, c => Assert.InRange(c.Votes, 0, tally.Ballots));
        Assert.All(tally.Counts, c => Assert.InRange(c.Percent, 0, 100));
        if (poll.Kind == PollKind.OneChoice && ballots.Length > 0) Assert.Equal(100, tally.Counts.Sum(c => c.Percent));
        Assert.Equal(ballots.Length == 0, tally.Leading.Count == 0);
    });

    [Fact]
    public void Votes_cast_and_changed_at_will_count_each_voter_once() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3]).Array[0, 60].Sample(presses =>
        {
            var poll = Some.PollOf(4);
            var key = PollKey.Draw(poll);
            var voters = Enumerable.Range(0, 10).Select(_ => AResident()).ToArray();
            var box = new Dictionary<string, Ballot>();
            foreach (var (voter, option) in presses)
            {
                var nullifier = Convert.ToHexString(key.NullifierOf(voters[voter]));
                box[nullifier] = poll.Cast(voters[voter], key, box.GetValueOrDefault(nullifier), [poll.Option(option)], Now).Value.Ballot;
            }

            var tally = Tally.Of(poll, box.Values.Select(b => new Pile(b.Choices, 1)));
            Assert.Equal(presses.Select(p => p.Item1).Distinct().Count(), tally.Ballots);
            Assert.Equal(tally.Ballots, poll.BallotCount);
            foreach (var (voter, option) in presses.GroupBy(p => p.Item1).Select(g => g.Last()))
                Assert.Equal([poll.Option(option)], box[Convert.ToHexString(key.NullifierOf(voters[voter]))].Choices);
        });

    // A poll of either kind with valid ballots for it.
    private static readonly Gen<(Poll Poll, Guid[][] Ballots)> Elections =
        from options in Gen.Int[2, 10]
        from several in Gen.Bool
        from ticks in Gen.Int[0, options - 1].HashSet[1, several ? options : 1].Array[0, 40]
        let poll = Some.PollOf(options, several ? PollKind.SeveralChoices : PollKind.OneChoice)
        select (poll, ticks.Select(t => t.Order().Select(poll.Option).ToArray()).ToArray());
}
