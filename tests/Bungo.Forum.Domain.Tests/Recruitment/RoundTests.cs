using Bungo.Forum.Domain.Recruitment;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Recruitment;

public class RoundTests
{
    [Fact]
    public void A_version_keeps_its_criteria_in_the_order_of_the_document()
    {
        var version = ARound().Publish(1, [ACriterion("K-2"), ACriterion("K-1")], null, Now).Value!;
        Assert.Equal(["K-2", "K-1"], version.Criteria.Select(c => c.Code));
    }

    [Fact]
    public void The_same_version_with_the_same_words_is_nothing_new()
    {
        var round = ARound();
        var first = round.Publish(1, [ACriterion()], null, Now).Value;
        Assert.Null(round.Publish(1, [ACriterion()], first, Now).Value);
        Assert.Equal(1, round.LastCriteria);
    }

    [Fact]
    public void A_published_version_never_changes()
    {
        var round = ARound();
        var first = round.Publish(1, [ACriterion()], null, Now).Value;
        foreach (var other in new[] { ACriterion(text: "Satu tahun."), ACriterion() with { Weight = null }, ACriterion() with { Authority = Authority.Proposal } })
        {
            Assert.True(round.Publish(1, [other], first, Now).IsRefused(out var refusal));
            Assert.Equal(RecruitmentRefusals.VersionChanged, refusal);
        }
    }

    /// <summary>Whatever numbers come, in whatever order: those taken rise, and the last taken is the greatest that came.</summary>
    [Fact]
    public void Version_numbers_only_grow() =>
        Gen.Int[1, 9].Array[1, 20].Sample(numbers =>
        {
            var round = ARound();
            var known = new Dictionary<int, CriteriaVersion>();
            foreach (var number in numbers)
                if (round.Publish(number, [ACriterion()], known.GetValueOrDefault(number), Now) is var taken && !taken.IsRefused(out _) && taken.Value is { } version)
                    known.Add(number, version);
            return known.Keys.SequenceEqual(known.Keys.Order()) && round.LastCriteria == numbers.Max();
        });
}
