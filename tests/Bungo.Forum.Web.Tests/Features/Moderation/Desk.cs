using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>Flags and decisions that tests begin with, made by the verbs and acts that the pages use.</summary>
internal static class Desk
{
    public const string Reason = "Menyebut nomor telepon orang lain.";
    public static readonly Grounds Grounds = new("T-4", Reason, DecisionSource.Proactive);

    public static Task<Flag> FlagAsync(this ForumHost host, Post post, FlagReason reason = FlagReason.PersonalData, string? note = null, Account? by = null) =>
        host.ActAsync(async (db, acts) =>
        {
            var account = by ?? await host.AnAccountAsync();
            await acts.BeginAsync(default);
            await db.LockPostAsync(post.Id, default);
            var docket = await DocketAsync(db, post.Id);
            var flag = docket.Receive(await db.Accounts.SingleAsync(a => a.Id == account.Id), reason, note, host.Now).Value;
            db.Add(flag);
            await acts.CommitAsync(new PostFlagged(docket, flag), default);
            return flag;
        });

    public static Task<Decision> HideAsync(this ForumHost host, Post post, Account? by = null, Grounds? grounds = null) =>
        host.DecideAsync(by, async (db, moderator) => Ruling.Hide(await DocketAsync(db, post.Id), moderator, grounds ?? Grounds, host.Now).Value);

    /// <summary>A proposal by one moderator to hide criticism of an office.</summary>
    public static async Task<Proposal> AProposalAsync(this ForumHost host, Post? post = null, Account? by = null, string criticised = "Dinas Pendidikan")
    {
        post ??= await host.APostAsync(await host.ATopicAsync());
        by ??= await host.AnAccountAsync(Role.Moderator);
        return await host.ActAsync(async (db, acts) =>
        {
            await acts.BeginAsync(default);
            var docket = await DocketAsync(db, post.Id);
            var proposal = Ruling.Propose(docket, await db.Accounts.SingleAsync(a => a.Id == by.Id), Grounds with { Rule = "T-2", Criticised = criticised }, host.Now).Value;
            db.Add(proposal);
            await acts.CommitAsync(new HidingProposed(proposal), default);
            return proposal;
        });
    }

    public static Task<Decision> LockAsync(this ForumHost host, Topic topic, Account? by = null, Grounds? grounds = null) =>
        host.DecideAsync(by, async (db, moderator) =>
            Ruling.Lock(await db.Topics.Include(t => t.OpenedBy).SingleAsync(t => t.Id == topic.Id), moderator, grounds ?? Grounds, host.Now).Value);

    public static Task<Decision> SuspendAsync(this ForumHost host, Account account, int days = 7, Account? by = null) =>
        host.DecideAsync(by, async (db, moderator) =>
            Ruling.Suspend(await db.Accounts.SingleAsync(a => a.Id == account.Id), days, moderator, Grounds, host.Now).Value);

    private static Task<Decision> DecideAsync(this ForumHost host, Account? by, Func<ForumDb, Account, Task<Decision>> rule) =>
        host.ActAsync(async (db, acts) =>
        {
            by ??= await host.AnAccountAsync(Role.Moderator);
            await acts.BeginAsync(default);
            var decision = await rule(db, await db.Accounts.SingleAsync(a => a.Id == by.Id));
            db.Add(decision);
            await acts.CommitAsync(new DecisionMade(decision), default);
            return decision;
        });

    private static async Task<Docket> DocketAsync(ForumDb db, long postId)
    {
        var post = await db.Posts.Include(p => p.Topic).Include(p => p.Author).Include(p => p.Parent).SingleAsync(p => p.Id == postId);
        if (await db.Dockets.FindAsync(postId) is { } docket) return docket;
        docket = new Docket(post);
        db.Add(docket);
        return docket;
    }
}
