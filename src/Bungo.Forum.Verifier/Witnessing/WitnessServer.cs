using System.Buffers;
using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>
/// The push way (C2SP tlog-witness): a log sends its new checkpoint and is answered at once. It may stand in the open
/// behind a proxy that speaks TLS: whoever asks without the log's signature gets nothing, and what is asked is
/// bounded in size and time.
/// </summary>
public static class WitnessServer
{
    private const string Text = "text/plain; charset=utf-8";

    public static WebApplication Build(WitnessFolder folder, string urls, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = SignedNote.Longest;
        });
        var app = builder.Build();
        var cosigner = new Cosigner(folder, clock);
        // Who this is, for whoever writes the policy; the key is compared on paper all the same.
        app.MapGet("/", () => Results.Text(folder.Signer.Key + "\n", Text));
        // Of the request and not of its context: a handler of the context alone is taken for one that writes its answer itself.
        app.MapPost("/add-checkpoint", async (HttpRequest request) =>
        {
            try
            {
                return Answer(cosigner, await BodyAsync(request));
            }
            catch (BadHttpRequestException wrong)
            {
                // Too long, or broken off: the sender's fault, and not one for the log of errors.
                return Results.StatusCode(wrong.StatusCode);
            }
        });
        return app;
    }

    private static IResult Answer(Cosigner cosigner, byte[] body)
    {
        var (decision, cosignature) = cosigner.Ask(body);
        var status = (int)decision.Answer;
        return decision switch
        {
            { MayCosign: true } => Results.Text(cosignature!.ToLine(), Text),
            { KnownSize: { } size } => Results.Text(size.ToString(CultureInfo.InvariantCulture) + "\n", WitnessRule.SizeMediaType, Encoding.ASCII, status),
            _ => Results.Text((decision.Malformed?.Fault.ToString() ?? decision.Proof?.ToString() ?? decision.Answer.ToString()) + "\n", Text, statusCode: status),
        };
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await request.Body.ReadAsync(bytes.GetMemory(4096), request.HttpContext.RequestAborted)) > 0) bytes.Advance(read);
        return bytes.WrittenSpan.ToArray();
    }
}
