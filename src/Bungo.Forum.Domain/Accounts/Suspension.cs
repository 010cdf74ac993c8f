using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Accounts;

/// <summary>An account that may read and not write: since when, until when, by which decision.</summary>
public sealed class Suspension
{
    private Suspension() { }

    internal Suspension(Decision decision)
    {
        Decision = decision;
        DecisionId = decision.Id;
        At = decision.At;
        Until = decision.Until!.Value;
    }

    public DateTimeOffset At { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
}
