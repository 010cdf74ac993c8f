using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Passages;

/// <summary>What one version did to one passage, for good and in public.</summary>
public sealed class PassageRecord
{
    private PassageRecord() { }

    internal PassageRecord(Passage passage, int version, string before, DateTimeOffset now)
    {
        Passage = passage;
        PassageId = passage.Id;
        Version = version;
        Before = before;
        At = now;
        Copy(passage);
    }

    public long PassageId { get; private set; }
    public Passage? Passage { get; private set; }
    public int Version { get; private set; }
    public Fate Fate { get; private set; }

    /// <summary>The words as they last stood before this version, and in it; null where they have no place.</summary>
    public string Before { get; private set; } = "";
    public string? After { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The office that decided where no rule could; null where one could.</summary>
    public string? DecidedFor { get; private set; }
    public long? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(Passage passage, Account by, DateTimeOffset now)
    {
        Copy(passage);
        (DecidedFor, DecidedById, DecidedAt) = (by.Office, by.Id, now);
    }

    private void Copy(Passage passage) => (Fate, After) = (passage.Fate, passage.HasPlace ? passage.Placed.Exact : null);
}
