using System.Globalization;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// The site's addresses, in one place. Live fragments are rendered outside any request, so links in them
/// cannot come from the router; and addresses printed on paper must not change with a page's file name.
/// </summary>
public static class Urls
{
    public const string Consultations = "/konsultasi";
    public const string ManageConsultations = "/konsultasi/kelola";
    public const string PublishConsultation = "/konsultasi/terbitkan";
    public const string Rounds = "/rekrutmen";
    public const string Announcements = "/pengumuman";
    public const string ManageAnnouncements = "/pengumuman/kelola";
    public const string WriteAnnouncement = "/pengumuman/tulis";
    public const string Polls = "/jajak";
    public const string NewPoll = "/jajak/baru";
    public const string Reports = "/laporan";
    public const string Moderation = "/moderasi";
    public const string ModerationLog = "/moderasi/catatan";
    public const string Samples = "/moderasi/sampel";
    public const string Appeals = "/moderasi/banding";
    public const string Ledger = "/buku";
    public const string CheckReceipt = "/buku/periksa";
    public const string OwnReceipts = "/buku/saya";
    public const string Erasures = "/penghapusan";
    public const string About = "/tentang";
    public const string Rules = "/tata-tertib";
    public const string Notices = "/pemberitahuan";
    public const string NoticeSettings = "/pemberitahuan/surel";
    public const string SignIn = "/masuk";
    public const string SignOut = "/keluar";
    public const string Account = "/akun";
    public const string OwnInputs = "/masukan-saya";

    public static string Consultation(Consultation consultation) => Consultation(consultation.Slug);

    public static string Consultation(string slug) => $"/konsultasi/{slug}";

    public static string Reschedule(Consultation consultation) => $"/konsultasi/{consultation.Slug}/jadwal";

    /// <summary>What became of a consultation's inputs.</summary>
    public static string Answers(Consultation consultation) => Answers(consultation.Slug);

    public static string Answers(string slug) => $"/konsultasi/{slug}/tanggapan";

    public static string GiveAnswers(Consultation consultation) => $"/konsultasi/{consultation.Slug}/tanggapi";

    public static string Answer(long id) => Text($"/tanggapan/{id}");

    public static string ObjectTo(long inputId) => Text($"/tanggapan/keberatan/{inputId}");

    public static string Round(string code) => $"{Rounds}/{code}";

    public static string CriteriaVersion(Consultation consultation, int number) => Text($"/konsultasi/{consultation.Slug}/versi/{number}");

    public static string Topic(Topic topic) => Topic(topic.Id, topic.Slug);

    public static string Topic(long id, string slug) => Text($"/diskusi/{id}-{slug}");

    /// <summary>Where one comments on some words of a criterion; the topic is the criterion's.</summary>
    public static string CommentOnWords(long topicId, string slug) => Text($"/diskusi/{topicId}-{slug}/bagian");

    /// <summary>The next version of a consultation's criteria, while the office writes it.</summary>
    public static string CriteriaDraft(Consultation consultation) => $"/konsultasi/{consultation.Slug}/rancangan";

    /// <summary>One criterion of it, or one to add.</summary>
    public static string DraftedCriterion(Consultation consultation, string? code = null) =>
        $"/konsultasi/{consultation.Slug}/rancangan/kriteria" + (code is null ? "" : "?kode=" + Uri.EscapeDataString(code));

    /// <summary>What a version did to the passages that people commented on.</summary>
    public static string Fates(Consultation consultation, int number) => Text($"/konsultasi/{consultation.Slug}/versi/{number}/bagian");

    /// <summary>Where an official says where a passage stands now.</summary>
    public static string PlacePassage(Consultation consultation, long id) => Text($"/konsultasi/{consultation.Slug}/bagian/{id}");

    /// <summary>The page of the topic that holds this post, scrolled to it.</summary>
    public static string Post(Topic topic, int number) => Post(topic.Id, topic.Slug, number);

    public static string Post(long topicId, string slug, int number) => Text($"/diskusi/{topicId}-{slug}/{number}#post-{number}");

    public static string Poll(long id, string slug) => Text($"/jajak/{id}-{slug}");

    public static string Announcement(string slug) => $"/pengumuman/{slug}";

    public static string AnnouncementDraft(long id) => Text($"{WriteAnnouncement}/{id}");

    public static string AnnouncementVersion(string slug, int number) => Text($"/pengumuman/{slug}/versi/{number}");

    /// <summary>A decision in the public log.</summary>
    public static string Decision(long id) => Text($"/moderasi/catatan/{id}");

    /// <summary>Where somebody appeals against a decision, and where it is ruled on.</summary>
    public static string Appeal(long decisionId) => Text($"/moderasi/catatan/{decisionId}/banding");

    public static string RuleOnAppeal(long decisionId) => Text($"/moderasi/banding/{decisionId}");

    /// <summary>A month's decisions for re-examination, and where one of them is examined.</summary>
    public static string Sample(string month) => $"{Samples}/{month}";

    public static string Review(string month, int rank) => Text($"{Samples}/{month}/{rank}");

    public static string Article(string code) => $"{Rules}#{code}";

    public static string Flag(long postId) => Text($"/lapor/{postId}");

    public static string LedgerEntry(long index) => Text($"/buku/{index}");

    /// <summary>The receipt of an act, by its id.</summary>
    public static string ActReceipt(string act) => $"/buku/tanda-terima/{act}";

    /// <summary>The receipt of what happened last to a post; beside the post's other addresses, whose letters a compressed page then repeats for nothing.</summary>
    public static string PostReceipt(long postId) => Text($"/diskusi/kiriman/{postId}/bukti");

    /// <summary>Where the words of a hidden post are destroyed by law.</summary>
    public static string ErasePost(long id) => Text($"{Erasures}/kiriman/{id}");

    /// <summary>Where a moderator decides on a post, a topic, an account.</summary>
    public static string DecidePost(long id) => Text($"/moderasi/putusan/kiriman/{id}");

    public static string DecideTopic(long id) => Text($"/moderasi/putusan/topik/{id}");

    public static string DecideAccount(long id) => Text($"/moderasi/putusan/akun/{id}");

    public static string Notice(long id) => Text($"/pemberitahuan/{id}");
    public static string Poll(Poll poll) => Text($"/jajak/{poll.Id}-{poll.Slug}");
    public static string Report(Period period) => $"{Reports}/{period}";

    /// <summary>A version by number; <paramref name="file"/> is <c>.csv</c> or <c>.json</c>, or empty for the page.</summary>
    public static string Report(Period period, int version, string file = "") => Text($"{Reports}/{period}{file}?versi={version}");

    private static string Text(FormattableString address) => address.ToString(CultureInfo.InvariantCulture);
}
