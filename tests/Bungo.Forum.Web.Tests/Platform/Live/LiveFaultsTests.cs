using Bungo.Forum.Web.Platform.Live;
using Microsoft.Extensions.Logging;

namespace Bungo.Forum.Web.Tests.Platform.Live;

public class LiveFaultsTests
{
    [Fact]
    public void A_fault_is_told_once_however_many_ask_and_a_later_one_again()
    {
        var log = new Lines();
        var faults = new LiveFaults(log);
        for (var browser = 0; browser < 5; browser++) faults.Tell("topic-1", 7, new InvalidOperationException("rusak"));
        Assert.Equal(1, log.Count);
        faults.Tell("topic-2", 3, new InvalidOperationException("rusak"));
        faults.Tell("topic-1", 8, new InvalidOperationException("rusak"));
        Assert.Equal(3, log.Count);
        faults.Tell("topic-1", 7, new InvalidOperationException("rusak"));
        Assert.Equal(3, log.Count);
    }

    private sealed class Lines : ILogger<LiveFaults>
    {
        public int Count { get; private set; }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Count++;
    }
}
