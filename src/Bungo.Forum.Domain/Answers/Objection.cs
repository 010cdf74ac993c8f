using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Answers;

/// <summary>
/// The author of an input says, once, that the answer does not answer it; the office must answer again. It is a mark
/// without words: what was meant is said in the discussion, where others can read it and moderation reaches.
/// </summary>
public sealed class Objection
{
    private Objection() { }

    public long InputId { get; private set; }
    public Post? Input { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <param name="input">Locked, with its answer and any objection.</param>
    public static Outcome<Objection> Raise(Post input, Account by, DateTimeOffset now)
    {
        if (May(input, by, now).IsRefused(out var refusal)) return refusal;
        return new Objection { Input = input, InputId = input.Id, At = now };
    }

    public static Outcome<Post> May(Post input, Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (input.AuthorId != by.Id) return DiscussionRefusals.NotYourPost;
        if (!input.IsReadable) return DiscussionRefusals.PostGone;
        if (input.Answer is null) return AnswerRefusals.NotAnsweredYet;
        if (input.Objection is not null) return AnswerRefusals.ObjectedOnce;
        return input;
    }
}
