using System.Net;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>Gives a cosignature back to the log that it was pulled from, at <c>saksi</c> below the log's address.</summary>
internal static class Handover
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>Why it was not taken; null when it was.</returns>
    public static string? Send(string log, SignedNote note)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(log.EndsWith('/') ? log : log + "/"), "saksi")) { Content = new ByteArrayContent(note.ToBytes()) };
        request.Content.Headers.ContentType = new("text/plain");
        try
        {
            using var answer = http.Send(request);
            return answer.StatusCode == HttpStatusCode.OK ? null : $"{(int)answer.StatusCode}";
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException)
        {
            return cause.Message;
        }
    }
}
