namespace Bungo.Forum.Domain.Announcements;

/// <summary>
/// The words as they stood from one moment on. Version 1 is the publication; each later one is a correction and
/// says why. Made only by the verbs of <see cref="Announcement"/> and never changed after.
/// </summary>
public sealed class AnnouncementVersion
{
    private AnnouncementVersion() { }

    internal AnnouncementVersion(Announcement announcement, long byId, string? reason, DateTimeOffset at)
    {
        Announcement = announcement;
        AnnouncementId = announcement.Id;
        Number = announcement.Number;
        Title = announcement.Title;
        Body = announcement.Body;
        Reason = reason;
        ById = byId;
        At = at;
    }

    public long Id { get; private set; }
    public long AnnouncementId { get; private set; }
    public Announcement? Announcement { get; private set; }

    /// <summary>1, 2, 3 … without gaps within the announcement.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown source.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Why it replaced the one before; null for the first.</summary>
    public string? Reason { get; private set; }

    /// <summary>The official who published or corrected; not shown, the office speaks.</summary>
    public long ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The document whose digest the public ledger keeps; anybody can fetch it and compute the digest again.</summary>
    public string Document => $"# {Title}\n\n{Body}\n";
}
