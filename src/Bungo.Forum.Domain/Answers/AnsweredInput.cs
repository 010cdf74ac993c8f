using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Answers;

/// <summary>That an answer answers an input; kept for each answer an input got.</summary>
public sealed class AnsweredInput
{
    private AnsweredInput() { }

    internal AnsweredInput(Post input, Answer answer, AnsweredInput? before)
    {
        ObjectId = before?.ObjectId ?? Guid.NewGuid();
        Input = input;
        InputId = input.Id;
        Answer = answer;
        Turn = (before?.Turn ?? 0) + 1;
    }

    public long InputId { get; private set; }
    public Post? Input { get; private set; }

    /// <summary>1 for the first answer, 2 for the one after the author's objection.</summary>
    public int Turn { get; private set; }

    public long AnswerId { get; private set; }
    public Answer? Answer { get; private set; }

    /// <summary>The ledger's object: the answering of this input, the same in both turns.</summary>
    public Guid ObjectId { get; private set; }

    /// <param name="earlier">What these inputs were answered with before.</param>
    public static IReadOnlyList<AnsweredInput> Of(Answer answer, IReadOnlyList<Post> inputs, IEnumerable<AnsweredInput> earlier)
    {
        var before = earlier.ToDictionary(e => e.InputId);
        return [.. inputs.Select(i => new AnsweredInput(i, answer, before.GetValueOrDefault(i.Id)))];
    }
}
