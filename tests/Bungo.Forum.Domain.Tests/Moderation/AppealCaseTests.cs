using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Moderation;

public class AppealCaseTests
{
    private const string Words = "Nomor itu nomor kantor yang diumumkan.";
    private readonly Account _author = AResident();
    private readonly Account _decider = AModerator();
    private readonly Account _other = Account.Open("Wati", Role.Moderator, "Bagian Hukum", Now).Value.WithId();
    private readonly Account _evaluator = Account.Open("Penilai", Role.Penilai, "Ombudsman", Now).Value.WithId();
    private readonly List<Appeal> _appeals = [];
    private readonly List<AppealRuling> _rulings = [];
    private readonly Docket _docket;
    private readonly Decision _hidden;
    private bool _isTakenBack;

    public AppealCaseTests()
    {
        _docket = new Docket(APost(AFreeTopic(), _author));
        _hidden = Ruling.Hide(_docket, _decider, Bench.Grounds(), Now).Value;
    }

    private AppealCase Case => new(_hidden, _appeals, _rulings, _isTakenBack);

    [Fact]
    public void The_author_or_any_reader_appeals_once_and_a_stage_has_one_ruling_for_all()
    {
        File(_author);
        File(AResident());
        Refuses("appealed-already", Case.File(_author, Words, Now, Now));
        Assert.Equal([true, false], _appeals.Select(a => a.IsConcerned));
        Rule(_other, AppealOutcome.Rejected);
        Assert.Empty(Case.Waiting);
        Refuses("no-open-appeal", Case.Rule(_other, AppealOutcome.Granted, Words, Now));
    }

    [Fact]
    public void Neither_who_decided_nor_who_is_concerned_nor_who_appealed_rules_and_no_other_role_does()
    {
        File(_author);
        File(_other);
        Refuses("own-decision", Case.MayRule(_decider, Now));
        Refuses("own-case", Case.MayRule(_other, Now));
        foreach (var role in new[] { Role.Warga, Role.Pejabat, Role.Penilai, Role.Admin })
            Refuses("not-allowed", Case.MayRule(Account.Open("Budi", role, "Kantor Lain", Now).Value.WithId(), Now));
        Refuses("own-decision", Case.File(_decider, Words, Now, Now));
    }

    [Fact]
    public void The_second_stage_is_the_evaluators_alone_and_for_who_was_heard_in_the_first()
    {
        var reader = AResident();
        File(reader);
        Rule(_other, AppealOutcome.Rejected);
        Refuses("not-heard-before", Case.File(AResident(), Words, Now, Now));
        File(reader);
        File(_author);
        foreach (var by in new[] { _decider, _other, Account.Open("Admin", Role.Admin, "Kominfo", Now).Value.WithId() }) Refuses("not-allowed", Case.MayRule(by, Now));
        Rule(_evaluator, AppealOutcome.Granted);
        Assert.True(Case.IsOver);
        Refuses("appeal-over", Case.File(_author, Words, Now, Now));
    }

    [Fact]
    public void Granting_takes_the_measure_back_by_a_decision_of_its_own()
    {
        File(_author);
        var ruling = Rule(_other, AppealOutcome.Granted);
        Assert.True(_docket.Post!.IsReadable);
        Assert.Equal((Measure.Restore, DecisionSource.Appeal, Words), (ruling.Restoring!.Measure, ruling.Restoring.Source, ruling.Restoring.Reason));
        Assert.Same(_hidden, ruling.Restoring.Undone);
        Assert.False(ruling.Restoring.ByEvaluator);
    }

