using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>An input on the office's list and on the public one.</summary>
public sealed record InputLine
{
    private const int LongestExcerpt = 280;

    public required long Id { get; init; }
    public required int Number { get; init; }
    public required long TopicId { get; init; }
    public required string TopicSlug { get; init; }
    public required string TopicTitle { get; init; }
    public string? CriterionCode { get; init; }
    public required string AuthorName { get; init; }
    public Stance? Stance { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? ObjectedAt { get; init; }
    public required int SupportCount { get; init; }
    public required string Body { get; init; }
    public long? AnswerId { get; init; }
    public Disposition? Outcome { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    public bool Waits => AnswerId is null || ObjectedAt >= AnsweredAt;

    /// <summary>From when its term runs.</summary>
    public DateTimeOffset Asked => ObjectedAt ?? PostedAt;

    public string Address => Urls.Post(TopicId, TopicSlug, Number);

    public string Excerpt => Markdown.Excerpt(Body, LongestExcerpt);

    public static IQueryable<InputLine> From(IQueryable<Post> inputs) => inputs.Select(p => new InputLine
    {
        Id = p.Id,
        Number = p.Number,
        TopicId = p.TopicId,
        TopicSlug = p.Topic!.Slug,
        TopicTitle = p.Topic.Title,
        CriterionCode = p.Topic.CriterionCode,
        AuthorName = p.Author!.Name,
        Stance = p.Stance,
        PostedAt = p.PostedAt,
        ObjectedAt = p.Objection == null ? null : p.Objection.At,
        SupportCount = p.SupportCount,
        Body = p.Body,
        AnswerId = p.AnswerId,
        Outcome = p.Answer == null ? null : p.Answer.Disposition,
        AnsweredAt = p.Answer == null ? null : p.Answer.At,
    });
}
