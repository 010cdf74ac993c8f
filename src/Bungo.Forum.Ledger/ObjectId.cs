using System.Diagnostics.CodeAnalysis;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Names the thing acted on (a topic, a post, a poll, a criterion, a report): the acts on it form its history.
/// Random, never a number of the database, which would tell how much was written and when. A type of its own,
/// because an act and the object it creates are two things with two ids.
/// </summary>
public readonly record struct ObjectId
{
    private readonly Guid _bits;

    private ObjectId(Guid bits) => _bits = bits;

    /// <summary>Draws 128 random bits from the system's generator.</summary>
    public static ObjectId New() => new(RandomId.Draw());

    /// <summary>The same 16 bytes, as a database keeps them (most significant first).</summary>
    public static ObjectId From(Guid bits) => new(bits);

    /// <exception cref="LedgerFormatException">Not the one spelling of an id.</exception>
    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id : throw LedgerFormatException.AtPath(LedgerFault.IdForm, "id", text);

    /// <summary>For ids out of an address bar, where a wrong one is an ordinary "not found".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectId id)
    {
        var isId = RandomId.TryRead(text, out var bits);
        id = new(bits);
        return isId;
    }

    public Guid ToGuid() => _bits;

    public override string ToString() => RandomId.Write(_bits);
}
