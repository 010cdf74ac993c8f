using System.Diagnostics;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The running server. It must end when this program ends, even by kill -9, and must not end before: a Ctrl-C in the
/// terminal goes to the whole foreground group, and the last requests still need the database.
///
/// So it runs in a session of its own, under a few lines of sh that wait for a pipe from us: a line on it names a
/// signal for the server, and its end, which the kernel brings about however we die, means a fast shutdown. It is a
/// direct child rather than a daemon of pg_ctl: in a container whose first process reaps slowly, the zombie of a killed
/// daemon would keep its number alive and the restart out.
/// </summary>
internal sealed class PostmasterProcess : IDisposable
{
    private const string Wrapper =
        """
        exec 1>&2 3<&0
        "$@" </dev/null 3<&- &
        server=$!
        ( while read -r signal <&3; do kill -"$signal" $server; done; kill -INT $server ) &
        watcher=$!
        exec 3<&- </dev/null
        wait $server
        code=$?
        kill $watcher
        exit $code
        """;

    private readonly Process _process;

    private PostmasterProcess(Process process, PostgresLog log)
    {
        _process = process;
        Exited = process.WaitForExitAsync();
        _ = CopyAsync(process.StandardError, log);
    }

    /// <summary>
    /// The end of the wrapper, which is that of the server unless someone killed the wrapper itself; then the watcher
    /// lives on with the pipe, and stopping still works.
    /// </summary>
    internal Task Exited { get; }

    internal static PostmasterProcess Start(
        ServerUser user, PostgresPrograms programs, string cluster, string socketFolder, PostgresLog log)
    {
        var options = PostgresSettings.Options(socketFolder);
        var command = user.Command("setsid", ["sh", "-c", Wrapper, "forum-postgres", programs.Postgres, "-D", cluster, .. options]);
        var process = Process.Start(command) ?? throw new InvalidOperationException("setsid did not start.");
        process.StandardOutput.Close();
        return new PostmasterProcess(process, log);
    }

    /// <summary>
    /// INT ends sessions and writes a checkpoint, QUIT leaves recovery to the next start, KILL is for a server that hears
    /// nothing. None of them loses a committed row.
    /// </summary>
    internal async Task StopAsync()
    {
        foreach (var (signal, patience) in new[] { ("INT", 60), ("QUIT", 10), ("KILL", 5) })
        {
            if (Exited.IsCompleted)
                break;
            Send(signal);
            await Task.WhenAny(Exited, Task.Delay(TimeSpan.FromSeconds(patience)));
        }
    }

    /// <summary>Closing the pipe is itself the order to stop.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The reader is gone already.
        }
        _process.Dispose();
    }

    private void Send(string signal)
    {
        try
        {
            _process.StandardInput.Write(signal + "\n");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The reader is gone: the server has ended in this moment.
        }
    }

    private static async Task CopyAsync(StreamReader output, PostgresLog log)
    {
        try
        {
            while (await output.ReadLineAsync() is { } line)
                log.Write(line);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The process was disposed while its last words were on the way.
        }
    }
}
