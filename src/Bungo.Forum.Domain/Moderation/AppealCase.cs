using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// A decision with everything that was objected to it and ruled on it. Two stages: another moderator, then an
/// evaluator, whose word is the last. All appeals that wait at a stage are answered by one ruling, which ends the
/// stage; whoever wants the second must have been heard in the first, or be the one concerned.
///
/// Only measures are appealed against, not their taking back, and not the finding that a post broke no rule: that
/// can be reported again with what was overlooked.
///
/// Callers hold the decision's row, and to rule also that of the post, topic or account it is about: so two who
/// decide at once do it one after the other, and the second finds nothing left to decide.
/// </summary>
/// <param name="isTakenBack">Whether another decision took the measure back already.</param>
public sealed class AppealCase(Decision decision, IReadOnlyCollection<Appeal> appeals, IReadOnlyCollection<AppealRuling> rulings, bool isTakenBack)
{
    public Decision Decision => decision;
    public IReadOnlyCollection<Appeal> Appeals => appeals;
    public IReadOnlyCollection<AppealRuling> Rulings => rulings;

    /// <summary>The stage that is open: the second begins when the first ended in a rejection.</summary>
    public int Level => rulings.Any(r => r.Level == Appeal.First) ? Appeal.Second : Appeal.First;

    /// <summary>No further stage: granted, or ruled on by the evaluator.</summary>
    public bool IsOver => rulings.Any(r => r.Level == Appeal.Second || r.Outcome == AppealOutcome.Granted);

    /// <summary>Those that wait for a ruling.</summary>
    public IEnumerable<Appeal> Waiting => IsOver ? [] : appeals.Where(a => a.Level == Level);

    /// <summary>Last moment to file at the open stage.</summary>
    public DateTimeOffset FileUntil =>
        rulings.FirstOrDefault(r => r.Level == Appeal.First) is { } first ? first.At + Decision.AppealPeriod : decision.AppealUntil;

    /// <summary>Whether this person may appeal now. The one concerned may also while suspended: it may be the suspension they object to.</summary>
    public Outcome<Decision> MayFile(Account by, DateTimeOffset now)
    {
        if (!decision.IsRestricting) return ModerationRefusals.NotAppealable;
        if (isTakenBack) return ModerationRefusals.TakenBackAlready;
        if (IsOver) return ModerationRefusals.AppealOver;
        if (decision.WasMadeBy(by)) return ModerationRefusals.OwnDecision;
        if (by.IsDeleted) return AccountRefusals.Erased;
        if (by.Id != decision.ConcernedId && by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (appeals.Any(a => a.Level == Level && a.AccountId == by.Id)) return ModerationRefusals.AppealedAlready;
        if (Level == Appeal.Second && by.Id != decision.ConcernedId && appeals.All(a => a.AccountId != by.Id)) return ModerationRefusals.NotHeardBefore;
        if (now > FileUntil) return ModerationRefusals.AppealTooLate;
        return decision;
    }

    /// <param name="dueAt">End of the last working day for the ruling.</param>
    public Outcome<Appeal> File(Account by, string? reason, DateTimeOffset now, DateTimeOffset dueAt)
    {
        if (MayFile(by, now).IsRefused(out var refusal)) return refusal;
        if (CheckReason(reason).IsRefused(out refusal)) return refusal;
        return new Appeal(decision, Level, by, Text.Normalize(reason), now, dueAt);
    }

    /// <summary>Whether this person may answer the appeals that wait.</summary>
    public Outcome<Decision> MayRule(Account by, DateTimeOffset now)
    {
        if (!Waiting.Any()) return ModerationRefusals.NoOpenAppeal;
        if (Level == Appeal.Second)
        {
            if (by.May(Permission.Evaluate, now).IsRefused(out var no)) return no;
            return decision;
        }

        if (Ruling.StepsBackFrom(decision, by, now) is { } refusal) return refusal;
        if (decision.WasMadeBy(by)) return ModerationRefusals.OwnDecision;
        if (Waiting.Any(a => a.AccountId == by.Id)) return ModerationRefusals.OwnCase;
        return decision;
    }

    /// <summary>Rules on all that wait; granting takes the measure back in the same step, if it still stands.</summary>
    public Outcome<AppealRuling> Rule(Account by, AppealOutcome? outcome, string? reason, DateTimeOffset now)
    {
        if (MayRule(by, now).IsRefused(out var refusal)) return refusal;
        if (outcome is not { } found || !Enum.IsDefined(found)) return ModerationRefusals.OutcomeMissing;
        if (CheckReason(reason).IsRefused(out refusal)) return refusal;
        var words = Text.Normalize(reason);
        var ruling = new AppealRuling(decision, Level, by, found, words, now);
        return found == AppealOutcome.Granted ? ruling.TakingBack(Ruling.TakeBack(decision, by, words, now)) : ruling;
    }

    private static Outcome<string> CheckReason(string? reason) => Text.Normalize(reason).Length switch
    {
        < Appeal.ShortestReason => ModerationRefusals.ReasonTooShort,
        > Appeal.LongestReason => ModerationRefusals.ReasonTooLong,
        _ => "",
    };
}
