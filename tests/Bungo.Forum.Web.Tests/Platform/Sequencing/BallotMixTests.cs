using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing;

/// <summary>When ballots enter the ledger, and in which order.</summary>
public sealed class BallotMixTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly ObjectId _poll = ObjectId.New();
    private readonly BallotMix _mix = new();

    [Theory]
    [InlineData(19, 5, false)]
    [InlineData(20, 4, false)]
    [InlineData(20, 5, true)]
    [InlineData(1, 59, false)]
    [InlineData(1, 60, true)]
    public void Ballots_wait_for_twenty_and_five_minutes_or_for_an_hour(int count, int minutes, bool enters)
    {
        var ballots = Ballots(count);
        Assert.Empty(_mix.Order([], ballots, true, Noon));
        Assert.Equal(enters ? count : 0, _mix.Order([], ballots, true, Noon.AddMinutes(minutes)).Count);
    }

    [Fact]
    public void What_was_seen_is_forgotten_with_the_process_and_two_hours_behind_the_hour_is_the_end() =>
        Assert.Single(_mix.Order([], Ballots(1), true, Noon.AddHours(2)));

    [Fact]
    public void All_enter_before_their_polls_closing_and_none_of_another_poll()
    {
        var other = Ballot(50, ObjectId.New(), null);
        var closing = Act(100, new LeafBuilder("jajak.tutup", ActId.New(), _poll, ActRole.Sistem, Noon).Clear("suara", 3).Build(), Noon);
        var order = _mix.Order([Beat(1, Noon), closing], [.. Ballots(3), other], true, Noon);
        Assert.Equal([false, true, true, true, false], order.Select(a => a.IsBallot));
        Assert.DoesNotContain(other, order);
    }

    [Fact]
    public void Acts_that_waited_for_the_sequencer_are_walked_through_in_their_own_time()
    {
        var late = Beat(100, Noon.AddHours(5));
        var order = _mix.Order([Beat(1, Noon), late], Ballots(2), false, Noon.AddDays(9));
        Assert.Equal([false, true, true, false], order.Select(a => a.IsBallot));
    }

    [Fact]
    public void The_order_is_shuffled_and_two_of_one_voter_keep_theirs()
    {
        var ballots = Enumerable.Range(0, 40).Select(i => Ballot(10 + i, _poll, i % 10 == 0 ? "sama" : $"pemilih {i}")).ToList();
        _mix.Order([], ballots, true, Noon);
        var order = _mix.Order([], ballots, true, Noon.AddMinutes(5)).ConvertAll(a => a.Number);
        Assert.NotEqual(ballots.Select(b => b.Number), order);
        Assert.Equal(ballots.Select(b => b.Number), order.Order());
        Assert.Equal([10, 20, 30, 40], order.Where(n => n % 10 == 0));
    }

    private List<WaitingAct> Ballots(int count) => [.. Enumerable.Range(0, count).Select(i => Ballot(10 + i, _poll, $"pemilih {i}"))];

    private static WaitingAct Ballot(long number, ObjectId poll, string? voter)
    {
        var leaf = new LeafBuilder(WaitingAct.Ballot, ActId.New(), ObjectId.New(), ActRole.Warga, Noon).Clear("jajak", poll.ToString());
        leaf.Commit("pilihan", "application/json", NormalizedText.Of("[]"));
        leaf.Commit("nul", "text/plain", NormalizedText.Of("x"));
        return Act(number, leaf.Build(), Noon) with { Voter = voter };
    }

    private static WaitingAct Beat(long number, DateTimeOffset at) =>
        Act(number, new LeafBuilder("denyut", ActId.New(), ObjectId.New(), ActRole.Sistem, at).Clear("ukuran", 0).Build(), at);

    private static WaitingAct Act(long number, Leaf leaf, DateTimeOffset at) => new(number, leaf, at);
}
