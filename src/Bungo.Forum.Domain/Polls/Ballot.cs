namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// One person's choice. It holds no account, no id that tells an order, and no time finer than the hour:
/// (poll, nullifier) is its whole identity, and the database lets that pair exist once.
/// </summary>
public sealed class Ballot
{
    private Ballot() { }

    internal Ballot(Poll poll, byte[] nullifier, IReadOnlyList<Guid> choices, DateTimeOffset now)
    {
        PollId = poll.Id;
        Nullifier = nullifier;
        Mark(choices, now);
    }

    public long PollId { get; private set; }
    public byte[] Nullifier { get; private set; } = [];

    /// <summary>Ids of the chosen options, in the order the poll lists them: equal choices are equal bytes.</summary>
    public IReadOnlyList<Guid> Choices { get; private set; } = [];

    public DateTimeOffset CastHour { get; private set; }

    internal void Mark(IReadOnlyList<Guid> choices, DateTimeOffset now)
    {
        Choices = choices;
        CastHour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
    }
}
