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
        foreach (var (key, number, about) in Besides(leaf, acted)) yield return new(key, leaf.Id.ToGuid(), default, acted, number, (uint)record, about);
    }

    private static IEnumerable<(Guid Key, long Number, ObjectChange About)> Besides(Leaf leaf, Guid acted)
    {
        var version = leaf.Count("versi") ?? 0;
        switch (leaf.Kind.Name)
        {
            case "mod.putus":
                yield return (leaf.Id("putusan") ?? leaf.Id.ToGuid(), 0, ObjectChange.Decides);
                break;
            case "mod.pulih" when leaf.Id("putusan") is { } undone:
                yield return (undone, 0, ObjectChange.NamesDecision);
                break;
            case "banding.ajukan" or "banding.putus":
                yield return (leaf.Id("putusan")!.Value, leaf.Count("tingkat") ?? 0, leaf.Kind.Name == "banding.ajukan" ? ObjectChange.Appeals : ObjectChange.Rules);
                break;
            case "pos.buat":
                yield return (leaf.Id("utas")!.Value, leaf.Count("nomor") ?? 0, ObjectChange.Numbers);
                break;
            case "umum.terbit":
                yield return (acted, version, ObjectChange.Publishes);
                break;
            case "umum.ubah":
                yield return (acted, version, ObjectChange.Corrects);
                break;
            case "umum.tarik":
                yield return (acted, version, ObjectChange.Withdraws);
                break;
            case "jawab.terbit" or "jawab.ubah" when leaf.Time("batas") is { } deadline:
                yield return (acted, deadline.ToUnixTimeSeconds(), ObjectChange.SetsDeadline);
                break;
        }
    }

    private static ObjectChange ChangeOf(Leaf leaf) => leaf.Kind.Name switch
    {
        "mod.putus" when leaf.Text("tindakan") == Hiding => ObjectChange.Hides,
        "mod.pulih" => ObjectChange.Restores,
        "pos.tarik" => ObjectChange.TakesBack | ObjectChange.GoesOn,
        "pos.ubah" or "jajak.tutup" or "jajak.hasil" or "umum.ubah" or "umum.tarik" or "jawab.ubah" => ObjectChange.GoesOn,
        "hapus" => ObjectChange.Erases,
        "pos.buat" => ObjectChange.Posts | (leaf.By == ActRole.Pejabat ? ObjectChange.IsOfficial : 0) | (MonthCounts.IsImported(leaf) ? ObjectChange.IsImported : 0),
        _ => ObjectChange.None,
    };
}
