using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>Turns acts into notices and letters. An author who cannot sign in any more, or never could, is not written to.</summary>
public sealed class NoticeListener(ForumDb db, Letters letters) : IActListener
{
    public Task OnActAsync(Act act, CancellationToken cancel) => act switch
    {
        DecisionMade made => OnDecisionAsync(made.Decision, cancel),
        PostAdded { Post: { Parent: { } parent } post } when parent.AuthorId != post.AuthorId => OnReplyAsync(post, parent, cancel),
        WordsErased { Basis: { CaseFile: not null, Post: var erased } } => OnErasureAsync(erased, cancel),
        _ => Task.CompletedTask,
    };

    private async Task OnDecisionAsync(Decision decision, CancellationToken cancel)
    {
        if (decision.Measure != Measure.None && decision.ConcernedId is { } concerned && await RecipientAsync(concerned, cancel) is { } recipient)
        {
            var notice = Add(Notice.Of(decision, concerned));
            db.Add(letters.OfDecision(notice, recipient));
        }

        if (decision.Hearing is not { } hearing) return;
        var flaggers = await db.Flags.Where(f => f.PostId == decision.PostId && f.Hearing == hearing).Select(f => f.AccountId).ToListAsync(cancel);
        foreach (var flagger in flaggers) Add(Notice.Of(decision, flagger));
    }

    private async Task OnReplyAsync(Post reply, Post parent, CancellationToken cancel)
    {
        if (await RecipientAsync(parent.AuthorId, cancel) is not { } recipient) return;
        var notice = Add(Notice.OfReply(reply, parent.AuthorId));
        if (reply.IsOfficial ? recipient.WantsAnswers : recipient.WantsReplies) db.Add(letters.OfReply(notice, recipient));
    }

    private async Task OnErasureAsync(Post erased, CancellationToken cancel)
    {
        if (await RecipientAsync(erased.AuthorId, cancel) is not { } recipient) return;
        db.Add(letters.OfErasure(Add(Notice.OfErasure(erased)), recipient));
    }

    private Notice Add(Notice notice)
    {
        db.Add(notice);
        return notice;
    }

    // One statement, on the path of every reply.
    private Task<Recipient?> RecipientAsync(long accountId, CancellationToken cancel) =>
        (from account in db.Accounts
         join signIn in db.Users on account.Id equals signIn.Id
         from preference in db.MailPreferences.Where(p => p.AccountId == account.Id).DefaultIfEmpty()
         where account.Id == accountId && account.DeletedAt == null && signIn.Email != null
         select new Recipient(
             account.Name, account.Language, signIn.Email!, preference == null || preference.OfficialAnswers, preference != null && preference.Replies))
        .AsNoTracking().FirstOrDefaultAsync(cancel);
}
