using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Recruitment;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Polls;

public class PollSubjectTests
{
    private static readonly Round Round = Domain.Recruitment.Round.Create("PPPK-2026").WithId();

    private static readonly CriteriaVersion Criteria = Round.Publish(
        1, [new Criterion("K-3", "Pengalaman kerja", "Paling singkat dua tahun.", 15, Authority.Local, "")], null, Now).Value!;

    [Fact]
    public void A_poll_may_be_about_a_consultation_or_one_of_its_criteria()
    {
        var consultation = AConsultation(Now);
        Assert.Null(PollSubject.Of(consultation, Criteria, "", Now).Value.CriterionCode);
        var poll = Poll.Schedule(AnOfficial(), Some.Plan, PollSubject.Of(consultation, Criteria, "K-3", Now).Value, Now).Value;
        Assert.Equal((consultation.Id, "K-3"), (poll.ConsultationId, poll.CriterionCode));
    }

    [Fact]
    public void A_criterion_the_consultation_does_not_present_is_refused()
    {
        Assert.True(PollSubject.Of(AConsultation(Now), Criteria, "K-9", Now).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.CriterionUnknown, refusal);
    }

    [Fact]
    public void A_poll_must_not_give_away_a_consultation_that_is_not_public_yet()
    {
        Assert.True(PollSubject.Of(AConsultation(Now.AddDays(1)), Criteria, "", Now).IsRefused(out var refusal));
        Assert.Equal(PollRefusals.ConsultationUnknown, refusal);
    }

    private static Consultation AConsultation(DateTimeOffset published) => Consultation.Publish(
        AnOfficial(), "Kriteria PPPK 2026", "", Round, Criteria,
        new Timetable(published, published.AddDays(1), published.AddDays(10), published.AddDays(20)), Now).Value.WithId();
}
