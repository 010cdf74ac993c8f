using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Domain.Tests;

/// <summary>Situations that tests begin in.</summary>
public static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public static Account AResident(string name = "Rahmi A.") => Account.Open(name, Role.Warga, null, Now).Value.WithId();

    public static Account AnOfficial(string office = "BKPSDM Kabupaten Bungo") => Account.Open("Hendra", Role.Pejabat, office, Now).Value.WithId();

    public static Account AModerator() => Account.Open("Sari", Role.Moderator, "Dinas Kominfo", Now).Value.WithId();

    public static Topic AFreeTopic() => Topic.Open(AResident(), null, "Jadwal seleksi", Now).Value.WithId();

    public static Post APost(Topic topic, Account? by = null, Stance stance = Stance.Neutral, string body = "Mohon dijelaskan.") =>
        topic.Reply(by ?? AResident(), null, body, stance, Now).Value.WithId();

    public static AnnouncementDraft ADraft(string title = "Judul", string body = "Isi") =>
        AnnouncementDraft.Begin(AnOfficial(), title, body, Now).Value.WithId();

    public static Publication APublication(string title = "Judul", string body = "Isi", DateTimeOffset? pinUntil = null)
    {
        var draft = ADraft(title, body);
        draft.WillBePinned(AnOfficial(), pinUntil, Now);
        return draft.Publish(AnOfficial(), Slug.Of(title), Now).Value;
    }

    public static Round ARound(string code = "PPPK-2026-NAKES")
    {
        var round = Round.Create(code).WithId();
        round.Describe(RoundKind.Pppk, "PPPK Tenaga Kesehatan 2026", 2026, [], []);
        return round;
    }

    public static Criterion ACriterion(string code = "K-1", string text = "Pengalaman paling singkat dua tahun.") =>
        new(code, "Pengalaman kerja", text, 100, Authority.Local, "");

    /// <summary>Published now, input open from tomorrow for two weeks, adopted a month from now.</summary>
    public static readonly Timetable ATimetable = new(Now, Now.AddDays(1), Now.AddDays(15), Now.AddDays(30));

    public static Consultation AConsultation(Timetable? timetable = null)
    {
        var round = ARound();
        var version = round.Publish(1, [ACriterion()], null, Now).Value!;
        return Consultation.Publish(AnOfficial(), "Kriteria PPPK", "", round, version, timetable ?? ATimetable, Now).Value.WithId();
    }

    private static long _lastId;

    /// <summary>The database gives ids; here they only have to differ.</summary>
    public static T WithId<T>(this T entity) where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(entity, Interlocked.Increment(ref _lastId));
        return entity;
    }
}
