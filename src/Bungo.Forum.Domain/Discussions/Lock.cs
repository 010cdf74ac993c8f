using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>A topic closed to writing by a moderator: since when, and by which decision.</summary>
public sealed class Lock
{
    private Lock() { }

    internal Lock(Decision decision)
    {
        Decision = decision;
        DecisionId = decision.Id;
        At = decision.At;
    }

    public DateTimeOffset At { get; private set; }
    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
}
