using System.Globalization;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;

namespace Bungo.Forum.Web.Platform.Sequencing.Witnesses;

/// <summary>What is known of a witness: the last checkpoint of ours that it cosigned.</summary>
public sealed record WitnessStanding(Witness Witness, TreeHead? Head, DateTimeOffset? At);

/// <summary>Why a cosignature was not taken.</summary>
public enum CosignatureRefusal
{
    Malformed,

    /// <summary>No witness of the policy signed it, or a line under its name is not its own.</summary>
    NotByAWitness,

    /// <summary>Not a head of this log: another log, one longer than ours, or a fork of it.</summary>
    OfAnotherLog,
}

/// <summary>
/// Keeps what witnesses signed: of each its newest line in a file named by its key, and beside the log's files the newest
/// checkpoint that has a quorum (<c>disaksikan</c>). From here cosignatures come into the served checkpoint and into
/// receipts. Nothing is believed of what is handed in: a line counts when its key is the policy's, its signature holds
/// and its checkpoint is proven to be a beginning of this log.
/// </summary>
public sealed class Cosignatures(LogFolder files)
{
    private static readonly NSecVerifier Verifier = new();

    private readonly Lock _one = new();

    /// <returns>Null when it was taken, also when it is no news.</returns>
    public CosignatureRefusal? Take(ReadOnlySpan<byte> bytes)
    {
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            (note, checkpoint) = Checkpoint.ParseSigned(bytes);
        }
        catch (LedgerFormatException)
        {
            return CosignatureRefusal.Malformed;
        }

        var policy = files.Published;
        var check = note.Verify(policy.Witnesses.Select(w => w.Key), Verifier);
        if (!check.IsTrusted) return CosignatureRefusal.NotByAWitness;
        if (!IsOurs(checkpoint)) return CosignatureRefusal.OfAnotherLog;
        lock (_one)
        {
            foreach (var signature in check.SignedBy) Keep(note, checkpoint, signature);
            Promote(policy, note, checkpoint);
        }

        return null;
    }

    public IReadOnlyList<WitnessStanding> Standings() => [.. files.Published.Witnesses.Select(w =>
        Of(w.Key) is var (note, checkpoint) ? new WitnessStanding(w, checkpoint.Head, At(note, w.Key)) : new(w, null, null))];

    /// <summary>The note with the lines of all witnesses that cosigned just this checkpoint.</summary>
    public SignedNote Onto(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.With(Kept(files.Published, note.Text));
    }

    private IEnumerable<NoteSignature> Kept(TrustPolicy policy, string text) =>
        policy.Witnesses.SelectMany(w => Of(w.Key) is var (had, _) && had.Text == text ? had.Signatures.Where(s => IsBy(s, w.Key)) : []);

    private (SignedNote Note, Checkpoint Checkpoint)? Of(VerifierKey witness) =>
        DurableFile.Read(PathOf(witness)) is { } bytes ? Checkpoint.ParseSigned(bytes) : null;

    private void Keep(SignedNote note, Checkpoint checkpoint, VerifiedSignature signature)
    {
        if (Of(signature.Key) is var (had, older) && (older.Size > checkpoint.Size || (older.Size == checkpoint.Size && At(had, signature.Key) >= signature.At))) return;
        DurableFile.Write(PathOf(signature.Key), SignedNote.Of(note.Text, [.. Valid(note.Text, note.Signatures, signature.Key)]).ToBytes());
    }

    private void Promote(TrustPolicy policy, SignedNote cosigned, Checkpoint checkpoint)
    {
        var witnessed = files.Witnessed();
        if (policy.Quorum is null || witnessed?.Checkpoint.Size > checkpoint.Size) return;
        // The log's own line belongs under it; what a witness handed back may lack it.
        var published = new[] { files.Head()?.Note, witnessed?.Note }.OfType<SignedNote>().Where(n => n.Text == cosigned.Text).SelectMany(n => n.Signatures);
        List<NoteSignature> all = [.. published, .. Kept(policy, cosigned.Text), .. cosigned.Signatures];
        var whole = SignedNote.Of(cosigned.Text, [.. policy.Keys.SelectMany(key => Valid(cosigned.Text, all, key))]);
        if (whole.ToString() == witnessed?.Note.ToString()) return;
        if (policy.Judge(whole, checkpoint, Verifier).IsWitnessed) files.WriteWitnessed(whole.ToBytes());
    }

    /// <summary>
    /// Of a key the newest line that holds. All others are left out: anybody may write below a note whatever they like before
    /// they hand it in, and what is kept here goes out to everybody under the log's name.
    /// </summary>
    private static IEnumerable<NoteSignature> Valid(string text, IEnumerable<NoteSignature> lines, VerifierKey key) => lines
        .Where(line => IsBy(line, key))
        .Select(line => (Line: line, Check: SignedNote.Of(text, line).Verify([key], Verifier)))
        .Where(one => one.Check.IsTrusted)
        .OrderByDescending(one => one.Check.SignedBy[0].At)
        .Select(one => one.Line)
        .Take(1);

    private bool IsOurs(Checkpoint checkpoint)
    {
        if (files.Head() is not var (_, head) || checkpoint.Origin != head.Origin || checkpoint.Size > head.Size || checkpoint.Size == 0) return false;
        if (checkpoint.Size == head.Size) return checkpoint.Root == head.Root;
        return new ProvingTree(head.Size, files).Consistency(checkpoint.Size).Check(checkpoint.Root, head.Root) is null;
    }

    private string PathOf(VerifierKey key) => files.CosignaturePath(key.Id.ToString("x8", CultureInfo.InvariantCulture));

    private static bool IsBy(NoteSignature line, VerifierKey key) => line.Name == key.Name && line.KeyId == key.Id;

    private static DateTimeOffset? At(SignedNote note, VerifierKey key) => note.Verify([key], Verifier).SignedBy is [var signed, ..] ? signed.At : null;
}
