namespace Bungo.Forum.Web.Data;

/// <summary>Somebody who wrote in a consultation: counted once, however much they write.</summary>
public sealed record Participant(long ConsultationId, long AccountId);

/// <summary>What was brought in from elsewhere, by its id there: bringing it again changes nothing.</summary>
/// <param name="Source">What was imported, as in <c>threads:village-pump-en.jsonl</c>.</param>
public sealed record ImportedItem(string Source, string ExternalId, long EntityId);

/// <summary>An act accepted and not yet numbered by the ledger's sequencer, which deletes it as it numbers it.</summary>
public sealed record PendingAct(Guid ActId, string Kind, Guid ObjectId, byte[] Leaf, DateTimeOffset RecordedAt)
{
    /// <summary>The order of acceptance, drawn by the database; with gaps, and not the act's number in the ledger.</summary>
    public long Number { get; private set; }
}

/// <summary>Entry <paramref name="Index"/> of the ledger; never changed and never deleted.</summary>
public sealed record LogEntry(long Index, Guid ActId, string Kind, Guid ObjectId, byte[] Leaf, byte[] LeafHash, DateTimeOffset RecordedAt);

/// <summary>How far the ledger goes. One row; a batch moves it from the size it read, or not at all.</summary>
/// <param name="Note">The signed checkpoint over this head; null between a batch and its signature.</param>
public sealed record LogHead(bool Sole, long Size, byte[] Root, byte[]? Note);

/// <summary>An act wherever it stands, waiting or numbered: whoever counts or shows acts asks here.</summary>
/// <param name="Index">Its number in the ledger; null while it waits.</param>
public sealed record RecordedAct(Guid ActId, string Kind, Guid ObjectId, byte[] Leaf, DateTimeOffset RecordedAt, long? Index);

/// <summary>What opens one commitment of an act. Destroying salt and content erases; the commitment then tells nothing.</summary>
/// <param name="ObjectId">The thing acted on, so that all it ever said can be closed at once when it is hidden.</param>
public sealed record ActOpening(Guid ActId, string Label, string Type, byte[]? Salt, byte[]? Content, OpeningState State, Guid ObjectId);

public enum OpeningState
{
    Open,
    Restricted,
    Destroyed,
    Sealed,
}

/// <summary>The newest act on an object, which the next act on it names as its predecessor.</summary>
public sealed record ActHead(Guid ObjectId, Guid ActId);

/// <summary>A live stream; its row's lock is what makes event numbers gapless.</summary>
public sealed record LiveStream(string Name, long LastNumber);

/// <summary>Event <paramref name="Number"/> of a stream: which fragment looks different since.</summary>
public sealed record StreamEvent(string Stream, long Number, string Target, DateTimeOffset At);

/// <summary>
/// A form, or an API request with an idempotency key, that was already carried out: sending it again leads to
/// the same place and tells the same ids. Known by its sender and the key together: a key is drawn by the sender,
/// and who sends another's must learn nothing by it and lose nothing to it.
/// </summary>
/// <param name="SubjectId">Id of what was made.</param>
/// <param name="ActId">The act that recorded it.</param>
public sealed record Submission(long AccountId, Guid Key, string Address, DateTimeOffset At, long? SubjectId = null, Guid? ActId = null);
