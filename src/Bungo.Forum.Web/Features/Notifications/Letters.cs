using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Wording;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>Who a letter goes to, in which language, and what they chose to get.</summary>
public sealed record Recipient(string Name, string Language, string Address, bool WantsAnswers, bool WantsReplies);

/// <summary>
/// The letters, in the reader's language. A decision is told in full, with how to object: it must be enough
/// for somebody who never comes back to the site. A reply is only announced; the words stay at the site, where
/// they can still be edited, withdrawn or hidden.
/// </summary>
public sealed class Letters(IOptions<RegionOptions> options)
{
    private RegionOptions Region => options.Value;

    public Letter OfDecision(Notice notice, Recipient to) => Speaking.In(to.Language, () =>
    {
        var decision = notice.Decision!;
        var statement = StatementOfReasons.Of(decision, decision.Post?.Topic ?? decision.Topic, decision.Post?.Number, Region.Email);
        return Write(
            to, notice, $"{Subject(decision.Measure)} ({decision.Rule})",
            T("Moderator memutus hal berikut.", "A moderator has decided the following."),
            string.Join("\n\n", statement.Select(line => $"{line.Label}:\n{line.Text}")),
            decision.Measure == Measure.Hide
                ? T("Tulisan Anda masih dapat Anda baca di halaman pemberitahuan:", "You can still read your text on the notice's page:")
                : T("Selengkapnya:", "More:"),
            Link(Urls.Notice(notice.Id)));
    });

    public Letter OfReply(Notice notice, Recipient to) => Speaking.In(to.Language, () =>
    {
        var post = notice.Post!;
        var topic = post.Topic!;
        return Write(
            to, notice,
            post.IsOfficial ? T($"Tanggapan resmi untuk masukan Anda: {topic.Title}", $"Official answer to your input: {topic.Title}") : T($"Balasan baru: {topic.Title}", $"New reply: {topic.Title}"),
            post.IsOfficial
                ? T($"{post.Office} menanggapi masukan Anda dalam topik “{topic.Title}”.", $"{post.Office} has answered your input in the topic “{topic.Title}”.")
                : T($"Kiriman Anda dalam topik “{topic.Title}” dibalas.", $"Somebody replied to your post in the topic “{topic.Title}”."),
            Link(Urls.Notice(notice.Id)),
            T("Atur surel mana yang Anda terima:", "Choose which mails you get:"),
            Link(Urls.NoticeSettings));
    });

    /// <summary>Like a decision, told in full: it must be enough for somebody who never comes back.</summary>
    public Letter OfErasure(Notice notice, Recipient to) => Speaking.In(to.Language, () =>
    {
        var (post, erasure) = (notice.Post!, notice.Post!.Erasure!);
        var topic = post.Topic!;
        return Write(
            to, notice,
            T("Isi kiriman Anda dihapus menurut hukum", "The words of your post were erased by law"),
            T($"Isi kiriman Anda no. {post.Number} dalam topik “{topic.Title}” sudah dimusnahkan.", $"The words of your post no. {post.Number} in the topic “{topic.Title}” have been destroyed."),
            T($"Dasar:\n{erasure.Ground.Words()}", $"Ground:\n{erasure.Ground.Words()}"),
            T($"Diminta pada:\n{Wib.Day(erasure.RequestedOn)}", $"Requested on:\n{Wib.Day(erasure.RequestedOn)}"),
            T($"Diputus oleh:\n{erasure.Office}", $"Decided by:\n{erasure.Office}"),
            T($"Nomor kiriman dan penghapusannya tetap tercatat di situs. Keberatan: balas ke {Region.Email}.", $"The post's number and its erasure stay on record at the site. Objections: write to {Region.Email}."),
            Link(Urls.Notice(notice.Id)));
    });

    private Letter Write(Recipient to, Notice notice, string subject, params string[] paragraphs) => new(
        to.Address,
        Shorten(subject),
        string.Join("\n\n", [T($"Yth. {to.Name},", $"Dear {to.Name},"), .. paragraphs, Region.SiteName]) + "\n",
        notice.At);

    private static string Subject(Measure measure) => measure switch
    {
        Measure.Hide => T("Kiriman Anda disembunyikan", "Your post was hidden"),
        Measure.Restore => T("Kiriman Anda dipulihkan", "Your post was restored"),
        Measure.Lock => T("Topik Anda dikunci", "Your topic was locked"),
        Measure.Unlock => T("Topik Anda dibuka kembali", "Your topic was unlocked"),
        Measure.Suspend => T("Akun Anda ditangguhkan", "Your account was suspended"),
        _ => T("Penangguhan akun Anda dicabut", "The suspension of your account was lifted"),
    };

    private static string Shorten(string subject) => subject.Length <= Letter.LongestSubject ? subject : subject[..(Letter.LongestSubject - 1)] + "…";

    private string Link(string address) => Region.PublicAddress + address;
}
