using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>A notice as a line of the list.</summary>
public sealed record NoticeLine(
    long Id, NoticeKind Kind, DateTimeOffset At, bool IsRead, Measure? Measure, string? Rule, string? TopicTitle, string? Office, string? AuthorName)
{
    public static IQueryable<NoticeLine> From(IQueryable<Notice> notices) => notices.Select(n => new NoticeLine(
        n.Id, n.Kind, n.At, n.ReadAt != null,
        n.Decision == null ? null : n.Decision.Measure,
        n.Decision == null ? null : n.Decision.Rule,
        n.Post != null ? n.Post.Topic!.Title : n.Decision == null ? null : n.Decision.Post != null ? n.Decision.Post.Topic!.Title : n.Decision.Topic!.Title,
        n.Post == null ? null : n.Post.Office,
        // Who wrote what is hidden or withdrawn now is not told from here either.
        n.Post == null || n.Post.Hiding != null || n.Post.WithdrawnAt != null ? null : n.Post.Author!.Name));

    /// <summary>What happened, in one sentence.</summary>
    public string Sentence => (Kind, Measure) switch
    {
        (NoticeKind.OfficialAnswer, _) => T($"{Office} menanggapi masukan Anda dalam “{TopicTitle}”.", $"{Office} answered your input in “{TopicTitle}”."),
        (NoticeKind.Erased, _) => T($"Isi kiriman Anda dalam “{TopicTitle}” dihapus menurut hukum.", $"The words of your post in “{TopicTitle}” were erased by law."),
        (NoticeKind.Replied, _) when string.IsNullOrEmpty(AuthorName) => T($"Kiriman Anda dalam “{TopicTitle}” dibalas.", $"Somebody replied to your post in “{TopicTitle}”."),
        (NoticeKind.Replied, _) => T($"{AuthorName} membalas kiriman Anda dalam “{TopicTitle}”.", $"{AuthorName} replied to your post in “{TopicTitle}”."),
        (NoticeKind.FlagDecided, Domain.Moderation.Measure.Hide) => T($"Kiriman dalam “{TopicTitle}” yang Anda laporkan disembunyikan ({Rule}).", $"The post you reported in “{TopicTitle}” was hidden ({Rule})."),
        (NoticeKind.FlagDecided, _) => T($"Kiriman dalam “{TopicTitle}” yang Anda laporkan dinyatakan tidak melanggar.", $"The post you reported in “{TopicTitle}” was found to break no rule."),
        (_, Domain.Moderation.Measure.Hide) => T($"Kiriman Anda dalam “{TopicTitle}” disembunyikan moderator ({Rule}).", $"A moderator hid your post in “{TopicTitle}” ({Rule})."),
        (_, Domain.Moderation.Measure.Restore) => T($"Kiriman Anda dalam “{TopicTitle}” dipulihkan.", $"Your post in “{TopicTitle}” was restored."),
        (_, Domain.Moderation.Measure.Lock) => T($"Topik Anda “{TopicTitle}” dikunci moderator ({Rule}).", $"A moderator locked your topic “{TopicTitle}” ({Rule})."),
        (_, Domain.Moderation.Measure.Unlock) => T($"Topik Anda “{TopicTitle}” dibuka kembali.", $"Your topic “{TopicTitle}” was unlocked."),
        (_, Domain.Moderation.Measure.Suspend) => T($"Akun Anda ditangguhkan moderator ({Rule}).", $"A moderator suspended your account ({Rule})."),
        _ => T("Penangguhan akun Anda dicabut.", "The suspension of your account was lifted."),
    };
}
