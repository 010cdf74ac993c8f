using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// An act that goes into the public ledger (ledger.md A3.5). It says what its leaf holds in clear (codes,
/// random ids, counts) and what only as a commitment; <c>Platform/Acts/LeafWriter</c> makes the bytes.
/// CATALOGUE.md lists every kind, and a test holds the list against the code.
/// </summary>
/// <param name="Kind">The ledger's kind, from <c>ActKinds</c>.</param>
/// <param name="ObjectId">Random id of the thing acted on.</param>
/// <param name="By">In which role; null for the system itself.</param>
public abstract record PublicAct(string Kind, Guid ObjectId, Role? By) : Act
{
    /// <summary>Drawn here, so that a caller can tell it to the author at once.</summary>
    public virtual Guid ActId { get; } = Guid.NewGuid();

    /// <summary>Whether it tells of something just made: then no earlier act on it needs to be looked for.</summary>
    public virtual bool IsFirst => false;

    /// <summary>Facts in clear: codes, random ids as text, counts, flags. Never free text, never a person.</summary>
    public virtual IReadOnlyDictionary<string, object> Clear => Nothing;

    /// <summary>What is only committed to, by label; the content can later be opened, restricted or destroyed.</summary>
    public virtual IEnumerable<Committed> Commitments => [];

    /// <summary>Documents that are public by law, by label.</summary>
    public virtual IEnumerable<Document> Documents => [];

    private static readonly Dictionary<string, object> Nothing = [];
}

/// <param name="Label">As the kind's line in the catalogue names it: <c>body</c>, <c>actor</c>, <c>alasan</c> …</param>
/// <param name="Type">Media type of the content.</param>
/// <param name="State">Who may open it at first: a ballot's choice is sealed until the poll closes, a protected name restricted.</param>
public readonly record struct Committed(string Label, string Type, string Content, OpeningState State = OpeningState.Open);

/// <summary>A public document by digest.</summary>
public readonly record struct Document(string Label, string Type, byte[] Content);
