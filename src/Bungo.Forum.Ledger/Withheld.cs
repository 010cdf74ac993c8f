namespace Bungo.Forum.Ledger;

/// <summary>Why a commitment is not open to the public.</summary>
public enum WithheldState
{
    /// <summary>By its nature, or by moderation: kept, and shown to the author and the evaluating institution.</summary>
    Terbatas,

    /// <summary>Sealed until a stated act: ballots until their poll closes.</summary>
    Belum,

    /// <summary>Salt and content destroyed; an act <c>hapus</c> must say so.</summary>
    Dihapus,
}

/// <summary>
/// What the operator says of a commitment that it does not open: <c>{i, keadaan, label}</c>. Of every commitment a
/// package holds either the opening or this, so that nothing can go missing without a word; and each such word
/// is held against the acts.
/// </summary>
public sealed record Withheld(ActId Act, string Label, WithheldState State)
{
    public byte[] ToBytes() => CanonicalJson.Write(new CanonicalObject(
    [
        new("i", Act.ToString()),
        new("keadaan", Code(State)),
        new("label", Label),
    ]));

    /// <exception cref="LedgerFormatException">Not the canonical bytes of such an object.</exception>
    public static Withheld Parse(ReadOnlySpan<byte> bytes)
    {
        var members = new ObjectReader("", CanonicalJson.Read(bytes));
        var act = ActId.From(members.Id("i"));
        var code = members.Text("keadaan");
        var label = members.Label("label");
        members.End();
        foreach (var state in Enum.GetValues<WithheldState>())
            if (Code(state) == code) return new(act, label, state);
        throw LedgerFormatException.AtPath(LedgerFault.CodeForm, "keadaan", code);
    }

    private static string Code(WithheldState state) => state.ToString().ToLowerInvariant();
}
