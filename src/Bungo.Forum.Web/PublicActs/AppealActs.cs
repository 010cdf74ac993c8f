using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// Somebody appeals. It stands on the object that was decided about, behind the decision; the reasons are committed and
/// open, for the public log tells them, and the person restricted, as moderators are.
/// </summary>
public sealed record AppealFiled(Appeal Appeal)
    : PublicAct("banding.ajukan", DecisionMade.ObjectOf(Appeal.Decision!), Appeal.Account!.Role)
{
    public override Guid ActId => Appeal.ActId;

    public override IEnumerable<Change> Changes => AppealActs.Row(Appeal.Decision!);

    public override IReadOnlyDictionary<string, object> Clear => AppealActs.Place(Appeal.Decision!, Appeal.Level);

    public override IEnumerable<Committed> Commitments =>
    [
        new("alasan", "text/plain", Appeal.Reason!),
        PostActs.Actor(Appeal.Account!) with { State = OpeningState.Restricted },
    ];
}

/// <summary>All appeals that waited at a stage are answered. What is taken back by it is an act of its own, <see cref="DecisionMade"/>.</summary>
public sealed record AppealsRuled(AppealRuling Ruling)
    : PublicAct("banding.putus", DecisionMade.ObjectOf(Ruling.Decision!), Ruling.By!.Role)
{
    public override Guid ActId => Ruling.ActId;

    public override IEnumerable<Change> Changes => AppealActs.Row(Ruling.Decision!);

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = AppealActs.Place(Ruling.Decision!, Ruling.Level);
            clear["hasil"] = Ruling.Outcome.Code();
            if (Ruling.Office is { } office) clear["kantor"] = OfficeCode.Of(office);
            return clear;
        }
    }

    public override IEnumerable<Committed> Commitments =>
        [new("alasan", "text/plain", Ruling.Reason), PostActs.Actor(Ruling.By!) with { State = OpeningState.Restricted }];
}

/// <summary>An evaluator re-examined a decision of the month's sample. The lembaga says it, and names no person.</summary>
public sealed record DecisionReviewed(ReviewItem Item)
    : PublicAct("nilai.tinjau", DecisionMade.ObjectOf(Item.Decision!), Item.By!.Role)
{
    public override Guid ActId => Item.ActId!.Value;

    public override IEnumerable<Change> Changes => AppealActs.Row(Item.Decision!);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["putusan"] = Item.Decision!.ObjectId,
        ["periode"] = Item.Month,
        ["hasil"] = Item.Verdict!.Value.Code(),
    };

    public override IEnumerable<Committed> Commitments => [new("alasan", "text/plain", Item.Reason!)];
}

internal static class AppealActs
{
    public static IEnumerable<Change> Row(Decision decision) => [new(Streams.Moderation, Streams.Name("decision", decision.Id))];

    public static WordsErased Erased(Appeal appeal) =>
        new(DecisionMade.ObjectOf(appeal.Decision!), [new ErasureTarget(ActId.From(appeal.ActId), "alasan")], [.. Row(appeal.Decision!)]);

    public static Dictionary<string, object> Place(Decision decision, int level) => new() { ["putusan"] = decision.ObjectId, ["tingkat"] = level };
}
