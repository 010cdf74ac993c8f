using Bungo.Forum.Domain.Polls;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Polls;

public class PollPlanTests
{
    public static TheoryData<PollPlan, Refusal> Faulty => new()
    {
        { Some.Plan with { Question = " \n" }, PollRefusals.QuestionMissing },
        { Some.Plan with { Question = new string('a', PollPlan.LongestQuestion + 1) }, PollRefusals.QuestionTooLong },
        { Some.Plan with { Description = new string('a', PollPlan.LongestDescription + 1) }, PollRefusals.DescriptionTooLong },
        { Some.Plan with { Options = ["Ya", "", null, "  "] }, PollRefusals.TooFewOptions },
        { Some.Plan with { Options = [.. Enumerable.Range(1, 11).Select(i => $"{i}")] }, PollRefusals.TooManyOptions },
        { Some.Plan with { Options = ["Ya", new string('a', PollOption.LongestLabel + 1)] }, PollRefusals.OptionTooLong },
        { Some.Plan with { Options = ["Setuju", "setuju "] }, PollRefusals.OptionsAlike },
        { Some.Plan with { Kind = PollKind.SeveralChoices, MostChoices = 1 }, PollRefusals.MostChoicesOutOfRange },
        { Some.Plan with { Kind = PollKind.SeveralChoices, MostChoices = 4 }, PollRefusals.MostChoicesOutOfRange },
        { Some.Plan with { OpensAt = Now.AddMinutes(-1) }, PollRefusals.OpensInPast },
        { Some.Plan with { ClosesAt = null }, PollRefusals.ClosingTimeMissing },
        { Some.Plan with { ClosesAt = Now.AddMinutes(59) }, PollRefusals.OpenTooShort },
        { Some.Plan with { OpensAt = Now.AddDays(8) }, PollRefusals.OpenTooShort },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_plan_is_refused_by_name(PollPlan plan, Refusal expected)
    {
        Assert.True(plan.Check(Now).IsRefused(out var refusal));
        Assert.Equal(expected, refusal);
        Assert.True(Poll.Schedule(AnOfficial(), plan, PollSubject.Free, Now).IsRefused(out refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void Blank_options_do_not_count_and_labels_lose_their_loose_ends()
    {
        var poll = Some.Poll(Some.Plan with { Options = ["  Ya ", "", "Tidak\r\n", null] });
        Assert.Equal(["Ya", "Tidak"], poll.Options.Select(o => o.Label));
        Assert.Equal(2, poll.Options.Select(o => o.Id).Distinct().Count());
    }

    [Fact]
    public void One_choice_means_one_whatever_the_form_says()
    {
        Assert.Equal(1, Some.Poll(Some.Plan with { MostChoices = 3 }).MostChoices);
    }

    [Fact]
    public void Several_choices_without_a_number_means_as_many_as_there_are_options()
    {
        Assert.Equal(3, Some.Poll(Some.Plan with { Kind = PollKind.SeveralChoices }).MostChoices);
    }

    [Fact]
    public void Exactly_an_hour_is_long_enough()
    {
        Assert.False((Some.Plan with { ClosesAt = Now.AddHours(1) }).Check(Now).IsRefused(out _));
    }
}
