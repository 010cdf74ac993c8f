using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// The only way to a measure. Post, topic and account have no public verb that hides, locks or suspends; the
/// verbs here make the decision and apply it in one step, so a measure without rule and reason cannot be
/// written, and neither can a decision that did nothing. The tables say the same (see ModerationMapping).
///
/// Nobody decides about their own words, nor about those of their own office or of what answers it: a moderator who
/// serves the criticised unit steps back. Hiding criticism of an office or official takes two: a proposal, and another
/// moderator who confirms it; only personal data is hidden at once. Accounts that hold power over moderation (moderator, evaluator, administrator)
/// are not suspended here, or one moderator could silence the next.
///
/// Callers hold the row of what is decided on, and for a post its topic's too, because hiding moves the
/// topic's counts; and they bring the decision that stands with it, which a restoring one names. Two moderators who press at once thus decide one after the other, and the second is told
/// that it is done already.
/// </summary>
public static class Ruling
{
    /// <summary>In days.</summary>
    public const int ShortestSuspension = 1;
    public const int LongestSuspension = 90;

    public static Outcome<Decision> Hide(Docket docket, Account by, Grounds grounds, DateTimeOffset now, params ReadOnlySpan<Finding> findings)
    {
        var post = docket.Post!;
        if (MayDecide(post, by, now).IsRefused(out var refusal)) return refusal;
        if (post.IsHidden) return ModerationRefusals.AlreadyHidden;
        if (post.IsWithdrawn) return DiscussionRefusals.PostGone;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        if (grounds.Source == DecisionSource.Report && docket.OpenCount == 0) return ModerationRefusals.NoOpenFlags;
        if (Bars(findings, grounds)) return ModerationRefusals.FindingBinds;
        var kept = Knowing(post, grounds.Check().Value);
        if (IsOf(by, kept.Criticised)) return ModerationRefusals.OwnOfficeCriticised;
        if (kept.Criticised is not null && kept.Rule != Rules.PersonalData) return ModerationRefusals.TakesTwo;
        return Apply(docket, by, kept, null, now);
    }

    /// <summary>The first half of hiding criticism, for when <see cref="Hide"/> answered that it takes two.</summary>
    public static Outcome<Proposal> Propose(Docket docket, Account by, Grounds grounds, DateTimeOffset now, params ReadOnlySpan<Finding> findings)
    {
        if (!Hide(docket, by, grounds, now, findings).IsRefused(out var refusal)) throw new InvalidOperationException("This took one; it is done.");
        if (refusal != ModerationRefusals.TakesTwo) return refusal;
        return new Proposal(docket, by, Knowing(docket.Post!, grounds.Check().Value), now);
    }

    /// <summary>The second half, by another moderator; the decision is both's.</summary>
    public static Outcome<Decision> Confirm(Docket docket, Proposal proposal, Account by, DateTimeOffset now, params ReadOnlySpan<Finding> findings)
    {
        if (proposal.MayConfirm(docket.Post!, by, now).IsRefused(out var refusal)) return refusal;
        if (docket.Post!.IsHidden) return ModerationRefusals.AlreadyHidden;
        if (docket.Post.IsWithdrawn) return DiscussionRefusals.PostGone;
        if (Bars(findings, proposal.Grounds)) return ModerationRefusals.FindingBinds;
        return Apply(docket, proposal.By!, proposal.Grounds, by, now);
    }

    private static Decision Apply(Docket docket, Account by, Grounds grounds, Account? second, DateTimeOffset now)
    {
        var decision = Decision.On(docket.Post!, Measure.Hide, by, grounds, now).Ending(docket.EndHearing());
        if (second is not null) decision.SecondedBy(second);
        docket.Post!.Hide(decision);
        return decision;
    }

    public static Outcome<Decision> Restore(Docket docket, Account by, Grounds grounds, DateTimeOffset now)
    {
        var post = docket.Post!;
        if (MayDecide(post, by, now).IsRefused(out var refusal)) return refusal;
        if (!post.IsHidden) return ModerationRefusals.NotHidden;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        var decision = Decision.On(post, Measure.Restore, by, grounds.Check().Value, now).Undoing(post.Hiding!.Decision!);
        post.Restore();
        return decision;
    }

    /// <summary>The flags were read and the post stays as it is. Its author is not troubled; the flags are answered.</summary>
    public static Outcome<Decision> Dismiss(Docket docket, Account by, Grounds grounds, DateTimeOffset now)
    {
        var post = docket.Post!;
        if (MayDecide(post, by, now).IsRefused(out var refusal)) return refusal;
        if (docket.OpenCount == 0) return ModerationRefusals.NoOpenFlags;
        var heard = grounds with { Source = DecisionSource.Report };
        if (heard.Check().IsRefused(out refusal)) return refusal;
        return Decision.On(post, Measure.None, by, heard.Check().Value, now).Ending(docket.EndHearing());
    }

    public static Outcome<Decision> Lock(Topic topic, Account by, Grounds grounds, DateTimeOffset now, params ReadOnlySpan<Finding> findings)
    {
        if (MayDecide(topic, by, now).IsRefused(out var refusal)) return refusal;
        if (topic.IsLocked) return ModerationRefusals.AlreadyLocked;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        if (Bars(findings, grounds)) return ModerationRefusals.FindingBinds;
        var decision = Decision.On(topic, Measure.Lock, by, grounds.Check().Value, now);
        topic.Close(decision);
        return decision;
    }

