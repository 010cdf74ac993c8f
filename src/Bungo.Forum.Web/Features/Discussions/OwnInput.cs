using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// A post as its author finds it again: where it stands, what became of it, who answered. The words of a hidden post
/// are in it, because they are the author's own; those of a withdrawn one are not, because the author took them back.
/// </summary>
public sealed record OwnInput
{
    private const int LongestExcerpt = 220;

    public required long Id { get; init; }
    public required long TopicId { get; init; }
    public required string TopicTitle { get; init; }
    public required string TopicSlug { get; init; }
    public string? ConsultationTitle { get; init; }
    public string? ConsultationSlug { get; init; }
    public required int Number { get; init; }
    public int? ParentNumber { get; init; }
    public Stance? Stance { get; init; }
    public string? Office { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public DateTimeOffset? HiddenAt { get; init; }
    public long? DecisionId { get; init; }
    public string? Rule { get; init; }
    public string? Reason { get; init; }
    public required int SupportCount { get; init; }
    public required int ReplyCount { get; init; }
    public string? Body { get; init; }
    public required IReadOnlyList<OfficialAnswer> Answers { get; init; }

    public string Address => Urls.Post(TopicId, TopicSlug, Number);

    public string Excerpt => Markdown.Excerpt(Body ?? "", LongestExcerpt);

    public static IQueryable<OwnInput> From(ForumDb db, IQueryable<Post> posts) => posts.Select(p => new OwnInput
    {
        Id = p.Id,
        TopicId = p.TopicId,
        TopicTitle = p.Topic!.Title,
        TopicSlug = p.Topic.Slug,
        ConsultationTitle = p.Topic.Consultation == null ? null : p.Topic.Consultation.Title,
        ConsultationSlug = p.Topic.Consultation == null ? null : p.Topic.Consultation.Slug,
        Number = p.Number,
        ParentNumber = p.Parent == null ? null : p.Parent.Number,
        Stance = p.Stance,
        Office = p.Office,
        PostedAt = p.PostedAt,
        EditedAt = p.EditedAt,
        WithdrawnAt = p.WithdrawnAt,
        HiddenAt = p.Hiding == null ? null : p.Hiding.At,
        DecisionId = p.Hiding == null ? null : p.Hiding.DecisionId,
        Rule = p.Hiding == null ? null : p.Hiding.Rule,
        Reason = p.Hiding == null ? null : p.Hiding.Decision!.Reason,
        SupportCount = p.SupportCount,
        ReplyCount = p.ReplyCount,
        Body = p.WithdrawnAt == null ? p.Body : null,
        Answers = db.Posts.Where(a => a.ParentId == p.Id && a.Office != null && a.Hiding == null && a.WithdrawnAt == null)
            .OrderBy(a => a.Number).Select(a => new OfficialAnswer(a.Number, a.Office!, a.PostedAt)).ToList(),
    });
}

/// <summary>What an office replied to it, readable now.</summary>
public sealed record OfficialAnswer(int Number, string Office, DateTimeOffset At);
