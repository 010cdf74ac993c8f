using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

internal sealed class PostsPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "posts";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Posts.AsNoTracking().Where(p => p.AuthorId == accountId)
        .OrderBy(p => p.Id).Select(p => (object)new
        {
            p.Id,
            p.TopicId,
            p.Topic!.Title,
            p.Number,
            p.Body,
            Stance = p.Stance == null ? null : p.Stance.ToString(),
            p.PostedAt,
            p.EditedAt,
            p.WithdrawnAt,
        }).AsAsyncEnumerable();
}

internal sealed class RevisionsPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "earlierWordings";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.PostRevisions.AsNoTracking().Where(r => r.Post!.AuthorId == accountId)
        .OrderBy(r => r.Id).Select(r => (object)new { r.PostId, r.Body, r.WrittenAt, r.ReplacedAt }).AsAsyncEnumerable();
}

internal sealed class SupportsPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "supports";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Supports.AsNoTracking().Where(s => s.AccountId == accountId)
        .OrderBy(s => s.PostId).Select(s => (object)new { s.PostId, s.At }).AsAsyncEnumerable();
}
