using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>Reads a decision with all that was objected to it. Under the decision's lock it may be written with, elsewhere it is for showing.</summary>
internal static class AppealCases
{
    public static async Task<AppealCase?> AppealCaseAsync(this ForumDb db, long decisionId, CancellationToken cancel)
    {
        var decisions = db.Decisions.Include(d => d.Post!.Topic).Include(d => d.Post!.Author).Include(d => d.Post!.Parent).Include(d => d.Topic)
            .Include(d => d.Account).Include(d => d.Concerned).AsSplitQuery();
        if (await decisions.FirstOrDefaultAsync(d => d.Id == decisionId, cancel) is not { } decision) return null;
        return new(
            decision,
            await db.Appeals.Where(a => a.DecisionId == decisionId).OrderBy(a => a.Id).ToListAsync(cancel),
            await db.AppealRulings.Where(r => r.DecisionId == decisionId).OrderBy(r => r.Level).ToListAsync(cancel),
            await db.Decisions.AnyAsync(d => d.UndoneId == decisionId, cancel));
    }

    /// <summary>What evaluators found about the same post, topic or account, for a new measure to answer to.</summary>
    public static async Task<Finding[]> FindingsAsync(this ForumDb db, IQueryable<Decision> aboutTheSame, CancellationToken cancel)
    {
        var binding = from ruling in db.AppealRulings
                      join decision in aboutTheSame on ruling.DecisionId equals decision.Id
                      where ruling.Level == Appeal.Second && ruling.Outcome == AppealOutcome.Granted
                      select new Finding(
                          decision.Rule,
                          decision.PostId != null
                              ? db.Posts.Any(p => p.Id == decision.PostId && p.EditedAt > ruling.At)
                              : db.Posts.Any(p => (p.TopicId == decision.TopicId || p.AuthorId == decision.AccountId) && (p.PostedAt > ruling.At || p.EditedAt > ruling.At)));
        return await binding.ToArrayAsync(cancel);
    }
}
