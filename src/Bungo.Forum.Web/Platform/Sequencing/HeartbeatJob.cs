using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>An act each hour whatever happens, so that a log which stands still is seen to, and a quiet night is seen as one.</summary>
public sealed class HeartbeatJob(ForumDb db, ActRecorder acts, LogFolder files) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var size = await db.LogHeads.Select(h => h.Size).SingleAsync(cancel);
        // Ballots may wait an hour, and how many do would tell how many were cast.
        var waiting = await db.PendingActs.CountAsync(a => a.Kind != WaitingAct.Ballot, cancel);
        long? witnessed = files.Published.Quorum is null ? null : files.Witnessed()?.Checkpoint.Size ?? 0;
        await acts.CommitAsync(new LogBeat(size, waiting, witnessed), cancel);
    }
}
