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
        var statement = StatementOfReasons.Of(decision, decision.Post?.Topic ?? decision.Topic, decision.Post?.Number, Region.PublicAddress);
        return Write(
            to, notice, $"{Subject(decision.Measure)} ({decision.Rule})",
            T("Moderator memutus hal berikut.", "A moderator has decided the following."),
            string.Join("\n\n", statement.Select(line => $"{line.Label}:\n{line.Text}")),
            decision.Measure == Measure.Hide
                ? T("Tulisan Anda masih dapat Anda baca di halaman pemberitahuan:", "You can still read your text on the notice's page:")
                : T("Selengkapnya:", "More:"),
            Link(Urls.Notice(notice.Id)));
    });

    /// <summary>For whoever appealed, and for the one concerned: the ruling in full, and what is left to do.</summary>
    public Letter OfRuling(Notice notice, Recipient to) => Speaking.In(to.Language, () =>
    {
        var ruling = notice.Ruling!;
        var number = ruling.DecisionId;
        return Write(
            to, notice, T($"{ruling.Outcome.Words()}: putusan no. {number}", $"{ruling.Outcome.Words()}: decision no. {number}"),
            T($"{ModerationWords.Signature(ruling.Level == Appeal.Second, ruling.Office)} menjawab banding atas putusan moderasi no. {number}.", $"{ModerationWords.Signature(ruling.Level == Appeal.Second, ruling.Office)} has answered the appeal against moderation decision no. {number}."),
            $"{ruling.Outcome.Words()}.\n{ruling.Reason}",
            ruling.Restoring is { } restoring ? restoring.Measure.Words() + "." : Next(ruling),
            T("Riwayat lengkapnya:", "The whole story:"),
            Link(Urls.Notice(notice.Id)));
    });

    /// <summary>For the one concerned, when somebody else appealed on their case.</summary>
    public Letter OfAppeal(Notice notice, Recipient to) => Speaking.In(to.Language, () => Write(
        to, notice, T($"Pembaca mengajukan banding atas putusan no. {notice.DecisionId}", $"A reader appealed against decision no. {notice.DecisionId}"),
        T("Seorang pembaca mengajukan banding atas putusan moderasi yang menyangkut Anda. Anda akan diberi tahu putusannya; Anda sendiri juga dapat mengajukan banding.", "A reader has appealed against a moderation decision that concerns you. You will be told of the ruling; you may appeal as well."),
        Link(Urls.Notice(notice.Id))));

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

    /// <summary>The outcome with its reason: an act in office, which stays as it is said.</summary>
    public Letter OfOutcome(Notice notice, Recipient to) => Speaking.In(to.Language, () =>
    {
        var (answer, topic) = (notice.Post!.Answer!, notice.Post.Topic!);
        return Write(
            to, notice,
            T($"Hasil masukan Anda: {answer.Disposition.Words()}", $"What became of your input: {answer.Disposition.Words()}"),
            T($"{answer.Office} menanggapi masukan Anda no. {notice.Post.Number} dalam topik “{topic.Title}”.", $"{answer.Office} has answered your input no. {notice.Post.Number} in the topic “{topic.Title}”."),
            answer.Disposition.Words() + ".\n" + answer.Reason,
            T($"Ditandatangani oleh {answer.SignerName}, {answer.Office}.", $"Signed by {answer.SignerName}, {answer.Office}."),
            T("Bila ini belum menjawab masukan Anda, nyatakan sekali di halaman berikut; kantor wajib menanggapi lagi:", "If this does not answer your input, say so once on this page; the office must answer again:"),
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

    private string Next(AppealRuling ruling) => ruling switch
    {
        { Outcome: AppealOutcome.Rejected, Level: Appeal.First } => T(
            $"Putusan tetap berlaku. Sampai {Wib.Full(ruling.At + Decision.AppealPeriod)} banding tingkat kedua dapat diajukan kepada penilai lembaga independen: {Link(Urls.Appeal(ruling.DecisionId))}",
            $"The decision stands. Until {Wib.Full(ruling.At + Decision.AppealPeriod)} a second appeal can be made to the evaluator of the independent institution: {Link(Urls.Appeal(ruling.DecisionId))}"),
        { Outcome: AppealOutcome.Rejected } => T("Putusan tetap berlaku; ini tingkat terakhir.", "The decision stands; this was the last stage."),
        _ => T("Tindakannya sudah berakhir sebelum banding diputus.", "The measure had ended before the ruling."),
    };

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
