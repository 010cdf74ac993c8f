using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Domain.Consultations;

/// <summary>
/// A version of the criteria put before the public for a time. Its phase is a function of the clock, so a
/// page is right even when the job that announces a change of phase is late; the job only leaves the trace
/// (<see cref="Announced"/>) that tells which change was already announced.
/// </summary>
public sealed class Consultation
{
    public const int LongestTitle = 160;
    public const int LongestSummary = 2_000;

    private Consultation() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>Markdown source.</summary>
    public string Summary { get; private set; } = "";

    public long RoundId { get; private set; }
    public Round? Round { get; private set; }

    /// <summary>The criteria version presented now; a newer one replaces it in the open (<see cref="Present"/>).</summary>
    public int CriteriaNumber { get; private set; }

    public Timetable Timetable { get; private set; } = null!;
    public long? CreatedById { get; private set; }
    public Phase Announced { get; private set; }

    public static Outcome<Consultation> Publish(
        Account by, string? title, string? summary, Round round, CriteriaVersion? criteria, Timetable timetable, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        var line = Text.NormalizeLine(title);
        if (line.Length == 0) return ConsultationRefusals.TitleMissing;
        if (line.Length > LongestTitle) return ConsultationRefusals.TitleTooLong;
        var text = Text.Normalize(summary);
        if (text.Length > LongestSummary) return ConsultationRefusals.SummaryTooLong;
        if (criteria is null || criteria.Criteria.Count == 0) return ConsultationRefusals.NoCriteria;
        if (timetable.Check().IsRefused(out refusal)) return refusal;
        return new Consultation
        {
            ObjectId = Guid.NewGuid(),
            Slug = ConsultationSlug.Of(line),
            Title = line,
            Summary = text,
            Round = round,
            RoundId = round.Id,
            CriteriaNumber = criteria.Number,
            Timetable = timetable,
            CreatedById = by.Id,
        };
    }

    /// <summary>Two consultations may share a title; only the later one's address is lengthened.</summary>
    public void TakeSlug(string slug) => Slug = slug;

    public Phase PhaseAt(DateTimeOffset now) =>
        now < Timetable.PublishedAt ? Phase.Unpublished
        : now < Timetable.InputOpensAt ? Phase.DraftPublished
        : now < Timetable.InputClosesAt ? Phase.InputOpen
        : now < Timetable.AdoptedAt ? Phase.Answering
        : Phase.Adopted;

    /// <summary>Whether this person's words are taken now. An office may answer until adoption.</summary>
    public Outcome<Consultation> AcceptsInput(Account by, DateTimeOffset now) => PhaseAt(now) switch
    {
        Phase.InputOpen => this,
        Phase.Answering when by.Role.Allows(Permission.SpeakForOffice) => this,
        Phase.Unpublished or Phase.DraftPublished => DiscussionRefusals.InputNotOpenYet,
        _ => DiscussionRefusals.InputClosed,
    };

    /// <returns>The phase to announce, once; null when the current phase was announced already.</returns>
    public Phase? Advance(DateTimeOffset now)
    {
        var phase = PhaseAt(now);
        if (phase <= Announced) return null;
        return Announced = phase;
    }

    /// <summary>
    /// Moves what has not happened yet. What has happened stays as it was, and who was told they may write until
    /// a day keeps that day: once input is open its end only moves later.
    /// </summary>
    public Outcome<Consultation> Reschedule(Account by, Timetable timetable, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        if (Timetable.MovesPast(timetable, now)) return ConsultationRefusals.TimePassed;
        if (timetable.Check().IsRefused(out refusal)) return refusal;
        if (PhaseAt(now) == Phase.InputOpen && timetable.InputClosesAt < Timetable.InputClosesAt) return ConsultationRefusals.InputCutShort;
        Timetable = timetable;
        return this;
    }

    /// <summary>Puts a newer version in the place of the one presented, until the criteria are adopted: then the words stand.</summary>
    public Outcome<Consultation> Present(Account by, CriteriaVersion version, DateTimeOffset now)
    {
        if (by.May(Permission.PublishConsultation, now).IsRefused(out var refusal)) return refusal;
        if (PhaseAt(now) == Phase.Adopted) return ConsultationRefusals.Adopted;
        CriteriaNumber = Math.Max(CriteriaNumber, version.Number);
        return this;
    }
}
