namespace Bungo.Forum.Web.PublicActs;

/// <summary>The ledger's hourly sign of life: how far it goes, and how many acts wait.</summary>
public sealed record LogBeat(long Size, int Waiting) : PublicAct("denyut", Guid.NewGuid(), null)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["ukuran"] = Size, ["tertunda"] = Waiting };
}
