using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// One moderator's proposal to hide a post that criticises an office or official, which takes two. Nothing is hidden
/// by it. It waits for another moderator, of neither the proposer's account nor the criticised office, and is about
/// the text as it stood: an edit outdates it.
/// </summary>
public sealed class Proposal
{
    private Proposal() { }

    internal Proposal(Docket docket, Account by, Grounds grounds, DateTimeOffset now)
    {
        PostId = docket.PostId;
        Post = docket.Post;
        By = by;
        ById = by.Id;
        Office = by.Office;
        Rule = grounds.Rule!;
        Reason = grounds.Reason!;
        Source = grounds.Source;
        OrderNumber = grounds.OrderNumber;
        Criticised = grounds.Criticised!;
        At = now;
    }

    /// <summary>One post has at most one.</summary>
    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public long ById { get; private set; }
    public Account? By { get; private set; }
    public string? Office { get; private set; }
    public string Rule { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public DecisionSource Source { get; private set; }
    public string? OrderNumber { get; private set; }
    public string Criticised { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal Grounds Grounds => new(Rule, Reason, Source, OrderNumber, Criticised);

    /// <summary>Whether this moderator may second it; when they may not decide on the post at all, that is said first.</summary>
    public Outcome<Proposal> MayConfirm(Post post, Account by, DateTimeOffset now)
    {
        if (Ruling.MayDecide(post, by, now).IsRefused(out var refusal)) return refusal;
        if (ById == by.Id) return ModerationRefusals.OwnProposal;
        if (Ruling.IsOf(by, Criticised)) return ModerationRefusals.OwnOfficeCriticised;
        if (post.EditedAt > At) return ModerationRefusals.ProposalOutdated;
        return this;
    }
}
