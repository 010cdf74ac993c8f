using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// The file that moderation keeps on one post: how many flags wait for a decision, and since when. Flags come
/// in hearings. A decision ends the running hearing with all its flags at once, and what is flagged afterwards
/// (an edited text, say) opens the next; so no flag is ever rewritten, and flags and decisions of a post match
/// by number.
///
/// Flags move a post up the queue and do nothing else: however many there are, none hides anything.
/// Whoever calls its verbs holds the post's row, which is what keeps the counts right.
/// </summary>
public sealed class Docket
{
    private Docket() { }

    public Docket(Post post)
    {
        Post = post;
        PostId = post.Id;
        Hearing = 1;
    }

    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public int Hearing { get; private set; }

    /// <summary>Flags of the running hearing.</summary>
    public int OpenCount { get; private set; }

    /// <summary>When the first flag of the running hearing came; null while there is none.</summary>
    public DateTimeOffset? OpenSince { get; private set; }

    public Outcome<Flag> Receive(Account by, FlagReason? reason, string? note, DateTimeOffset now)
    {
        if (MayFlag(Post!, by, now).IsRefused(out var refusal)) return refusal;
        if (reason is not { } code || !Enum.IsDefined(code)) return ModerationRefusals.FlagReasonMissing;
        var text = Text.Normalize(note);
        if (text.Length > Flag.LongestNote) return ModerationRefusals.FlagNoteTooLong;
        if (text.Length == 0 && code == FlagReason.Other) return ModerationRefusals.FlagNoteMissing;
        OpenCount++;
        OpenSince ??= now;
        return new Flag(this, by.Id, code, text.Length == 0 ? null : text, now);
    }

    /// <summary>Whether this person may flag the post, for the form to say so before they have typed.</summary>
    public static Outcome<Post> MayFlag(Post post, Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (!post.IsReadable) return DiscussionRefusals.PostGone;
        if (post.AuthorId == by.Id) return ModerationRefusals.OwnPostFlag;
        return post;
    }

    /// <returns>The hearing that ends here and how many flags it had; null when none was open.</returns>
    internal (int Hearing, int Flags)? EndHearing()
    {
        if (OpenCount == 0) return null;
        var ended = (Hearing, OpenCount);
        Hearing++;
        OpenCount = 0;
        OpenSince = null;
        return ended;
    }
}
