using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;

namespace Bungo.Forum.Web.Platform.Sequencing.Witnesses;

/// <summary>How asking a witness ended.</summary>
public enum PushEnd
{
    Cosigned,

    /// <summary>It already has this head from us.</summary>
    NoNews,

    /// <summary>No answer in time, or none that is one.</summary>
    Unreachable,

    /// <summary>It does not know this log, or not its key.</summary>
    UnknownToIt,

    /// <summary>It has seen a longer log, or another one, than we have: the worst that can be heard.</summary>
    Contradicts,
}

/// <summary>
/// Sends the newest checkpoint to each witness that has an address (C2SP tlog-witness, <c>add-checkpoint</c>), with the proof
/// from where that witness stands. Nothing waits for it: acts are numbered and receipts given whatever a witness does.
/// An answer is bounded in time and size and believed no more than one that is handed in.
/// </summary>
public sealed class WitnessPush(LogFolder files, Cosignatures cosignatures, HttpClient http)
{
    /// <summary>A witness in the same country answers in a fraction of it; one that does not is asked again later.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public const int LongestAnswer = 64 * 1024;

    /// <summary>A quiet log is cosigned anew now and then, so that silence of a witness can be told from silence of the log.</summary>
    private static readonly TimeSpan Anew = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, PushEnd> _ends = new();

    /// <summary>How it ended last, by the name of the witness; kept by this process only.</summary>
    public IReadOnlyDictionary<string, PushEnd> Ends => _ends;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (files.Head() is not var (note, checkpoint) || checkpoint.Size == 0) return;
        await Task.WhenAll(cosignatures.Standings().Where(s => s.Witness.Url is not null).Select(async s => _ends[s.Witness.Name] = await AskAsync(s, note, checkpoint, now, cancel)));
    }

    private async Task<PushEnd> AskAsync(WitnessStanding standing, SignedNote note, Checkpoint checkpoint, DateTimeOffset now, CancellationToken cancel)
    {
        if (standing.Head?.Size == checkpoint.Size && now - standing.At < Anew) return PushEnd.NoNews;
        try
        {
            var (status, body) = await SendAsync(standing.Witness, standing.Head?.Size ?? 0, note, checkpoint, cancel);
            // It stands elsewhere than we thought: an answer of its that was lost, or a pull that it did not hand over.
            if (status == HttpStatusCode.Conflict && SizeIn(body) is { } size && size <= checkpoint.Size)
                (status, body) = await SendAsync(standing.Witness, size, note, checkpoint, cancel);
            // A witness that pulls beside may have seen what was written since this round began.
            if (status == HttpStatusCode.Conflict && SizeIn(body) > checkpoint.Size && files.Head()?.Checkpoint.Size >= SizeIn(body)) return PushEnd.NoNews;
            return status switch
            {
                HttpStatusCode.OK => Take(standing.Witness, note, body),
                HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => PushEnd.Contradicts,
                HttpStatusCode.NotFound or HttpStatusCode.Forbidden => PushEnd.UnknownToIt,
                _ => PushEnd.Unreachable,
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return PushEnd.Unreachable;
        }
    }

    private PushEnd Take(Witness witness, SignedNote note, byte[] body)
    {
        try
        {
            // Only the lines under its own name: a witness does not speak for another.
            var lines = NoteSignature.ParseLines(body).Where(s => s.Name == witness.Key.Name && s.KeyId == witness.Key.Id).ToList();
            return lines.Count > 0 && cosignatures.Take(note.With(lines).ToBytes()) is null ? PushEnd.Cosigned : PushEnd.Unreachable;
        }
        catch (LedgerFormatException)
        {
            return PushEnd.Unreachable;
        }
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(Witness witness, long from, SignedNote note, Checkpoint checkpoint, CancellationToken cancel)
    {
        IReadOnlyList<TreeHash> proof = from == 0 || from == checkpoint.Size ? [] : new ProvingTree(checkpoint.Size, files).Consistency(from).Hashes;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(witness.Url!.TrimEnd('/') + "/add-checkpoint"))
        {
            Content = new ByteArrayContent(new AddCheckpoint(from, proof, note, checkpoint).ToBytes()),
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(limit.Token));
    }

    private static long? SizeIn(byte[] body) =>
        long.TryParse(Encoding.ASCII.GetString(body).TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
