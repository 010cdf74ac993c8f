namespace Bungo.Forum.Web.Demo;

/// <summary>
/// What happens in the demonstration, and when. It is played in the order of time with the site's clock set to each
/// moment, because the ledger tells when an act was recorded, and acts recorded out of order would look like fraud.
/// </summary>
internal sealed class DemoTimeline : TimeProvider
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Order)> _events = new();
    private DateTimeOffset _now;
    private int _order;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Something played may add what follows from it, at its own moment or later.</summary>
    public void At(DateTimeOffset moment, Func<CancellationToken, Task> happens) => _events.Enqueue(happens, (moment, _order++));

    public async Task PlayAsync(CancellationToken cancel)
    {
        while (_events.TryDequeue(out var happens, out var when))
        {
            if (when.At < _now) throw new InvalidOperationException($"At {_now:O} the demonstration cannot go back to {when.At:O}.");
            _now = when.At;
            await happens(cancel);
        }
    }
}
