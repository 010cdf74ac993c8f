using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// A decision of moderation: codes in clear, the reason committed and open to all, moderator and suspended
/// account committed and restricted. A measure against an account is an act on the decision and not on the
/// account, whose random id would else stand in clear for ever and join the suspension to the person's posts.
/// </summary>
public sealed record DecisionMade(Decision Decision)
    : PublicAct(Decision.IsRestoring ? "mod.pulih" : "mod.putus", ObjectOf(Decision), Role.Moderator)
{
    public override IEnumerable<Change> Changes
    {
        get
        {
            yield return new(Streams.Moderation, Streams.Name("decision", Decision.Id));
            if (Decision.Undone is { } undone) yield return new(Streams.Moderation, Streams.Name("decision", undone.Id));
            if (Decision.Topic is { } topic) yield return new(Streams.Topic(topic.Id), Streams.Name("topic-head", topic.Id));
            if (Decision.Post is not { } post || Decision.Measure == Measure.None) yield break;
            foreach (var change in PostActs.PostAndCounts(post.Topic!, post)) yield return change;
        }
    }

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = new Dictionary<string, object>
            {
                ["aturan"] = Decision.Rule,
                ["tindakan"] = Decision.Measure.Code(),
                ["sumber"] = Decision.Source.Code(),
                ["otomatis"] = false,
                ["putusan"] = (Decision.Undone ?? Decision).ObjectId,
            };
            if (Decision.Office is { } office) clear["kantor"] = OfficeCode.Of(office);
            if (Decision.IsRestoring) return clear;
            clear["cakupan"] = Decision.Measure.Scope();
            if (Decision.Until is { } until) clear["sampai"] = until;
            if (Decision.OrderNumber is { } letter) clear["surat"] = letter;
            if (Decision.FlagCount > 0) clear["laporan"] = Decision.FlagCount;
            return clear;
        }
    }

    public override IEnumerable<Committed> Commitments
    {
        get
        {
            yield return new("alasan", "text/plain", Decision.Reason);
            yield return PostActs.Actor(Decision.Moderator!) with { State = OpeningState.Restricted };
            if (Decision.Account is { } account)
                yield return new("sasaran", "text/plain", LedgerId.Of(account.ObjectId), OpeningState.Restricted);
        }
    }

    private static Guid ObjectOf(Decision decision) =>
        decision.Post?.ObjectId ?? decision.Topic?.ObjectId ?? (decision.Undone ?? decision).ObjectId;
}

/// <summary>Somebody flagged a post. It changes nothing that anybody sees and is no act of the ledger: who flags must not fear it.</summary>
public sealed record PostFlagged(Docket Docket, Flag Flag) : Act
{
    public override IEnumerable<Change> Changes => [];
}
