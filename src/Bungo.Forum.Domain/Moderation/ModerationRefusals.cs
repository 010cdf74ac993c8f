namespace Bungo.Forum.Domain.Moderation;

public static class ModerationRefusals
{
    public static readonly Refusal OwnPostFlag = new("own-post-flag");
    public static readonly Refusal FlagReasonMissing = new("flag-reason-missing");
    public static readonly Refusal FlagNoteMissing = new("flag-note-missing");
    public static readonly Refusal FlagNoteTooLong = new("flag-note-too-long", Flag.LongestNote);
    public static readonly Refusal OwnCase = new("own-case");
    public static readonly Refusal OwnOffice = new("own-office");
    public static readonly Refusal OwnOfficeCriticised = new("own-office-criticised");
    public static readonly Refusal CriticismUndeclared = new("criticism-undeclared");

    /// <summary>Not a fault: what was asked for becomes a proposal, see <see cref="Ruling.Propose"/>.</summary>
    public static readonly Refusal TakesTwo = new("takes-two");
    public static readonly Refusal OwnProposal = new("own-proposal");
    public static readonly Refusal ProposalOutdated = new("proposal-outdated");
    public static readonly Refusal ProposedAlready = new("proposed-already");
    public static readonly Refusal RuleUnknown = new("rule-unknown");
    public static readonly Refusal ReasonTooShort = new("reason-too-short", Grounds.ShortestReason);
    public static readonly Refusal ReasonTooLong = new("reason-too-long", Grounds.LongestReason);
    public static readonly Refusal SourceUnknown = new("source-unknown");
    public static readonly Refusal OrderNumberMissing = new("order-number-missing");
    public static readonly Refusal OrderNumberForm = new("order-number-form", Grounds.LongestOrderNumber);
    public static readonly Refusal NoOpenFlags = new("no-open-flags");
    public static readonly Refusal AlreadyHidden = new("already-hidden");
    public static readonly Refusal NotHidden = new("not-hidden");
    public static readonly Refusal AlreadyLocked = new("already-locked");
    public static readonly Refusal NotLocked = new("not-locked");
    public static readonly Refusal AlreadySuspended = new("already-suspended");
    public static readonly Refusal NotSuspended = new("not-suspended");
    public static readonly Refusal SuspensionOutOfRange = new("suspension-out-of-range", Ruling.LongestSuspension);
    public static readonly Refusal AccountGone = new("account-gone");
    public static readonly Refusal FindingBinds = new("finding-binds");
    public static readonly Refusal NotAppealable = new("not-appealable");
    public static readonly Refusal TakenBackAlready = new("taken-back-already");
    public static readonly Refusal AppealOver = new("appeal-over");
    public static readonly Refusal OwnDecision = new("own-decision");
    public static readonly Refusal AppealedAlready = new("appealed-already");
    public static readonly Refusal NotHeardBefore = new("not-heard-before");
    public static readonly Refusal AppealTooLate = new("appeal-too-late");
    public static readonly Refusal NoOpenAppeal = new("no-open-appeal");
    public static readonly Refusal OutcomeMissing = new("outcome-missing");
    public static readonly Refusal VerdictMissing = new("verdict-missing");
    public static readonly Refusal JudgedAlready = new("judged-already");
    public static readonly Refusal AccountOfOversight = new("account-of-oversight");
}
