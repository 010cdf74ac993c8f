using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MimeKit;

namespace Bungo.Forum.Journeys;

public sealed record ReceivedLetter(string Subject, string Text);

/// <summary>
/// A mail server that is not ours: Debian's aiosmtpd, which takes what the site hands over by SMTP and puts it into a
/// maildir. Whether our mails can be sent is only shown by a server that could refuse them.
/// </summary>
public sealed class PostOffice : IDisposable
{
    /// <summary>Letters go out every ten seconds; three rounds, on a machine that is busy with browsers.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _server;
    private readonly string _inbox;

    private PostOffice(Process server, int port, string maildir) =>
        (_server, Port, _inbox) = (server, port, Path.Combine(maildir, "new"));

    public int Port { get; }

    /// <returns>Null where no such server is installed.</returns>
    public static async Task<PostOffice?> OpenAsync(string maildir)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("aiosmtpd") { RedirectStandardError = true };
        foreach (var argument in (string[])["-n", "-d", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", maildir]) start.ArgumentList.Add(argument);
        var server = new Process { StartInfo = start, EnableRaisingEvents = true };
        var listens = new TaskCompletionSource<bool>();
        server.Exited += (_, _) => listens.TrySetResult(false);
        server.ErrorDataReceived += (_, said) =>
        {
            if (said.Data?.Contains("Server is listening", StringComparison.Ordinal) == true) listens.TrySetResult(true);
        };
        try
        {
            server.Start();
        }
        catch (Win32Exception)
        {
            server.Dispose();
            return null;
        }

        server.BeginErrorReadLine();
        if (await listens.Task) return new PostOffice(server, port, maildir);
        server.Dispose();
        throw new InvalidOperationException("aiosmtpd ended before it listened.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The letter to this address whose subject says this, once it has come.</summary>
    public async Task<ReceivedLetter> LetterAsync(string to, string about)
    {
        using var watcher = new FileSystemWatcher(_inbox);
        var arrivals = Channel.CreateUnbounded<bool>();
        watcher.Created += (_, _) => arrivals.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => arrivals.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        using var patience = new CancellationTokenSource(_patience);
        while (true)
        {
            foreach (var file in Directory.GetFiles(_inbox))
            {
                using var message = await MimeMessage.LoadAsync(file, patience.Token);
                var letter = new ReceivedLetter(message.Subject ?? "", message.TextBody ?? "");
                if (message.To.Mailboxes.Any(m => m.Address == to) && letter.Subject.Contains(about, StringComparison.Ordinal)) return letter;
            }

            await arrivals.Reader.ReadAsync(patience.Token);
        }
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}
