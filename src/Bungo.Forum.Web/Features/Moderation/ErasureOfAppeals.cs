using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// The reasons of people who deleted their account go as their posts do: the words here, and what opens them in the
/// ledger, each with the act that says so. That somebody appealed, and what became of it, stays.
/// </summary>
public sealed class ErasureOfAppeals(ForumDb db, ActRecorder acts) : IErasure, IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var left = db.Appeals.Where(a => a.Reason != null && a.Account!.DeletedAt != null).OrderBy(a => EF.Functions.Random()).Select(a => a.DecisionId);
        while (await left.Take(1).ToListAsync(cancel) is [var decision])
        {
            db.ChangeTracker.Clear();
            await EraseAsync(decision, cancel);
        }
    }

    private async Task EraseAsync(long decisionId, CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockDecisionAsync(decisionId, cancel);
        var appeals = await db.Appeals.Include(a => a.Decision!.Post).Include(a => a.Decision!.Topic)
            .Where(a => a.DecisionId == decisionId && a.Reason != null && a.Account!.DeletedAt != null).ToListAsync(cancel);
        var erased = new List<Act>();
        foreach (var appeal in appeals)
        {
            appeal.Erase();
            await db.ActOpenings.Where(o => o.ActId == appeal.ActId && o.Label == "alasan").ExecuteUpdateAsync(
                set => set.SetProperty(o => o.Salt, (byte[]?)null).SetProperty(o => o.Content, (byte[]?)null).SetProperty(o => o.State, OpeningState.Destroyed), cancel);
            erased.Add(AppealActs.Erased(appeal));
        }

        await acts.CommitAsync(erased, cancel);
    }
}

internal sealed class AppealsOfPerson(ForumDb db) : IPersonalData
{
    public string Name => "appeals";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Appeals.AsNoTracking().Where(a => a.AccountId == accountId)
        .OrderBy(a => a.Id).Select(a => (object)new { Decision = a.DecisionId, a.Level, a.Reason, a.At, a.DueAt }).AsAsyncEnumerable();
}
