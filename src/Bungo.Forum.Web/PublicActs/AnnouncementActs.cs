using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>A draft was saved, scheduled or thrown away: nothing that anybody outside the office may notice.</summary>
public sealed record AnnouncementPrepared(AnnouncementDraft Draft) : Act
{
    public override IEnumerable<Change> Changes => [];
}

/// <param name="Official">Who decided it: now, or when it was scheduled.</param>
/// <param name="OnSchedule">The machine carried it out; the official is then only committed to.</param>
public sealed record AnnouncementPublished(Announcement Announcement, AnnouncementVersion Version, Account Official, bool OnSchedule)
    : PublicAct("umum.terbit", Announcement.ObjectId, OnSchedule ? null : Official.Role)
{
    public override IEnumerable<Change> Changes => AnnouncementActs.Everywhere(Announcement);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["versi"] = Version.Number, ["terjadwal"] = OnSchedule };

    public override IEnumerable<Committed> Commitments => [PostActs.Actor(Official)];

    public override IEnumerable<Document> Documents => [AnnouncementActs.Script(Version)];
}

public sealed record AnnouncementCorrected(Announcement Announcement, AnnouncementVersion Version, Account Official)
    : PublicAct("umum.ubah", Announcement.ObjectId, Official.Role)
{
    public override IEnumerable<Change> Changes => AnnouncementActs.Everywhere(Announcement);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["versi"] = Version.Number };

    public override IEnumerable<Committed> Commitments => [AnnouncementActs.Reason(Version.Reason!), PostActs.Actor(Official)];

    public override IEnumerable<Document> Documents => [AnnouncementActs.Script(Version)];
}

public sealed record AnnouncementWithdrawn(Announcement Announcement, Account Official)
    : PublicAct("umum.tarik", Announcement.ObjectId, Official.Role)
{
    public override IEnumerable<Change> Changes => AnnouncementActs.Everywhere(Announcement);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["versi"] = Announcement.Number };

    public override IEnumerable<Committed> Commitments => [AnnouncementActs.Reason(Announcement.Withdrawal!.Reason), PostActs.Actor(Official)];
}

/// <summary>Pinned, or no longer: it stands elsewhere on the pages and says the same, so the ledger does not record it.</summary>
public sealed record AnnouncementMoved(Announcement Announcement) : Act
{
    public override IEnumerable<Change> Changes => AnnouncementActs.Everywhere(Announcement);
}

/// <summary>What the acts on announcements have in common.</summary>
internal static class AnnouncementActs
{
    public static IEnumerable<Change> Everywhere(Announcement announcement) =>
    [
        new(Streams.Announcements, Streams.Name("announcement-line", announcement.Id)),
        new(Streams.Announcements, Streams.Name("announcement", announcement.Id)),
    ];

    public static Committed Reason(string reason) => new("alasan", "text/plain", reason);

    public static Document Script(AnnouncementVersion version) => new("naskah", "text/markdown", Encoding.UTF8.GetBytes(version.Document));
}
