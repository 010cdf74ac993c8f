using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// The answer to all appeals against a decision that waited at one stage: one for each decision and stage, never
/// changed. That of the second stage is the evaluator's finding, which binds the forum (<see cref="Finding"/>).
/// </summary>
public sealed class AppealRuling
{
    private AppealRuling() { }

    internal AppealRuling(Decision decision, int level, Account by, AppealOutcome outcome, string reason, DateTimeOffset now)
    {
        ActId = Guid.NewGuid();
        Decision = decision;
        DecisionId = decision.Id;
        Level = level;
        Outcome = outcome;
        Reason = reason;
        By = by;
        ById = by.Id;
        Office = by.Office;
        At = now;
    }

    public long Id { get; private set; }
    public Guid ActId { get; private set; }
    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
    public int Level { get; private set; }
    public AppealOutcome Outcome { get; private set; }
    public string Reason { get; private set; } = "";
    public long ById { get; private set; }
    public Account? By { get; private set; }

    /// <summary>The office, or the lembaga, as it was called then.</summary>
    public string? Office { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The decision that took the measure back; null when the appeal was rejected, or the measure was over by itself.</summary>
    public long? RestoringId { get; private set; }
    public Decision? Restoring { get; private set; }

    internal AppealRuling TakingBack(Decision? restoring)
    {
        Restoring = restoring;
        RestoringId = restoring?.Id;
        return this;
    }
}

/// <summary>
/// An evaluator's finding that a measure was wrong, as it binds moderators: the same post, topic or account is not
/// measured again under that article unless there is something new to judge.
/// </summary>
/// <param name="HasNewFacts">The post was edited since; in the topic, or by the account, something was written since.</param>
public sealed record Finding(string Rule, bool HasNewFacts)
{
    internal bool Forbids(Grounds grounds) => Rule == grounds.Rule && !HasNewFacts;
}
