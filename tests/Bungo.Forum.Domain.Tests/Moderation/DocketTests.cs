using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Moderation;

public class DocketTests
{
    [Fact]
    public void A_flag_opens_the_docket_and_the_oldest_gives_its_age()
    {
        var docket = new Docket(APost(AFreeTopic()));
        Assert.False(docket.Receive(AResident(), FlagReason.Insult, null, Now).IsRefused(out _));
        Assert.False(docket.Receive(AResident(), FlagReason.Spam, "Iklan bimbel.", Now.AddHours(1)).IsRefused(out _));
        Assert.Equal((2, Now), (docket.OpenCount, docket.OpenSince));
    }

    [Fact]
    public void Nobody_flags_their_own_post()
    {
        var author = AResident();
        Refuses(ModerationRefusals.OwnPostFlag, new Docket(APost(AFreeTopic(), author)).Receive(author, FlagReason.Insult, null, Now));
    }

    [Fact]
    public void What_is_withdrawn_or_hidden_cannot_be_flagged()
    {
        var author = AResident();
        var withdrawn = APost(AFreeTopic(), author);
        Assert.False(withdrawn.Withdraw(author, Now).IsRefused(out _));
        Refuses(DiscussionRefusals.PostGone, new Docket(withdrawn).Receive(AResident(), FlagReason.Spam, null, Now));

        var hidden = new Docket(APost(AFreeTopic()));
        Assert.False(Ruling.Hide(hidden, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
        Refuses(DiscussionRefusals.PostGone, hidden.Receive(AResident(), FlagReason.Spam, null, Now));
    }

    [Fact]
    public void A_flag_needs_a_reason_and_other_needs_words()
    {
        var docket = new Docket(APost(AFreeTopic()));
        Refuses(ModerationRefusals.FlagReasonMissing, docket.Receive(AResident(), null, null, Now));
        Refuses(ModerationRefusals.FlagReasonMissing, docket.Receive(AResident(), (FlagReason)99, null, Now));
        Refuses(ModerationRefusals.FlagNoteMissing, docket.Receive(AResident(), FlagReason.Other, " \n ", Now));
        Refuses(ModerationRefusals.FlagNoteTooLong, docket.Receive(AResident(), FlagReason.Spam, new string('a', Flag.LongestNote + 1), Now));
        Assert.Equal(0, docket.OpenCount);
        Assert.False(docket.Receive(AResident(), FlagReason.Other, new string('a', Flag.LongestNote), Now).IsRefused(out _));
    }

    [Theory]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public void Who_takes_no_part_cannot_flag(Role role)
    {
        var account = Account.Open("Tim", role, "Lembaga", Now).Value.WithId();
        Refuses(AccountRefusals.NotAllowed, new Docket(APost(AFreeTopic())).Receive(account, FlagReason.Spam, null, Now));
    }

    [Fact]
    public void A_decision_ends_the_hearing_and_later_flags_open_the_next()
    {
        var docket = new Docket(APost(AFreeTopic()));
        var early = docket.Receive(AResident(), FlagReason.Insult, null, Now).Value;
        var decision = Ruling.Dismiss(docket, AModerator(), Bench.Grounds(), Now.AddHours(1)).Value;
        Assert.Equal((1, 1), (decision.Hearing, decision.FlagCount));
        Assert.Equal((0, null), (docket.OpenCount, docket.OpenSince));

        var late = docket.Receive(AResident(), FlagReason.Insult, null, Now.AddHours(2)).Value;
        Assert.Equal((1, 2), (early.Hearing, late.Hearing));
        Assert.Equal((1, Now.AddHours(2)), (docket.OpenCount, docket.OpenSince));
    }

    [Fact]
    public void Flags_without_end_hide_nothing()
    {
        var docket = new Docket(APost(AFreeTopic()));
        for (var i = 0; i < 1_000; i++) Assert.False(docket.Receive(AResident(), FlagReason.Spam, null, Now).IsRefused(out _));
        Assert.True(docket.Post!.IsReadable);
    }

    private static void Refuses<T>(Refusal expected, Outcome<T> outcome)
    {
        Assert.True(outcome.IsRefused(out var refusal));
        Assert.Equal(expected, refusal);
    }
}
