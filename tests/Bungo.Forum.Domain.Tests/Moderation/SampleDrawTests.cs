using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Moderation;

public class SampleDrawTests
{
    private const string Seed = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    /// <summary>As <c>printf '%s\n%s\n%s\n%s' … | sha256sum</c> prints it; DRAWING.md promises no more than that.</summary>
    [Fact]
    public void A_key_is_what_sha256sum_prints() =>
        Assert.Equal("a095e5b1c43fa77fd2af62eb065bc21b889313926279d75b659d33659ce9716c", SampleDraw.Key("2026-11", Seed, "AAECAwQFBgcICQoLDA0ODw"));

    [Fact]
    public void The_order_in_which_decisions_are_told_does_not_matter_and_none_is_drawn_twice() =>
        Gen.Select(Acts, Gen.Int[0, 60]).Sample((acts, size) =>
        {
            var drawn = SampleDraw.Draw("2026-11", Seed, acts, size);
            return drawn.SequenceEqual(SampleDraw.Draw("2026-11", Seed, acts.Reverse().Concat(acts), size))
                && drawn.Count == Math.Min(size, acts.Distinct().Count()) && drawn.Distinct().Count() == drawn.Count;
        });

    [Fact]
    public void One_decision_more_moves_no_other_but_the_last() => Acts.Sample(acts =>
    {
        var before = SampleDraw.Draw("2026-11", Seed, acts, 5);
        var after = SampleDraw.Draw("2026-11", Seed, acts.Append("another"), 5);
        return after.Where(a => a != "another").SequenceEqual(before.Take(after.Count(a => a != "another")));
    });

    [Fact]
    public void Another_seed_or_month_draws_others()
    {
        var acts = Enumerable.Range(0, 500).Select(i => $"act-{i}").ToList();
        var one = SampleDraw.Draw("2026-11", Seed, acts);
        Assert.NotEqual(one, SampleDraw.Draw("2026-12", Seed, acts));
        Assert.NotEqual(one, SampleDraw.Draw("2026-11", Seed.Replace('4', '5'), acts));
    }

    [Fact]
    public void Every_decision_has_the_same_chance()
    {
        var acts = Enumerable.Range(0, 10).Select(i => $"act-{i}").ToList();
        var drawn = acts.ToDictionary(a => a, _ => 0);
        for (var seed = 0; seed < 4_000; seed++)
            foreach (var act in SampleDraw.Draw("2026-11", $"benih-{seed}", acts, 3)) drawn[act]++;
        // 1,200 expected, standard deviation 29: five of them either way.
        Assert.All(drawn.Values, n => Assert.InRange(n, 1_055, 1_345));
    }

    [Fact]
    public void A_verdict_is_an_evaluators_has_reasons_and_comes_once()
    {
        var decision = Ruling.Lock(AFreeTopic(), AModerator(), Bench.Grounds(), Now).Value;
        var item = new ReviewSample(Period.Parse("2026-11").Value, 7, Seed, 1, [decision], Now).Items.Single();
        var evaluator = Account.Open("Penilai", Role.Penilai, "Ombudsman", Now).Value.WithId();
        foreach (var role in new[] { Role.Warga, Role.Pejabat, Role.Moderator, Role.Admin })
            Refuses("not-allowed", item.Judge(Account.Open("Budi", role, "Kantor", Now).Value.WithId(), ReviewVerdict.Agree, Bench.Reason, Now));
        Refuses("verdict-missing", item.Judge(evaluator, null, Bench.Reason, Now));
        Refuses("reason-too-short", item.Judge(evaluator, ReviewVerdict.Error, "Keliru.", Now));
        Assert.Equal("Ombudsman", item.Judge(evaluator, ReviewVerdict.Error, Bench.Reason, Now).Value.Office);
        Refuses("judged-already", item.Judge(evaluator, ReviewVerdict.Agree, Bench.Reason, Now));
        Assert.Equal((1, 1), (item.Sample!.Judged, item.Sample.Errors));
    }

    private static readonly Gen<string[]> Acts = Gen.String[Gen.Char['a', 'z'], 1, 22].Array[0, 80];

    private static void Refuses<T>(string code, Outcome<T> outcome)
    {
        Assert.True(outcome.IsRefused(out var refusal), "not refused");
        Assert.Equal(code, refusal!.Code);
    }
}
