using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>Finds a post to be changed, with its topic's row locked: its counts move with the post.</summary>
internal static class PostChange
{
    public static async Task<Post?> LockPostAsync(this ForumDb db, long id, CancellationToken cancel)
    {
        await db.Topics.FromSql($"select t.* from topic t join post p on p.topic_id = t.id where p.id = {id} for update of t").LoadAsync(cancel);
        return await db.Posts.Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id, cancel);
    }
}
