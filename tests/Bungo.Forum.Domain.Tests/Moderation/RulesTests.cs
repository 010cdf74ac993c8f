using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Tests.Moderation;

public class RulesTests
{
    [Fact]
    public void Every_article_has_a_code_and_says_all_in_both_languages()
    {
        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"T-{n}"), Rules.Current.Articles.Select(a => a.Code));
        Assert.All(Rules.Current.Articles, a => Assert.All([a.TitleId, a.TitleEn, a.TextId, a.TextEn], t => Assert.False(string.IsNullOrWhiteSpace(t))));
        Assert.Same(Rules.Current, Rules.Of(Rules.Current.Version));
    }

    [Fact]
    public void Every_reason_but_other_speaks_of_an_article_of_its_own()
    {
        var reasons = Enum.GetValues<FlagReason>().Where(r => r != FlagReason.Other).ToList();
        Assert.Equal(reasons.Count, reasons.Select(r => Rules.For(r)!.Code).Distinct().Count());
        Assert.Null(Rules.For(FlagReason.Other));
    }

    [Fact]
    public void Every_published_code_leads_back_to_what_it_names()
    {
        Assert.All(Enum.GetValues<Measure>(), m => Assert.Equal(m, Codes.ParseMeasure(m.Code())));
        Assert.All(Enum.GetValues<FlagReason>(), r => Assert.Equal(r, Codes.ParseReason(r.Code())));
        Assert.Equal(4, Enum.GetValues<DecisionSource>().Select(s => s.Code()).Distinct().Count());
        Assert.All(Enum.GetValues<AppealOutcome>(), o => Assert.Equal(o, Codes.ParseOutcome(o.Code())));
        Assert.Null(Codes.ParseMeasure("hapus"));
    }
}
