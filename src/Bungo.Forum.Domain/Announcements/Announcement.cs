using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Announcements;

/// <summary>
/// What an office has told everybody. It belongs to the public record: each correction adds a version with its
/// reason and leaves the earlier ones readable, and taking it back leaves it standing with the reason why. There
/// is no verb that deletes one.
///
/// Published means the act of publishing was committed, not that a clock passed a moment: list, feed, board and
/// ledger then always name the same announcements.
/// </summary>
public sealed class Announcement
{
    public const int LongestTitle = 160;
    public const int LongestBody = 20_000;
    public const int LongestReason = 500;

    private Announcement() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>Markdown source of the version that stands.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The office it speaks for, as the office was called then.</summary>
    public string Office { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The last change of its words or standing: publication, correction or withdrawal.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Number of the version that stands.</summary>
    public int Number { get; private set; }

    public Pin? Pin { get; private set; }
    public Withdrawal? Withdrawal { get; private set; }

    public bool IsCorrected => Number > 1;
    public bool IsWithdrawn => Withdrawal is not null;

    public bool IsPinnedAt(DateTimeOffset now) => Pin?.Until > now;

    internal static Publication Of(AnnouncementDraft draft, long byId, string slug, DateTimeOffset now)
    {
        var announcement = new Announcement
        {
            ObjectId = draft.ObjectId,
            Slug = slug,
            Title = draft.Title,
            Body = draft.Body,
            Office = draft.Office,
            PublishedAt = now,
            ChangedAt = now,
            Number = 1,
            Pin = draft.PinUntil > now ? new Pin(draft.PinUntil.Value, byId) : null,
        };
        return new Publication(announcement, new AnnouncementVersion(announcement, byId, null, now));
    }

    /// <param name="number">The version the writer had before them.</param>
    public Outcome<AnnouncementVersion> Correct(Account by, string? title, string? body, string? reason, int number, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckFinal(title, body).IsRefused(out refusal)) return refusal;
        if (AnnouncementText.CheckReason(reason).IsRefused(out refusal)) return refusal;
        if (number != Number) return AnnouncementRefusals.ChangedMeanwhile;
        if (Title == Text.NormalizeLine(title) && Body == Text.Normalize(body)) return AnnouncementRefusals.NothingChanged;
        Title = Text.NormalizeLine(title);
        Body = Text.Normalize(body);
        Number++;
        ChangedAt = now;
        return new AnnouncementVersion(this, by.Id, Text.Normalize(reason), now);
    }

    public Outcome<Announcement> Withdraw(Account by, string? reason, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        if (AnnouncementText.CheckReason(reason).IsRefused(out refusal)) return refusal;
        Withdrawal = new Withdrawal(now, by.Id, Text.Normalize(reason));
        ChangedAt = now;
        Pin = null;
        return this;
    }

    public Outcome<Announcement> PinUntil(Account by, DateTimeOffset until, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        if (Pin.Check(until, now).IsRefused(out refusal)) return refusal;
        Pin = new Pin(until, by.Id);
        return this;
    }

    public Outcome<Announcement> Unpin(Account by, DateTimeOffset now)
    {
        if (MayChange(by, now).IsRefused(out var refusal)) return refusal;
        Pin = null;
        return this;
    }

    /// <returns>Whether a pin was over and has been taken off.</returns>
    public bool DropPin(DateTimeOffset now)
    {
        if (Pin is null || IsPinnedAt(now)) return false;
        Pin = null;
        return true;
    }

    /// <summary>Whether this official may still change it: an office's words are its own.</summary>
    public Outcome<Announcement> MayChange(Account by, DateTimeOffset now)
    {
        if (by.May(Permission.PublishAnnouncement, now).IsRefused(out var refusal)) return refusal;
        if (by.Office != Office) return AnnouncementRefusals.OtherOffice;
        if (IsWithdrawn) return AnnouncementRefusals.Withdrawn;
        return this;
    }
}

/// <summary>A draft made public: the announcement, and version 1 of its words.</summary>
public sealed record Publication(Announcement Announcement, AnnouncementVersion Version);
