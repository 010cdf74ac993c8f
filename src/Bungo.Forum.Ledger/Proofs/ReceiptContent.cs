namespace Bungo.Forum.Ledger.Proofs;

/// <summary>
/// What our receipts carry as <c>extra</c>: <c>{"buka": [openings], "entry": leaf}</c>. The public one leaves the
/// openings out and tells no content; the full one proves to whoever holds it what was written.
///
/// The leaf stands in it as a member, not as text: it is canonical, so writing the member again gives exactly the
/// bytes that were hashed.
/// </summary>
public sealed record ReceiptContent(Leaf Leaf, IReadOnlyList<Opening> Openings)
{
    private const string EntryKey = "entry";
    private const string OpeningsKey = "buka";

    /// <exception cref="LedgerFormatException">Not such an object. Whether each opening opens the leaf is the caller's to ask (<see cref="Leaf.IsOpenedBy"/>).</exception>
    public static ReceiptContent Parse(ReadOnlySpan<byte> extra)
    {
        var members = new ObjectReader("", CanonicalJson.Read(extra));
        var leaf = Leaf.Parse(CanonicalJson.Write(members.Required(EntryKey)));
        var openings = new List<Opening>();
        if (members.Optional(OpeningsKey) is { } list)
        {
            if (list is not CanonicalArray { Count: > 0 } items) throw LedgerFormatException.AtPath(LedgerFault.WrongType, OpeningsKey);
            openings.AddRange(items.Select(item => Opening.Parse(CanonicalJson.Write(item))));
        }

        members.End();
        return new(leaf, openings);
    }

    public byte[] ToBytes()
    {
        List<KeyValuePair<string, CanonicalValue>> members = [new(EntryKey, CanonicalJson.Read(Leaf.Bytes.Span))];
        if (Openings.Count > 0) members.Add(new(OpeningsKey, new CanonicalArray(Openings.Select(o => CanonicalJson.Read(o.ToBytes())))));
        return CanonicalJson.Write(new CanonicalObject(members));
    }
}
