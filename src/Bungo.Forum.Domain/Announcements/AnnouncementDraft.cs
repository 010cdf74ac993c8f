using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Announcements;

/// <summary>
/// An announcement while it is still the office's own paper: rewritten, scheduled, thrown away. Publishing makes
/// an <see cref="Announcement"/> of it, and the caller removes the draft. The two are different things kept in
/// different tables, so that no page, feed or search can show an unpublished word by forgetting to ask.
/// </summary>
public sealed class AnnouncementDraft
{
    /// <summary>A year typed wrongly should be refused, not waited for.</summary>
    public const int FurthestScheduleDays = 366;

    private AnnouncementDraft() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Markdown source; may be empty while it is being written.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The office it will speak for, as it was called when the draft was begun.</summary>
    public string Office { get; private set; } = "";

    /// <summary>Counts saved changes, so that a form can tell whether somebody else saved meanwhile.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }
    public Schedule? Schedule { get; private set; }

    /// <summary>Until when it will be pinned once published.</summary>
    public DateTimeOffset? PinUntil { get; private set; }

    public static Outcome<AnnouncementDraft> Begin(Account by, string? title, string? body, DateTimeOffset now)
    {
        if (by.May(Permission.PublishAnnouncement, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckDraft(title, body).IsRefused(out refusal)) return refusal;
        var draft = new AnnouncementDraft { ObjectId = Guid.NewGuid(), Office = by.Office! };
        draft.Write(title, body, now);
        return draft;
    }

    /// <param name="edition">The edition the writer had before them.</param>
    public Outcome<AnnouncementDraft> Revise(Account by, string? title, string? body, int edition, DateTimeOffset now)
    {
        if (MayManage(by, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckDraft(title, body).IsRefused(out refusal)) return refusal;
        if (Schedule is not null && AnnouncementText.CheckFinal(title, body).IsRefused(out refusal)) return refusal;
        if (edition != Edition) return AnnouncementRefusals.ChangedMeanwhile;
        Write(title, body, now);
        return this;
    }

    public Outcome<AnnouncementDraft> ScheduleFor(Account by, DateTimeOffset? at, DateTimeOffset now)
    {
        if (MayManage(by, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckFinal(Title, Body).IsRefused(out refusal)) return refusal;
        if (at is not { } moment) return AnnouncementRefusals.ScheduleMissing;
        if (moment <= now) return AnnouncementRefusals.ScheduledInThePast;
        if (moment > now.AddDays(FurthestScheduleDays)) return AnnouncementRefusals.ScheduledTooFar;
        Schedule = new Schedule(moment, by.Id);
        return this;
    }

    public Outcome<AnnouncementDraft> Unschedule(Account by, DateTimeOffset now)
    {
        if (MayManage(by, now).IsRefused(out var refusal)) return refusal;
        Schedule = null;
        return this;
    }

    /// <param name="until">Null for no pin.</param>
    public Outcome<AnnouncementDraft> WillBePinned(Account by, DateTimeOffset? until, DateTimeOffset now)
    {
        if (MayManage(by, now).IsRefused(out var refusal)) return refusal;
        if (until is { } moment && Pin.Check(moment, Schedule?.At ?? now).IsRefused(out refusal)) return refusal;
        PinUntil = until;
        return this;
    }

    public Outcome<Publication> Publish(Account by, string slug, DateTimeOffset now)
    {
        if (MayManage(by, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckFinal(Title, Body).IsRefused(out refusal)) return refusal;
        return Announcement.Of(this, by.Id, slug, now);
    }

    /// <summary>
    /// What the job does when the moment has come. Whoever set it decided then; that they have left the office
    /// since does not take the office's word back.
    /// </summary>
    public Outcome<Publication> PublishScheduled(string slug, DateTimeOffset now)
    {
        if (Schedule is null || Schedule.At > now) return AnnouncementRefusals.NotDue;
        return Announcement.Of(this, Schedule.ById, slug, now);
    }

    /// <summary>Whether this official may work on it at all: an office's words are its own.</summary>
    public Outcome<AnnouncementDraft> MayManage(Account by, DateTimeOffset now)
    {
        if (by.May(Permission.PublishAnnouncement, now).IsRefused(out var refusal)) return refusal;
        if (by.Office != Office) return AnnouncementRefusals.OtherOffice;
        return this;
    }

    private void Write(string? title, string? body, DateTimeOffset now)
    {
        Title = Text.NormalizeLine(title);
        Body = Text.Normalize(body);
        Edition++;
        SavedAt = now;
    }
}
