using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>The clear values of an act, in the shapes that the catalogue gives them; null where the label is absent.</summary>
internal static class ClearValues
{
    public static string? Text(this Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) && value is CanonicalText text ? text.Value : null;

    public static long? Count(this Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) && value is CanonicalInteger count ? count.Value : null;

    public static bool? Flag(this Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) && value is CanonicalBoolean flag ? flag.Value : null;

    public static DateTimeOffset? Time(this Leaf leaf, string label) => leaf.Text(label) is { } text && LedgerTime.TryRead(text, out var at) ? at : null;

    public static Guid? Id(this Leaf leaf, string label) => ObjectId.TryParse(leaf.Text(label), out var id) ? id.ToGuid() : null;

    public static IReadOnlyList<string> Texts(this Leaf leaf, string label) =>
        leaf.Clear.TryGet(label, out var value) && value is CanonicalArray items ? [.. items.OfType<CanonicalText>().Select(t => t.Value)] : [];

    public static IReadOnlyList<long> Counts(this Leaf leaf, string label) =>
        leaf.Clear.TryGet(label, out var value) && value is CanonicalArray items ? [.. items.OfType<CanonicalInteger>().Select(c => c.Value)] : [];
}
