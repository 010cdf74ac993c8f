using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>All that moderation knows of one post; for moderators only, since it holds words that are hidden.</summary>
/// <param name="Flags">Newest first, of every hearing; who flagged is not read.</param>
/// <param name="Record">Decisions that concerned the author before, about whatever.</param>
public sealed record PostFile(
    Post Post, int OpenCount, int Hearing, IReadOnlyList<FlagLine> Flags, IReadOnlyList<Decision> Decisions, IReadOnlyList<Decision> Record,
    IReadOnlyList<PostRevision> Revisions, Proposal? Proposal, IReadOnlyList<string> Offices);

public sealed record FlagLine(int Hearing, FlagReason Reason, string? Note, DateTimeOffset At);

public sealed class PostFileReading(ForumDb db)
{
    private const int MostFlags = 100;
    private const int MostRevisions = 20;

    /// <summary>More than these are no help to a decision.</summary>
    public const int MostDecisions = 20;

    public async Task<PostFile?> ReadAsync(long postId, CancellationToken cancel)
    {
        var post = await db.Posts.AsNoTracking().Include(p => p.Topic).Include(p => p.Author).Include(p => p.Parent).FirstOrDefaultAsync(p => p.Id == postId, cancel);
        if (post is null) return null;
        var docket = await db.Dockets.AsNoTracking().FirstOrDefaultAsync(d => d.PostId == postId, cancel);
        var flags = await db.Flags.AsNoTracking().Where(f => f.PostId == postId).OrderByDescending(f => f.At).Take(MostFlags)
            .Select(f => new FlagLine(f.Hearing, f.Reason, f.Note, f.At)).ToListAsync(cancel);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.PostId == postId).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(cancel);
        var revisions = await db.PostRevisions.AsNoTracking().Where(r => r.PostId == postId).OrderByDescending(r => r.ReplacedAt).Take(MostRevisions).ToListAsync(cancel);
        return new(post, docket?.OpenCount ?? 0, docket?.Hearing ?? 1, flags, decisions, await RecordAsync(post.AuthorId, cancel), revisions,
            await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.PostId == postId, cancel), await CriticismField.OfficesAsync(db, cancel));
    }

    public async Task<IReadOnlyList<Decision>> RecordAsync(long accountId, CancellationToken cancel) =>
        await db.Decisions.AsNoTracking().Where(d => d.ConcernedId == accountId).OrderByDescending(d => d.At).ThenByDescending(d => d.Id)
            .Take(MostDecisions).ToListAsync(cancel);
}
