using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Reports;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>What an act does to its object, and to the decision of moderation that it makes or names.</summary>
internal static class ObjectRows
{
    private const string Hiding = "sembunyikan";

    public static IEnumerable<ObjectRow> Of(long record, Leaf leaf)
    {
        var change = ChangeOf(leaf) | (leaf.Previous is null ? ObjectChange.None : ObjectChange.HasPrevious);
        var acted = leaf.ActedOn.ToGuid();
        yield return new(acted, leaf.Id.ToGuid(), leaf.Previous?.ToGuid() ?? default, leaf.Id("induk") ?? default, leaf.At.ToUnixTimeSeconds(), (uint)record, change);
        var about = leaf.Kind.Name switch
        {
            "mod.putus" => ObjectChange.Decides,
            "mod.pulih" when leaf.Id("putusan") is not null => ObjectChange.NamesDecision,
            "banding.ajukan" => ObjectChange.Appeals,
            "banding.putus" => ObjectChange.Rules,
            _ => ObjectChange.None,
        };
        if (about != ObjectChange.None)
            yield return new(leaf.Id("putusan") ?? leaf.Id.ToGuid(), leaf.Id.ToGuid(), default, default, leaf.Count("tingkat") ?? 0, (uint)record, about);
    }

    private static ObjectChange ChangeOf(Leaf leaf) => leaf.Kind.Name switch
    {
        "mod.putus" when leaf.Text("tindakan") == Hiding => ObjectChange.Hides,
        "mod.pulih" => ObjectChange.Restores,
        "pos.tarik" => ObjectChange.TakesBack,
        "hapus" => ObjectChange.Erases,
        "pos.buat" => ObjectChange.Posts | (leaf.By == ActRole.Pejabat ? ObjectChange.IsOfficial : 0) | (MonthCounts.IsImported(leaf) ? ObjectChange.IsImported : 0),
        _ => ObjectChange.None,
    };
}
