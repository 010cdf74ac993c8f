using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using CsCheck;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Consultations;

public class TimetableTests
{
    [Fact]
    public void Input_of_exactly_a_day_is_enough_and_a_tick_less_is_not()
    {
        var day = new Timetable(Now, Now, Now + Timetable.ShortestInput, Now.AddDays(9));
        Assert.False(day.Check().IsRefused(out _));
        Assert.True((day with { InputClosesAt = day.InputClosesAt.AddTicks(-1) }).Check().IsRefused(out var refusal));
        Assert.Equal(ConsultationRefusals.InputTooShort, refusal);
    }

    /// <summary>Whatever four moments are given: taken exactly when they are in order and leave a day for input.</summary>
    [Fact]
    public void Moments_are_taken_in_order_only() =>
        Gen.Int[0, 6].Array[4].Sample(days =>
        {
            var t = new Timetable(Now.AddDays(days[0]), Now.AddDays(days[1]), Now.AddDays(days[2]), Now.AddDays(days[3]));
            var isRight = days[0] <= days[1] && days[1] < days[2] && days[2] < days[3];
            return t.Check().IsRefused(out _) != isRight;
        });

    [Fact]
    public void What_is_to_come_can_be_moved()
    {
        var consultation = AConsultation();
        var moved = ATimetable with { InputOpensAt = Now.AddDays(2), InputClosesAt = Now.AddDays(20) };
        Assert.False(consultation.Reschedule(AnOfficial(), moved, Now).IsRefused(out _));
        Assert.Equal(moved, consultation.Timetable);
    }

    [Fact]
    public void What_has_passed_cannot_be_moved_and_nothing_moves_into_the_past()
    {
        var consultation = AConsultation();
        var now = ATimetable.InputOpensAt.AddDays(1);
        Assert.Equal(ConsultationRefusals.TimePassed, Asks(consultation, ATimetable with { InputOpensAt = ATimetable.InputOpensAt.AddDays(3) }, now));
        Assert.Equal(ConsultationRefusals.TimePassed, Asks(consultation, ATimetable with { AdoptedAt = now }, now));
        Assert.Equal(ATimetable, consultation.Timetable);
    }

    [Fact]
    public void While_input_is_open_its_end_only_moves_later()
    {
        var consultation = AConsultation();
        var now = ATimetable.InputOpensAt;
        Assert.Equal(ConsultationRefusals.InputCutShort, Asks(consultation, ATimetable with { InputClosesAt = ATimetable.InputClosesAt.AddMinutes(-1) }, now));
        Assert.Null(Asks(consultation, ATimetable with { InputClosesAt = ATimetable.InputClosesAt.AddDays(7) }, now));
    }

    [Fact]
    public void Nobody_but_an_office_moves_it()
    {
        Assert.True(AConsultation().Reschedule(AResident(), ATimetable, Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NotAllowed, refusal);
    }

    private static Refusal? Asks(Consultation consultation, Timetable timetable, DateTimeOffset now) =>
        consultation.Reschedule(AnOfficial(), timetable, now).IsRefused(out var refusal) ? refusal : null;
}
