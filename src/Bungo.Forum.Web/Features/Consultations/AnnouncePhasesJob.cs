using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>
/// Tells watchers of a change of phase, once. The phase itself follows from the clock and needs no job; a crash
/// between two consultations leaves the second for the next minute.
/// </summary>
public sealed class AnnouncePhasesJob(ForumDb db, ActRecorder acts, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await db.Consultations.Where(c => c.Announced != Domain.Consultations.Phase.Adopted).Select(c => c.Id).ToListAsync(cancel))
        {
            await acts.BeginAsync(cancel);
            await db.LockConsultationAsync(id, cancel);
            var consultation = await db.Consultations.FirstAsync(c => c.Id == id, cancel);
            if (consultation.Advance(now) is null) await db.Database.RollbackTransactionAsync(cancel);
            else await acts.CommitAsync(new ConsultationChanged(consultation), cancel);
            db.ChangeTracker.Clear();
        }
    }
}
