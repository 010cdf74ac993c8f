using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Consultations;

public class ConsultationTests
{
    [Fact]
    public void Each_phase_begins_at_its_moment_and_not_a_tick_before()
    {
        var t = ATimetable;
        var consultation = AConsultation();
        var moments = new[] { (t.PublishedAt, Phase.DraftPublished), (t.InputOpensAt, Phase.InputOpen), (t.InputClosesAt, Phase.Answering), (t.AdoptedAt, Phase.Adopted) };
        Assert.All(moments, m => Assert.Equal((m.Item2 - 1, m.Item2), (consultation.PhaseAt(m.Item1.AddTicks(-1)), consultation.PhaseAt(m.Item1))));
    }

    [Fact]
    public void A_resident_writes_while_input_is_open_and_an_office_until_adoption()
    {
        var consultation = AConsultation();
        var t = consultation.Timetable;
        Refusal? Asks(Account by, DateTimeOffset at) => consultation.AcceptsInput(by, at).IsRefused(out var refusal) ? refusal : null;
        Assert.Equal(DiscussionRefusals.InputNotOpenYet, Asks(AResident(), t.PublishedAt));
        Assert.Null(Asks(AResident(), t.InputOpensAt));
        Assert.Equal(DiscussionRefusals.InputClosed, Asks(AResident(), t.InputClosesAt));
        Assert.Null(Asks(AnOfficial(), t.InputClosesAt));
        Assert.Equal(DiscussionRefusals.InputClosed, Asks(AnOfficial(), t.AdoptedAt));
    }

    [Fact]
    public void A_phase_is_announced_once_and_one_that_was_slept_through_not_at_all()
    {
        var consultation = AConsultation();
        Assert.Equal(Phase.DraftPublished, consultation.Advance(Now));
        Assert.Null(consultation.Advance(Now));
        Assert.Equal(Phase.Answering, consultation.Advance(ATimetable.InputClosesAt));
        Assert.Null(consultation.Advance(ATimetable.InputClosesAt.AddDays(1)));
    }

    /// <summary>However the clock goes on, each phase is announced at most once, in order, and the last is where it stands.</summary>
    [Fact]
    public void Announcements_follow_the_clock_whenever_the_job_runs() =>
        Gen.Int[0, 40].Array[1, 30].Sample(days =>
        {
            var consultation = AConsultation();
            var told = days.Order().Select(d => consultation.Advance(Now.AddDays(d))).OfType<Phase>().ToList();
            return told.SequenceEqual(told.Distinct().Order()) && told.LastOrDefault() == consultation.PhaseAt(Now.AddDays(days.Max()));
        });

    [Theory]
    [InlineData(null, "consultation-title-missing")]
    [InlineData(" \t", "consultation-title-missing")]
    public void A_consultation_needs_a_title(string? title, string code)
    {
        var round = ARound();
        var version = round.Publish(1, [ACriterion()], null, Now).Value;
        Assert.True(Consultation.Publish(AnOfficial(), title, "", round, version, ATimetable, Now).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Only_an_office_publishes_and_only_what_has_criteria()
    {
        var round = ARound();
        var version = round.Publish(1, [ACriterion()], null, Now).Value;
        Assert.True(Consultation.Publish(AResident(), "Judul", "", round, version, ATimetable, Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
        Assert.True(Consultation.Publish(AnOfficial(), "Judul", "", round, null, ATimetable, Now).IsRefused(out refusal));
        Assert.Equal(ConsultationRefusals.NoCriteria, refusal);
    }

    [Fact]
    public void A_longest_title_and_summary_are_taken_and_one_character_more_is_not()
    {
        var round = ARound();
        var version = round.Publish(1, [ACriterion()], null, Now).Value;
        Refusal? Asks(int title, int summary) =>
            Consultation.Publish(AnOfficial(), new string('a', title), new string('b', summary), round, version, ATimetable, Now).IsRefused(out var refusal) ? refusal : null;
        Assert.Null(Asks(Consultation.LongestTitle, Consultation.LongestSummary));
        Assert.Equal(ConsultationRefusals.TitleTooLong, Asks(Consultation.LongestTitle + 1, 0));
        Assert.Equal(ConsultationRefusals.SummaryTooLong, Asks(1, Consultation.LongestSummary + 1));
    }

    [Fact]
    public void A_newer_version_replaces_the_one_presented_and_an_older_one_never_does()
    {
        var consultation = AConsultation();
        var round = consultation.Round!;
        var second = round.Publish(2, [ACriterion(text: "Satu tahun.")], null, Now).Value!;
        var third = round.Publish(3, [ACriterion(text: "Tiga tahun.")], null, Now).Value!;
        _ = consultation.Present(AnOfficial(), third, Now).Value;
        _ = consultation.Present(AnOfficial(), second, Now).Value;
        Assert.Equal(3, consultation.CriteriaNumber);
    }

    [Fact]
    public void Once_adopted_the_criteria_stand_and_before_it_only_an_office_presents_a_version()
    {
        var consultation = AConsultation();
        var second = consultation.Round!.Publish(2, [ACriterion(text: "Satu tahun.")], null, Now).Value!;
        Assert.True(consultation.Present(AResident(), second, Now).IsRefused(out _));
        Assert.True(consultation.Present(AnOfficial(), second, consultation.Timetable.AdoptedAt).IsRefused(out var refusal));
        Assert.Equal(ConsultationRefusals.Adopted, refusal);
        Assert.Equal(1, consultation.CriteriaNumber);
        Assert.False(consultation.Present(AnOfficial(), second, consultation.Timetable.AdoptedAt.AddTicks(-1)).IsRefused(out _));
    }
}
