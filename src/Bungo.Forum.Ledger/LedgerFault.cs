namespace Bungo.Forum.Ledger;

/// <summary>
/// What can be wrong with bytes that claim to belong to the ledger. A closed list, so that a program which
/// reports faults in another language can be held to have a sentence for each.
/// </summary>
public enum LedgerFault
{
    // The encoding (CanonicalJson).
    ByteOrderMark,
    NotUtf8,
    UnexpectedEnd,
    UnexpectedByte,
    TrailingBytes,
    NullValue,
    FractionOrExponent,
    NumberForm,
    NumberRange,
    KeyForm,
    KeyRepeated,
    KeyOrder,
    EscapeForm,
    ControlCharacter,
    LoneSurrogate,
    TooDeep,

    // The shape of an object (Leaf, Opening).
    TooLong,
    WrongType,
    KeyUnknown,
    KeyMissing,
    MapEmpty,
    VersionUnknown,
    KindUnknown,
    LabelUnknown,
    LabelMissing,
    RoleUnknown,
    RoleNotAllowed,
    PreviousNotAllowed,

    // The form of a value.
    IdForm,
    TimeForm,
    TimeGrain,
    CodeForm,
    CountForm,
    DigestForm,
    SaltForm,
    MediaTypeForm,
    VerifierKeyForm,

    // The files of the tree (Tiles).
    TilePathForm,
    TileMissing,
    TileLength,
    BundleShort,
    BundleLong,
    EntryHash,

    // Signed text (Notes), proofs and rules.
    LineForm,
    HashForm,
    ProofTooLong,
    SignaturesMissing,
    SignaturesTooMany,
    SignatureForm,
    KeyNameForm,
    KeyIdMismatch,
    KeyAlgorithmUnknown,
    ExtensionLine,
    PolicyWordUnknown,
    PolicyNameUnknown,
    PolicyNameRepeated,
    PolicyKeyRepeated,
    PolicyMemberRepeated,
    PolicyThreshold,
    QuorumMissing,
    QuorumRepeated,
}
