using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>What is set aside of each act, by its id; its commitments follow in rows of their own.</summary>
/// <param name="Poll">Of a ballot the poll's number, else -1.</param>
/// <param name="Month">Of a post that counts as participation its month, else -1.</param>
internal readonly record struct ActRow(Guid Id, Guid ActedOn, uint Record, int Poll, int Month, byte Kind, byte Commitments);

/// <param name="Label">Its place among the labels of the kind.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct CommitmentRow(ulong Fingerprint, byte Label);

internal enum Reference : byte
{
    /// <summary>An erasure names one of its commitments.</summary>
    Erases,

    /// <summary>Named as what came before on an object, on which it was not the newest.</summary>
    Precedes,

    /// <summary>It is the act itself, whose number or version is not the next one.</summary>
    Numbers,
    Versions,
}

/// <summary>An act that another one names, by the id of the named.</summary>
/// <param name="By">The record that names it.</param>
/// <param name="Newest">The newest record on <paramref name="ActedOn"/> before that one.</param>
internal readonly record struct ReferenceRow(Guid Named, Guid ActedOn, uint By, uint Newest, Label Label, Reference What);

/// <summary>What the package says of a commitment that it does not open, by the act's id.</summary>
internal readonly record struct StateRow(Guid Act, long Line, Label Label, CommitmentState State);

/// <summary>Something withheld that is only allowed while its object is not shown, by the object's id.</summary>
internal readonly record struct RestrictedRow(Guid ActedOn, Guid Act, uint Record, Label Label);

[Flags]
internal enum ObjectChange : uint
{
    None,
    Hides = 1,
    Restores = 2,
    TakesBack = 4,
    Erases = 8,
    Posts = 16,
    IsOfficial = 32,
    IsImported = 64,
    HasPrevious = 128,

    /// <summary>It changes or ends something, and therefore comes after the act that began it.</summary>
    GoesOn = 256,

    // About a decision or a topic, and not part of the object's history.
    Decides = 512,
    NamesDecision = 1024,
    Appeals = 2048,
    Rules = 4096,
    Numbers = 8192,

    // About the object itself, beside its history.
    Publishes = 16384,
    Corrects = 32768,
    Withdraws = 65536,
    SetsDeadline = 131072,
}

/// <summary>An act by the id of its object; or by the id of the decision that it makes or names, or of the topic in which it numbers a post.</summary>
/// <param name="Parent">Of a reply the post replied to; of what takes a decision back, and of the decision, the object acted on.</param>
/// <param name="Number">Seconds since 1970; of an appeal the level, of a post its number, of a text its version.</param>
internal readonly record struct ObjectRow(Guid Key, Guid Act, Guid Previous, Guid Parent, long Number, uint Record, ObjectChange Change)
{
    public bool IsHistory => Change < ObjectChange.Decides;

    public bool Has(ObjectChange change) => (Change & change) != 0;
}

/// <summary>A label in the 24 bytes that the longest has.</summary>
[InlineArray(Length)]
internal struct Label
{
    private const int Length = Ledger.CanonicalObject.LongestKey;

    private byte _first;

    public static Label Of(string text)
    {
        var label = default(Label);
        Encoding.ASCII.GetBytes(text, label);
        return label;
    }

    public override readonly string ToString() => Encoding.ASCII.GetString(this).TrimEnd('\0');
}