    public static Outcome<Decision> Unlock(Topic topic, Account by, Grounds grounds, DateTimeOffset now)
    {
        if (MayDecide(topic, by, now).IsRefused(out var refusal)) return refusal;
        if (!topic.IsLocked) return ModerationRefusals.NotLocked;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        var decision = Decision.On(topic, Measure.Unlock, by, grounds.Check().Value, now).Undoing(topic.Lock!.Decision!);
        topic.Reopen();
        return decision;
    }

    /// <summary>A running suspension is neither lengthened nor doubled: who is suspended cannot break a rule again.</summary>
    public static Outcome<Decision> Suspend(Account account, int days, Account by, Grounds grounds, DateTimeOffset now, params ReadOnlySpan<Finding> findings)
    {
        if (MayDecide(account, by, now).IsRefused(out var refusal)) return refusal;
        if (account.IsSuspendedAt(now)) return ModerationRefusals.AlreadySuspended;
        if (days is < ShortestSuspension or > LongestSuspension) return ModerationRefusals.SuspensionOutOfRange;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        if (Bars(findings, grounds)) return ModerationRefusals.FindingBinds;
        var decision = Decision.On(account, Measure.Suspend, by, grounds.Check().Value, now).Lasting(now.AddDays(days));
        account.Suspend(decision);
        return decision;
    }

    public static Outcome<Decision> LiftSuspension(Account account, Account by, Grounds grounds, DateTimeOffset now)
    {
        if (MayDecide(account, by, now).IsRefused(out var refusal)) return refusal;
        if (!account.IsSuspendedAt(now)) return ModerationRefusals.NotSuspended;
        if (grounds.Check().IsRefused(out refusal)) return refusal;
        var decision = Decision.On(account, Measure.LiftSuspension, by, grounds.Check().Value, now).Undoing(account.Suspension!.Decision!);
        account.LiftSuspension();
        return decision;
    }

    /// <summary>
    /// For an appeal that was granted: the measure goes, if it still stands. Who grants it answers to
    /// <see cref="AppealCase.MayRule"/>; the article is the one the measure cited.
    /// </summary>
    internal static Decision? TakeBack(Decision measure, Account by, string reason, DateTimeOffset now)
    {
        var grounds = new Grounds(measure.Rule, reason, DecisionSource.Appeal);
        if (measure.Post is { } post && post.Hiding?.DecisionId == measure.Id)
        {
            post.Restore();
            return Decision.On(post, Measure.Restore, by, grounds, now).Undoing(measure);
        }

        if (measure.Topic is { } topic && topic.Lock?.DecisionId == measure.Id)
        {
            topic.Reopen();
            return Decision.On(topic, Measure.Unlock, by, grounds, now).Undoing(measure);
        }

        if (measure.Account is not { } account || account.Suspension?.DecisionId != measure.Id || !account.IsSuspendedAt(now)) return null;
        account.LiftSuspension();
        return Decision.On(account, Measure.LiftSuspension, by, grounds, now).Undoing(measure);
    }

    /// <summary>Whether this moderator may decide on the post at all, for a form to say so before they have typed.</summary>
    public static Outcome<Post> MayDecide(Post post, Account by, DateTimeOffset now)
    {
        if (StepsBack(by, post.AuthorId, now, post.Office, post.Author?.Office, post.Parent?.Office) is { } refusal) return refusal;
        return post;
    }

    public static Outcome<Topic> MayDecide(Topic topic, Account by, DateTimeOffset now)
    {
        if (StepsBack(by, topic.OpenedById, now, topic.OpenedBy?.Office) is { } refusal) return refusal;
        return topic;
    }

    public static Outcome<Account> MayDecide(Account account, Account by, DateTimeOffset now)
    {
        if (StepsBack(by, account.Id, now, account.Office) is { } refusal) return refusal;
        if (account.IsDeleted) return ModerationRefusals.AccountGone;
        if (!account.Role.Allows(Permission.Participate) || account.Role.Allows(Permission.Moderate))
            return ModerationRefusals.AccountOfOversight;
        return account;
    }

    /// <summary>Why this moderator must leave the appeals against a decision to another.</summary>
    internal static Refusal? StepsBackFrom(Decision decision, Account by, DateTimeOffset now) =>
        StepsBack(by, decision.ConcernedId, now, decision.Post?.Office, decision.Concerned?.Office, decision.Criticised);

    internal static bool IsOf(Account by, string? office) => office is not null && string.Equals(office, by.Office, StringComparison.OrdinalIgnoreCase);

    // A reply to an office is taken for criticism of it whatever the moderator declares: that much the program knows by itself.
    private static Grounds Knowing(Post post, Grounds grounds) =>
        grounds.Criticised is null && post.Office is null && post.Parent?.Office is { } office ? grounds with { Criticised = office } : grounds;

    private static bool Bars(ReadOnlySpan<Finding> findings, Grounds grounds)
    {
        foreach (var finding in findings)
            if (finding.Forbids(grounds)) return true;
        return false;
    }

    private static Refusal? StepsBack(Account by, long? concernedId, DateTimeOffset now, params ReadOnlySpan<string?> offices)
    {
        if (by.May(Permission.Moderate, now).IsRefused(out var refusal)) return refusal;
        if (concernedId == by.Id) return ModerationRefusals.OwnCase;
        foreach (var office in offices)
            if (IsOf(by, office)) return ModerationRefusals.OwnOffice;
        return null;
    }
}
