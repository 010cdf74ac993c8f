using System.Diagnostics.CodeAnalysis;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Names one act, everywhere and for ever: in its leaf, in the openings of its commitments, on a receipt. It is
/// random, so it tells neither when the act was done nor how many there are; it is inside each commitment, so
/// that an opening cannot be shown as that of another act.
/// </summary>
public readonly record struct ActId
{
    private readonly Guid _bits;

    private ActId(Guid bits) => _bits = bits;

    /// <summary>Draws 128 random bits from the system's generator.</summary>
    public static ActId New() => new(RandomId.Draw());

    /// <summary>The same 16 bytes, as a database keeps them (most significant first).</summary>
    public static ActId From(Guid bits) => new(bits);

    /// <exception cref="LedgerFormatException">Not the one spelling of an id.</exception>
    public static ActId Parse(string text) =>
        TryParse(text, out var id) ? id : throw LedgerFormatException.AtPath(LedgerFault.IdForm, "id", text);

    /// <summary>For ids out of an address bar, where a wrong one is an ordinary "not found".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActId id)
    {
        var isId = RandomId.TryRead(text, out var bits);
        id = new(bits);
        return isId;
    }

    public Guid ToGuid() => _bits;

    public override string ToString() => RandomId.Write(_bits);
}
