using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// One person's objection to a decision, with reasons that the public reads. Who appealed is not told; whether it was
/// the person concerned or a reader is. Made by <see cref="AppealCase.File"/> and never changed, but for the words of
/// somebody who deletes their account.
/// </summary>
public sealed class Appeal
{
    /// <summary>Decided by another moderator.</summary>
    public const int First = 1;

    /// <summary>Decided by an evaluator of the lembaga.</summary>
    public const int Second = 2;

    public const int ShortestReason = 10;
    public const int LongestReason = 2_000;

    /// <summary>In working days, the day of filing not counted; at either stage.</summary>
    public const int DaysToDecide = 7;

    private Appeal() { }

    internal Appeal(Decision decision, int level, Account by, string reason, DateTimeOffset now, DateTimeOffset dueAt)
    {
        ActId = Guid.NewGuid();
        Decision = decision;
        DecisionId = decision.Id;
        Level = level;
        Account = by;
        AccountId = by.Id;
        IsConcerned = by.Id == decision.ConcernedId;
        Reason = reason;
        At = now;
        DueAt = dueAt;
    }

    public long Id { get; private set; }

    /// <summary>The act that records it; the tables demand that it exists.</summary>
    public Guid ActId { get; private set; }

    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
    public int Level { get; private set; }
    public long AccountId { get; private set; }
    public Account? Account { get; private set; }

    /// <summary>Whether the decision is about this person's own post, topic or account.</summary>
    public bool IsConcerned { get; private set; }

    /// <summary>Null once the words were destroyed with their author's account.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The promise as it was made, by the days off known then.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public void Erase() => Reason = null;
}