    [Fact]
    public void A_measure_that_ended_by_itself_can_still_be_found_wrong()
    {
        File(_author);
        Assert.False(Ruling.Restore(_docket, _other, Bench.Grounds(), Now).IsRefused(out _));
        _isTakenBack = true;
        Refuses("taken-back-already", Case.File(AResident(), Words, Now, Now));
        Assert.Null(Rule(_other, AppealOutcome.Granted).Restoring);
    }

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, "appeal-too-late")]
    public void An_appeal_is_filed_within_fourteen_days(int days, string? code)
    {
        var outcome = Case.File(_author, Words, Now.AddDays(days), Now.AddDays(30));
        if (code is null) Assert.False(outcome.IsRefused(out _));
        else Refuses(code, outcome);
    }

    [Fact]
    public void The_second_fourteen_days_run_from_the_first_ruling()
    {
        File(_author);
        _rulings.Add(Case.Rule(_other, AppealOutcome.Rejected, Words, Now.AddDays(20)).Value);
        Assert.Equal(Now.AddDays(34), Case.FileUntil);
        Refuses("appeal-too-late", Case.File(_author, Words, Now.AddDays(34).AddTicks(1), Now.AddDays(40)));
    }

    [Fact]
    public void Who_is_suspended_may_object_to_their_suspension_and_to_nothing_else()
    {
        var suspension = Ruling.Suspend(_author, 30, _decider, Bench.Grounds(), Now).Value;
        Assert.False(new AppealCase(suspension, [], [], false).File(_author, Words, Now, Now).IsRefused(out _));
        Refuses("account-suspended", new AppealCase(Ruling.Lock(AFreeTopic(), _decider, Bench.Grounds(), Now).Value, [], [], false).File(_author, Words, Now, Now));
    }

    [Fact]
    public void What_restricts_nobody_is_not_appealed_against()
    {
        var restored = Ruling.Restore(_docket, _other, Bench.Grounds(), Now).Value;
        Refuses("not-appealable", new AppealCase(restored, [], [], false).File(_author, Words, Now, Now));
    }

    [Fact]
    public void A_finding_bars_the_same_article_until_there_is_something_new()
    {
        File(_author);
        Rule(_other, AppealOutcome.Granted);
        Refuses("finding-binds", Ruling.Hide(_docket, _other, Bench.Grounds(), Now, new Finding("T-4", false)));
        Assert.True(_docket.Post!.IsReadable);
        Refuses("finding-binds", Ruling.Lock(AFreeTopic(), _other, Bench.Grounds(), Now, new Finding("T-4", false)));
        Refuses("finding-binds", Ruling.Suspend(AResident(), 7, _other, Bench.Grounds(), Now, new Finding("T-4", false)));
        Assert.False(Ruling.Hide(_docket, _other, Bench.Grounds(), Now, new Finding("T-4", true), new Finding("T-1", false)).IsRefused(out _));
    }

    [Theory]
    [InlineData("T-4", "reason-too-short")]
    [InlineData(null, "reason-too-short")]
    public void Appeals_and_rulings_have_reasons(string? reason, string code)
    {
        Refuses(code, Case.File(_author, reason, Now, Now));
        File(_author);
        Refuses(code, Case.Rule(_other, AppealOutcome.Granted, reason, Now));
        Refuses("outcome-missing", Case.Rule(_other, null, Words, Now));
        Assert.True(_docket.Post!.IsHidden);
    }

    [Fact]
    public void A_moderator_cannot_call_their_own_idea_an_appeal() =>
        Refuses("source-unknown", Ruling.Lock(AFreeTopic(), _other, Bench.Grounds(source: DecisionSource.Appeal), Now));

    private void File(Account by) => _appeals.Add(Case.File(by, Words, Now, Now.AddDays(9)).Value);

    private AppealRuling Rule(Account by, AppealOutcome outcome)
    {
        var ruling = Case.Rule(by, outcome, Words, Now).Value;
        _rulings.Add(ruling);
        return ruling;
    }

    private static void Refuses<T>(string code, Outcome<T> outcome)
    {
        Assert.True(outcome.IsRefused(out var refusal), "not refused");
        Assert.Equal(code, refusal!.Code);
    }
}
