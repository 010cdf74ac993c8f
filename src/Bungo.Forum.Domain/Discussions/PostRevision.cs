namespace Bungo.Forum.Domain.Discussions;

/// <summary>Words that a post had before an edit: from when they stood there, and until when.</summary>
public sealed class PostRevision
{
    private PostRevision() { }

    internal PostRevision(Post post, string body, DateTimeOffset writtenAt, DateTimeOffset replacedAt)
    {
        Post = post;
        PostId = post.Id;
        Body = body;
        WrittenAt = writtenAt;
        ReplacedAt = replacedAt;
    }

    public long Id { get; private set; }
    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public string Body { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ReplacedAt { get; private set; }
}
