using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>A post hidden by a moderator: since when, by which decision, for which article of the rules of conduct.</summary>
public sealed class Hiding
{
    private Hiding() { }

    internal Hiding(Decision decision)
    {
        Decision = decision;
        DecisionId = decision.Id;
        At = decision.At;
        Rule = decision.Rule;
    }

    public DateTimeOffset At { get; private set; }
    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }
    public string Rule { get; private set; } = "";
}
