using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Domain.Tests.Recruitment;

public class CriteriaDraftTests
{
    private readonly Round _round = Given.ARound();
    private readonly Account _official = Given.AnOfficial();
    private readonly CriteriaVersion _first;
    private readonly CriteriaDraft _draft;

    public CriteriaDraftTests()
    {
        _first = _round.Publish(1, [Given.ACriterion(), Given.ACriterion("K-2") with { Weight = null }], null, Given.Now).Value!;
        _draft = CriteriaDraft.Begin(_official, _first, Given.Now).Value;
    }

    [Fact]
    public void What_is_published_is_the_next_version_with_a_reason_for_each_change()
    {
        Write(DraftedCriterion.Of(_first.Criteria[0]) with { Text = " Paling singkat tiga tahun. ", Reason = "Usul warga." });
        Write(DraftedCriterion.Of(_first.Criteria[1]) with { IsGone = true, Reason = "Berlebih." });
        Write(new("K-9", "Baru", "Bersedia ditempatkan.", null, Authority.Local, "", Reason: "Diminta puskesmas."));
        var version = _draft.Publish(_official, _round, _first, _draft.Edition, Given.Now).Value;
        Assert.Equal(2, version.Number);
        Assert.Equal(["Paling singkat tiga tahun.", "Bersedia ditempatkan."], version.Criteria.Select(c => c.Text));
        Assert.Equal([new("K-1", "Usul warga."), new("K-2", "Berlebih."), new ChangeReason("K-9", "Diminta puskesmas.")], version.Reasons);
    }

    [Fact]
    public void Each_change_needs_its_reason_and_what_stays_needs_none()
    {
        Write(DraftedCriterion.Of(_first.Criteria[0]) with { Text = "Paling singkat tiga tahun." });
        Refused(Publish(), "criterion-reason-missing");
        Write(_draft.Items[0] with { Reason = "Usul warga." });
        Assert.False(Publish().IsRefused(out _));
    }

    [Fact]
    public void A_draft_that_changes_nothing_is_no_version() => Refused(Publish(), "criteria-nothing-changed");

    [Fact]
    public void A_version_published_meanwhile_makes_the_draft_outdated()
    {
        Write(DraftedCriterion.Of(_first.Criteria[0]) with { Text = "Paling singkat tiga tahun.", Reason = "Usul." });
        var second = _round.Publish(2, [Given.ACriterion(text: "Lain.")], null, Given.Now).Value!;
        Refused(_draft.Publish(_official, _round, second, _draft.Edition, Given.Now), "criteria-draft-outdated");
        Refused(_draft.Publish(_official, _round, _first, _draft.Edition, Given.Now), "criteria-draft-outdated");
    }

    [Fact]
    public void Who_did_not_see_the_last_change_neither_overwrites_nor_publishes_it()
    {
        Write(DraftedCriterion.Of(_first.Criteria[0]) with { Text = "Paling singkat tiga tahun.", Reason = "Usul." });
        Refused(_draft.Write(_official, _draft.Items[0], 0, Given.Now), "criteria-draft-changed-meanwhile");
        Refused(_draft.Publish(_official, _round, _first, 0, Given.Now), "criteria-draft-changed-meanwhile");
    }

    [Fact]
    public void Weights_that_do_not_sum_to_all_are_found_when_it_is_published()
    {
        Write(DraftedCriterion.Of(_first.Criteria[0]) with { Weight = 60, Reason = "Usul." });
        Refused(Publish(), "criteria-weights-not-whole");
    }

    [Fact]
    public void At_least_one_criterion_remains()
    {
        foreach (var criterion in _first.Criteria) Write(DraftedCriterion.Of(criterion) with { IsGone = true, Reason = "Habis." });
        Refused(Publish(), "criteria-none-left");
    }

    [Theory]
    [InlineData("K_1", "Judul", "Teks", null, "criterion-code-malformed")]
    [InlineData("K-3", " ", "Teks", null, "criterion-title-missing")]
    [InlineData("K-3", "Judul", "\u200b ", null, null)]
    [InlineData("K-3", "Judul", " ", null, "criterion-text-missing")]
    [InlineData("K-3", "Judul", "Teks", 101, "criterion-weight-wrong")]
    public void A_criterion_is_what_the_exchange_format_asks(string code, string title, string text, int? weight, string? refused)
    {
        var written = _draft.Write(_official, new(code, title, text, weight, Authority.Local, ""), _draft.Edition, Given.Now);
        Assert.Equal(refused, written.IsRefused(out var refusal) ? refusal.Code : null);
    }

    [Fact]
    public void A_national_rule_names_its_legal_basis_and_long_texts_are_refused()
    {
        Refused(_draft.Write(_official, new("K-3", "Judul", "Teks", null, Authority.National, ""), _draft.Edition, Given.Now), "criterion-legal-basis-missing");
        Refused(_draft.Write(_official, new("K-3", new('x', 161), "Teks", null, Authority.Local, ""), _draft.Edition, Given.Now), "criterion-title-too-long");
        Refused(_draft.Write(_official, new("K-3", "Judul", new('x', 5_001), null, Authority.Local, ""), _draft.Edition, Given.Now), "criterion-text-too-long");
        Refused(_draft.Write(_official, new("K-3", "Judul", "Teks", null, Authority.Local, new('x', 201)), _draft.Edition, Given.Now), "criterion-legal-basis-too-long");
        Refused(_draft.Write(_official, new("K-3", "Judul", "Teks", null, Authority.Local, "", Reason: new('x', 2_001)), _draft.Edition, Given.Now), "criterion-reason-too-long");
    }

    [Fact]
    public void Only_an_official_drafts()
    {
        Refused(CriteriaDraft.Begin(Given.AResident(), _first, Given.Now), "not-allowed");
        Refused(_draft.Write(Given.AResident(), _draft.Items[0], _draft.Edition, Given.Now), "not-allowed");
        Refused(_draft.Publish(Given.AResident(), _round, _first, _draft.Edition, Given.Now), "not-allowed");
    }

    [Fact]
    public void More_criteria_than_anybody_reads_are_refused()
    {
        for (var i = 3; i <= CriteriaDraft.MostCriteria; i++) Write(new($"K-{i}", "Judul", "Teks", null, Authority.Local, ""));
        Refused(_draft.Write(_official, new("K-999", "Judul", "Teks", null, Authority.Local, ""), _draft.Edition, Given.Now), "criteria-too-many");
    }

    private void Write(DraftedCriterion criterion) => Assert.False(_draft.Write(_official, criterion, _draft.Edition, Given.Now).IsRefused(out var refusal), refusal?.Code);

    private Outcome<CriteriaVersion> Publish() => _draft.Publish(_official, _round, _first, _draft.Edition, Given.Now);

    private static void Refused<T>(Outcome<T> outcome, string code)
    {
        Assert.True(outcome.IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }
}
