using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Moderation;

public class RulingTests
{
    [Fact]
    public void Hiding_leaves_a_trace_with_the_decision_and_its_statement_of_reasons()
    {
        var docket = new Docket(APost(AFreeTopic()));
        var moderator = AModerator();
        var decision = Ruling.Hide(docket, moderator, Bench.Grounds(), Now).Value;
        var hiding = docket.Post!.Hiding!;
        Assert.Same(decision, hiding.Decision);
        Assert.Equal(("T-4", Now), (hiding.Rule, hiding.At));
        Assert.Equal((Measure.Hide, "T-4", 1, Bench.Reason), (decision.Measure, decision.Rule, decision.RulesVersion, decision.Reason));
        Assert.Equal((docket.Post.AuthorId, moderator.Office, moderator.Id), (decision.ConcernedId, decision.Office, decision.ModeratorId));
        Assert.Equal(Now.AddDays(14), decision.AppealUntil);
        Assert.Null(decision.Until);
    }

    [Fact]
    public void Restoring_names_the_decision_it_takes_back()
    {
        var docket = new Docket(APost(AFreeTopic()));
        var hid = Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now).Value;
        var restored = Ruling.Restore(docket, AModerator(), Bench.Grounds(), Now.AddHours(1)).Value;
        Assert.True(docket.Post!.IsReadable);
        Assert.True(restored.IsRestoring);
        Assert.Same(hid, restored.Undone);
    }

    [Theory]
    [InlineData(null, Bench.Reason, "rule-unknown")]
    [InlineData("T-99", Bench.Reason, "rule-unknown")]
    [InlineData("T-1", null, "reason-too-short")]
    [InlineData("T-1", "   melanggar \n", "reason-too-short")]
    public void A_measure_without_rule_or_reason_is_refused_and_changes_nothing(string? rule, string? reason, string code)
    {
        var docket = new Docket(APost(AFreeTopic()));
        Refuses(code, Ruling.Hide(docket, AModerator(), Bench.Grounds(rule, reason), Now));
        Assert.True(docket.Post!.IsReadable);
    }

    [Theory]
    [InlineData(9, "reason-too-short")]
    [InlineData(10, null)]
    [InlineData(2_000, null)]
    [InlineData(2_001, "reason-too-long")]
    public void A_reason_has_ten_to_two_thousand_characters(int length, string? code)
    {
        var outcome = Ruling.Lock(AFreeTopic(), AModerator(), Bench.Grounds(reason: new string('a', length)), Now);
        if (code is null) Assert.False(outcome.IsRefused(out _));
        else Refuses(code, outcome);
    }

    [Theory]
    [InlineData(null, "order-number-missing")]
    [InlineData("Surat perihal Saudara Budi", "order-number-form")]
    [InlineData("1508012345678901", "order-number-form")]
    [InlineData("B/123/M.SM.01.00/2026", null)]
    public void An_order_of_a_state_body_needs_the_number_of_its_letter_and_nothing_but_a_number(string? letter, string? code)
    {
        var outcome = Ruling.Lock(AFreeTopic(), AModerator(), Bench.Grounds(source: DecisionSource.Order, letter: letter), Now);
        if (code is null) Assert.Equal(letter, outcome.Value.OrderNumber);
        else Refuses(code, outcome);
    }

    [Fact]
    public void Nobody_decides_about_their_own_words()
    {
        var moderator = AModerator();
        var docket = new Docket(APost(AFreeTopic(), moderator));
        docket.Receive(AResident(), FlagReason.Insult, null, Now);
        Refuses("own-case", Ruling.Hide(docket, moderator, Bench.Grounds(), Now));
        Refuses("own-case", Ruling.Dismiss(docket, moderator, Bench.Grounds(), Now));
        Refuses("own-case", Ruling.Suspend(moderator, 7, moderator, Bench.Grounds(), Now));
        var other = Account.Open("Wati", Role.Moderator, "Bagian Hukum", Now).Value.WithId();
        Assert.False(Ruling.Hide(docket, other, Bench.Grounds(), Now).IsRefused(out _));
        Refuses("own-case", Ruling.Restore(docket, moderator, Bench.Grounds(), Now));
    }

    [Theory]
    [InlineData("Dinas Kominfo")]
    [InlineData("DINAS KOMINFO")]
    public void Nobody_decides_about_the_words_of_their_own_office(string office)
    {
        var official = AnOfficial(office);
        var docket = new Docket(APost(AFreeTopic(), official));
        Refuses("own-office", Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now));
        Refuses("own-office", Ruling.Suspend(official, 7, AModerator(), Bench.Grounds(), Now));
        Refuses("own-office", Ruling.Lock(Topic.Open(official, null, "Jadwal", Now).Value, AModerator(), Bench.Grounds(), Now));
        var other = Account.Open("Wati", Role.Moderator, "Bagian Hukum", Now).Value.WithId();
        Assert.False(Ruling.Hide(docket, other, Bench.Grounds(), Now).IsRefused(out _));
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public void Only_moderators_decide(Role role)
    {
        var account = Account.Open("Budi", role, "Kantor Lain", Now).Value.WithId();
        var topic = AFreeTopic();
        Refuses("not-allowed", Ruling.Hide(new Docket(APost(topic)), account, Bench.Grounds(), Now));
        Refuses("not-allowed", Ruling.Lock(topic, account, Bench.Grounds(), Now));
        Refuses("not-allowed", Ruling.Suspend(AResident(), 1, account, Bench.Grounds(), Now));
    }

    [Fact]
    public void What_is_done_is_not_done_again()
    {
        var docket = new Docket(APost(AFreeTopic()));
        Refuses("not-hidden", Ruling.Restore(docket, AModerator(), Bench.Grounds(), Now));
        Refuses("no-open-flags", Ruling.Dismiss(docket, AModerator(), Bench.Grounds(), Now));
        Refuses("no-open-flags", Ruling.Hide(docket, AModerator(), Bench.Grounds(source: DecisionSource.Report), Now));
        Assert.False(Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
        Refuses("already-hidden", Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now));

        var topic = AFreeTopic();
        Refuses("not-locked", Ruling.Unlock(topic, AModerator(), Bench.Grounds(), Now));
        Assert.False(Ruling.Lock(topic, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
        Refuses("already-locked", Ruling.Lock(topic, AModerator(), Bench.Grounds(), Now));
        Assert.False(Ruling.Unlock(topic, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
        Assert.False(topic.IsLocked);
    }

    [Theory]
    [InlineData(0, "suspension-out-of-range")]
    [InlineData(1, null)]
    [InlineData(90, null)]
    [InlineData(91, "suspension-out-of-range")]
    public void A_suspension_lasts_one_to_ninety_days(int days, string? code)
    {
        var outcome = Ruling.Suspend(AResident(), days, AModerator(), Bench.Grounds(), Now);
        if (code is null) Assert.Equal(Now.AddDays(days), outcome.Value.Until);
        else Refuses(code, outcome);
    }

    [Fact]
    public void Who_is_suspended_does_nothing_until_the_day_comes_or_it_is_lifted()
    {
        var account = AResident();
        Assert.False(Ruling.Suspend(account, 7, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
        Refuses("account-suspended", AFreeTopic().Reply(account, null, "Ya.", null, Now.AddDays(7).AddTicks(-1)));
        Refuses("account-suspended", new Docket(APost(AFreeTopic())).Receive(account, FlagReason.Spam, null, Now));
        Refuses("already-suspended", Ruling.Suspend(account, 30, AModerator(), Bench.Grounds(), Now.AddDays(1)));
        Assert.False(account.May(Permission.Participate, Now.AddDays(7)).IsRefused(out _));
        Refuses("not-suspended", Ruling.LiftSuspension(account, AModerator(), Bench.Grounds(), Now.AddDays(7)));

        Assert.False(Ruling.LiftSuspension(account, AModerator(), Bench.Grounds(), Now.AddDays(2)).IsRefused(out _));
        Assert.False(account.May(Permission.Participate, Now.AddDays(2)).IsRefused(out _));
    }

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public void Who_watches_over_moderation_is_not_suspended_by_it(Role role)
    {
        var account = Account.Open("Wati", role, "Kantor Lain", Now).Value.WithId();
        Refuses("account-of-oversight", Ruling.Suspend(account, 7, AModerator(), Bench.Grounds(), Now));
    }

    /// <summary>Whatever is posted, withdrawn, hidden and restored in whatever order, the topic counts what is readable.</summary>
    [Fact]
    public void The_stances_counted_are_always_those_that_can_be_read()
    {
        Gen.Select(Gen.Enum<Stance>(), Gen.Int[0, 3]).Array[1, 40].Sample(steps =>
        {
            var topic = AFreeTopic();
            var author = AResident();
            var dockets = new List<Docket>();
            foreach (var (stance, action) in steps)
            {
                var docket = dockets.Count == 0 ? null : dockets[(int)stance % dockets.Count];
                if (action == 0 || docket is null) dockets.Add(new Docket(APost(topic, author, stance)));
                else if (action == 1) Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now);
                else if (action == 2) Ruling.Restore(docket, AModerator(), Bench.Grounds(), Now);
                else docket.Post!.Withdraw(author, Now);
            }

            var readable = dockets.Where(d => d.Post!.IsReadable).Select(d => d.Post!.Stance).ToList();
            return topic.Stances == new StanceCount(
                readable.Count(s => s == Stance.Support), readable.Count(s => s == Stance.Oppose), readable.Count(s => s == Stance.Neutral));
        });
    }

    [Fact]
    public void Hiding_and_restoring_leaves_every_count_as_it_was()
    {
        Gen.Enum<Stance>().Array[1, 30].Sample(stances =>
        {
            var topic = AFreeTopic();
            var dockets = stances.Select(s => new Docket(APost(topic, stance: s))).ToList();
            var before = topic.Stances;
            foreach (var docket in dockets) Assert.False(Ruling.Hide(docket, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
            Assert.Equal(0, topic.Stances.Total);
            foreach (var docket in dockets) Assert.False(Ruling.Restore(docket, AModerator(), Bench.Grounds(), Now).IsRefused(out _));
            return topic.Stances == before && topic.LastNumber == stances.Length;
        });
    }

    private static void Refuses<T>(string code, Outcome<T> outcome)
    {
        Assert.True(outcome.IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }
}
