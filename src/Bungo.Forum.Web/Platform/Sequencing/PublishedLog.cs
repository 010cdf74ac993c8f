using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// The log as it was published, for the pages that tell of it: read from the files that everybody reads, never from the
/// tables. What keys and witnesses there are stands in those files too.
/// </summary>
public sealed class PublishedLog(LogFolder files)
{
    /// <summary>Whether enough witnesses cosigned a checkpoint that holds the entry, be it an older one than the newest.</summary>
    public bool IsWitnessed(long index) => files.Witnessed() is var (_, checkpoint) && checkpoint.Size > index;

    /// <returns>Null while no checkpoint was published, or on a node whose folder is another's.</returns>
    public LogNow? Read()
    {
        if (files.Head() is not var (note, checkpoint) || files.HeadWrittenAt is not { } at) return null;
        var keys = files.Read(LogFolder.Keys) is { } list ? KeyList.Parse(list) : new KeyList([]);
        var policy = files.Read(LogFolder.Policy) is { } text ? TrustPolicy.Parse(text) : new TrustPolicy([], [], [], null);
        return new(note, checkpoint, at, keys, policy, policy.Judge(note, checkpoint, new NSecVerifier()));
    }
}

/// <param name="At">When the checkpoint was written.</param>
public sealed record LogNow(SignedNote Note, Checkpoint Checkpoint, DateTimeOffset At, KeyList Keys, TrustPolicy Policy, PolicyCheck Check)
{
    public bool IsWitnessed => Check.IsWitnessed;
}
