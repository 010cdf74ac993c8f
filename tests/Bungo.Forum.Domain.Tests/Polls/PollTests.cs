using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Polls;

public class PollTests
{
    [Fact]
    public void Only_who_may_open_polls_schedules_one()
    {
        Assert.True(Poll.Schedule(AResident(), Some.Plan, PollSubject.Free, Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
    }

    [Fact]
    public void State_follows_the_clock_to_the_tick()
    {
        var poll = Some.Poll(Some.Plan with { OpensAt = Now.AddDays(1) });
        Assert.Equal(PollState.Scheduled, poll.StateAt(poll.OpensAt.AddTicks(-1)));
        Assert.Equal(PollState.Open, poll.StateAt(poll.OpensAt));
        Assert.Equal(PollState.Open, poll.StateAt(poll.ClosesAt.AddTicks(-1)));
        Assert.Equal(PollState.Closed, poll.StateAt(poll.ClosesAt));
    }

    [Fact]
    public void A_poll_takes_ballots_only_while_open()
    {
        var poll = Some.Poll(Some.Plan with { OpensAt = Now.AddDays(1) });
        Assert.True(poll.Vote(AResident(), poll.Option(0)).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.NotOpenYet, refusal);
        Assert.True(poll.Cast(AResident(), PollKey.Draw(poll), null, [poll.Option(0)], poll.ClosesAt).IsRefused(out refusal));
        Assert.Equal(PollRefusals.Closed, refusal);
        Assert.Equal(0, poll.BallotCount);
    }

    [Fact]
    public void A_poll_for_verified_persons_refuses_others()
    {
        var poll = Some.Poll(Some.Plan with { Electorate = Electorate.VerifiedPersons });
        Assert.True(poll.Vote(AResident(), poll.Option(0)).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.VerifiedOnly, refusal);
        Assert.False(poll.Vote(Some.AVerifiedResident(), poll.Option(0)).IsRefused(out _));
    }

    [Theory]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public void Who_takes_no_part_in_the_forum_has_no_ballot(Role role)
    {
        var poll = Some.Poll();
        var account = Account.Open("Seseorang", role, "Lembaga", Now).Value;
        Assert.True(poll.Vote(account, poll.Option(0)).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
    }

    [Fact]
    public void An_empty_ballot_a_foreign_option_and_one_too_many_are_refused()
    {
        var poll = Some.Poll();
        Assert.True(poll.Vote(AResident()).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.NothingChosen, refusal);
        Assert.True(poll.Vote(AResident(), Some.Poll().Option(0)).IsRefused(out refusal));
        Assert.Equal(PollRefusals.UnknownOption, refusal);
        Assert.True(poll.Vote(AResident(), poll.Option(0), poll.Option(1)).IsRefused(out refusal));
        Assert.Equal(PollRefusals.TooManyChosen(1), refusal);
        Assert.Equal(0, poll.BallotCount);
    }

    [Fact]
    public void The_same_option_named_twice_is_one_choice()
    {
        var poll = Some.Poll();
        Assert.Equal([poll.Option(1)], poll.Vote(AResident(), poll.Option(1), poll.Option(1)).Value.Ballot.Choices);
    }

    [Fact]
    public void A_ballot_can_be_changed_and_stays_one()
    {
        var poll = Some.Poll();
        var (voter, key) = (AResident(), PollKey.Draw(poll));
        var first = poll.Cast(voter, key, null, [poll.Option(0)], Now).Value;
        var same = poll.Cast(voter, key, first.Ballot, [poll.Option(0)], Now.AddHours(2)).Value;
        var changed = poll.Cast(voter, key, first.Ballot, [poll.Option(2)], Now.AddHours(2)).Value;
        Assert.Equal((VoteEffect.First, VoteEffect.Same, VoteEffect.Changed), (first.Effect, same.Effect, changed.Effect));
        Assert.Same(first.Ballot, changed.Ballot);
        Assert.Equal([poll.Option(2)], changed.Ballot.Choices);
        Assert.Equal(1, poll.BallotCount);
    }

    [Fact]
    public void A_ballot_tells_its_time_to_the_hour_and_its_voter_by_nullifier_only()
    {
        var poll = Some.Poll();
        var (voter, key) = (AResident(), PollKey.Draw(poll));
        var ballot = poll.Cast(voter, key, null, [poll.Option(0)], Now.AddMinutes(59).AddTicks(7)).Value.Ballot;
        Assert.Equal(Now, ballot.CastHour);
        Assert.Equal(key.NullifierOf(voter), ballot.Nullifier);
        Assert.Equal(32, ballot.Nullifier.Length);
        Assert.NotEqual(key.NullifierOf(AResident()), ballot.Nullifier);
        Assert.NotEqual(PollKey.Draw(poll).NullifierOf(voter), ballot.Nullifier);
    }

    [Fact]
    public void A_forms_mark_is_its_senders_alone_and_never_a_nullifier()
    {
        var key = PollKey.Draw(Some.Poll());
        var (one, other, form) = (AResident(), AResident(), Guid.NewGuid());
        Assert.Equal(key.MarkOf(one, form), key.MarkOf(one, form));
        Assert.NotEqual(key.MarkOf(one, form), key.MarkOf(other, form));
        Assert.NotEqual(key.MarkOf(one, form), key.MarkOf(one, Guid.NewGuid()));
        Assert.NotEqual(key.MarkOf(one, Guid.Empty), key.NullifierOf(one));
    }

    [Fact]
    public void Choices_lie_in_the_order_of_the_poll_however_they_were_ticked()
    {
        var poll = Some.PollOf(4, PollKind.SeveralChoices);
        var ballot = poll.Vote(AResident(), poll.Option(3), poll.Option(0)).Value.Ballot;
        Assert.Equal([poll.Option(0), poll.Option(3)], ballot.Choices);
    }

    [Fact]
    public void Before_opening_it_can_be_worded_anew_and_after_that_not()
    {
        var poll = Some.Poll(Some.Plan with { OpensAt = Now.AddDays(1) });
        Assert.False(poll.Reword(AnOfficial(), Some.Plan with { OpensAt = Now.AddDays(2), Options = ["Ya", "Tidak"] }, PollSubject.Free, Now).IsRefused(out _));
        Assert.Equal(["Ya", "Tidak"], poll.Options.Select(o => o.Label));
        Assert.True(poll.Reword(AnOfficial(), Some.Plan, PollSubject.Free, Now.AddDays(2)).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.AlreadyOpened, refusal);
        Assert.Equal(2, poll.Options.Count);
    }

    [Fact]
    public void Results_are_hidden_until_the_close_unless_announced_as_live()
    {
        var hidden = Some.Poll();
        var live = Some.Poll(Some.Plan with { ResultTiming = ResultTiming.Live });
        Assert.False(hidden.ShowsResultAt(Now));
        Assert.True(live.ShowsResultAt(Now));
        Assert.True(hidden.ShowsResultAt(hidden.ClosesAt));
        Assert.False(Some.Poll(Some.Plan with { ResultTiming = ResultTiming.Live, OpensAt = Now.AddDays(1) }).ShowsResultAt(Now));
    }

    [Fact]
    public void Closing_early_needs_an_official_and_a_reason_and_ends_voting_at_once()
    {
        var poll = Some.Poll();
        Assert.True(poll.Close(AModerator(), "Salah", Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
        Assert.True(poll.Close(AnOfficial(), "  ", Now).IsRefused(out refusal));
        Assert.Equal(PollRefusals.ClosureReasonMissing, refusal);
        Assert.True(poll.Close(AnOfficial(), new string('a', Closure.LongestReason + 1), Now).IsRefused(out refusal));
        Assert.Equal(PollRefusals.ClosureReasonTooLong, refusal);
        var closed = poll.Close(AnOfficial(), "Rancangan ditarik.", Now.AddHours(1));
        Assert.Equal(closed.Value, poll.Closure);
        Assert.Equal(Now.AddHours(1), poll.EndsAt);
        Assert.Equal(PollState.Closed, poll.StateAt(Now.AddHours(1)));
        Assert.True(poll.Vote(AResident(), poll.Option(0)).IsRefused(out refusal));
        Assert.Equal(PollRefusals.Closed, refusal);
        Assert.True(poll.Close(AnOfficial(), "Lagi", Now.AddHours(2)).IsRefused(out refusal));
        Assert.Equal(PollRefusals.Closed, refusal);
    }

    [Fact]
    public void A_poll_that_has_not_opened_cannot_be_closed()
    {
        var poll = Some.Poll(Some.Plan with { OpensAt = Now.AddDays(1) });
        Assert.True(poll.Close(AnOfficial(), "Salah", Now).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.NotOpenYet, refusal);
    }

    [Fact]
    public void Opening_and_closing_are_each_recorded_once_and_in_that_order()
    {
        var poll = Some.Poll(Some.Plan with { OpensAt = Now.AddDays(1) });
        Assert.False(poll.RecordOpening(391, Now));
        Assert.False(poll.RecordClosing(poll.ClosesAt));
        Assert.True(poll.RecordOpening(391, poll.OpensAt));
        Assert.False(poll.RecordOpening(400, poll.OpensAt));
        Assert.Equal(391, poll.EligibleAtOpening);
        Assert.False(poll.RecordClosing(poll.ClosesAt.AddTicks(-1)));
        Assert.True(poll.RecordClosing(poll.ClosesAt));
        Assert.False(poll.RecordClosing(poll.ClosesAt));
    }
}
