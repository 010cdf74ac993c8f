using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// A post as everybody sees it: on the page, in a live update, in search results. Nothing in it depends on who
/// looks. What is hidden or withdrawn never leaves the database.
/// </summary>
public sealed record PostView
{
    /// <summary>Indentation stops here; deeper replies fold (see Topic.cshtml).</summary>
    public const int DeepestIndent = 6;

    public required long Id { get; init; }
    public required long TopicId { get; init; }
    public required string TopicSlug { get; init; }
    public required int Number { get; init; }
    public required int Depth { get; init; }
    public required string Path { get; init; }
    public required long AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required bool IsVerified { get; init; }
    public string? Office { get; init; }
    public Stance? Stance { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public DateTimeOffset? ErasedAt { get; init; }
    public LawfulErasure? Erasure { get; init; }
    public Hiding? Hiding { get; init; }
    public required int SupportCount { get; init; }
    public required int ReplyCount { get; init; }
    public long? ParentId { get; init; }
    public int? ParentNumber { get; init; }
    public string? ParentAuthor { get; init; }
    public string? Body { get; init; }
    public string? Html { get; init; }
    public int HtmlVersion { get; init; }

    public bool IsReadable => Hiding is null && WithdrawnAt is null;

    public string Address => Urls.Post(TopicId, TopicSlug, Number);

    /// <summary>Where the list puts it, by ordinal comparison: path, then number (see <see cref="SortPath"/>).</summary>
    public string SortKey => Path + "." + Number.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);

    public RenderedHtml Rendered => RenderedBodies.Read(Body!, Html, HtmlVersion);

    public static IQueryable<PostView> From(IQueryable<Post> posts) => posts.Select(p => new PostView
    {
        Id = p.Id,
        TopicId = p.TopicId,
        TopicSlug = p.Topic!.Slug,
        Number = p.Number,
        Depth = p.Depth,
        Path = p.Path,
        AuthorId = p.AuthorId,
        AuthorName = p.Author!.Name,
        IsVerified = p.Author.VerifiedAt != null,
        Office = p.Office,
        Stance = p.Stance,
        PostedAt = p.PostedAt,
        EditedAt = p.EditedAt,
        WithdrawnAt = p.WithdrawnAt,
        ErasedAt = p.ErasedAt,
        Erasure = p.Erasure,
        Hiding = p.Hiding,
        SupportCount = p.SupportCount,
        ReplyCount = p.ReplyCount,
        ParentId = p.ParentId,
        ParentNumber = p.Parent == null ? null : p.Parent.Number,
        ParentAuthor = p.Parent == null ? null : p.Parent.Author!.Name,
        Body = p.Hiding == null && p.WithdrawnAt == null ? p.Body : null,
        Html = p.Hiding == null && p.WithdrawnAt == null ? EF.Property<string>(p, RenderedBodies.Html) : null,
        HtmlVersion = EF.Property<int>(p, RenderedBodies.HtmlVersion),
    });
}
