using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;

namespace Bungo.Forum.Ledger.Rules;

/// <summary>What a witness answers to <c>add-checkpoint</c> (C2SP tlog-witness). The value is the HTTP status.</summary>
public enum WitnessAnswer
{
    /// <summary>Cosign: store the new head first, in one step with looking at the old one, then answer.</summary>
    Cosigned = 200,

    /// <summary>Not a request, or one whose old size exceeds the new.</summary>
    Malformed = 400,

    /// <summary>No valid signature by a key of that log, or an invalid one under its name.</summary>
    NotSigned = 403,
    UnknownLog = 404,

    /// <summary>The request starts from another size than the witness does, or shows another tree of the same size.</summary>
    Conflict = 409,

    /// <summary>The newer tree is not shown to begin with the older.</summary>
    Inconsistent = 422,
}

/// <summary>A log as a witness knows it.</summary>
/// <param name="Last">What it cosigned last; <see cref="TreeHead.Empty"/> before the first time.</param>
public sealed record WitnessedLog(string Origin, IReadOnlyList<VerifierKey> Keys, TreeHead Last);

/// <param name="KnownSize">For <see cref="WitnessAnswer.Conflict"/>: the size to start from, told to the log as <c>text/x.tlog.size</c>.</param>
/// <param name="Malformed">Where the request is not one.</param>
/// <param name="Proof">Why the proof proves nothing.</param>
public sealed record WitnessDecision(
    WitnessAnswer Answer, Checkpoint? Checkpoint = null, long? KnownSize = null, LedgerFormatException? Malformed = null, ProofFault? Proof = null)
{
    public bool MayCosign => Answer == WitnessAnswer.Cosigned;
}

/// <summary>
/// The whole judgement of a witness, without clock, key or store, for the push way and the pull way alike. A
/// witness that pulls makes the request itself, from what it fetched.
/// </summary>
public static class WitnessRule
{
    public const string SizeMediaType = "text/x.tlog.size";

    /// <param name="find">The log of an origin, or null.</param>
    public static WitnessDecision Judge(ReadOnlySpan<byte> body, Func<string, WitnessedLog?> find, ISignatureVerifier verifier)
    {
        AddCheckpoint request;
        try
        {
            request = AddCheckpoint.Parse(body);
        }
        catch (LedgerFormatException malformed)
        {
            return new(WitnessAnswer.Malformed, Malformed: malformed);
        }

        return Judge(request, find, verifier);
    }

    public static WitnessDecision Judge(AddCheckpoint request, Func<string, WitnessedLog?> find, ISignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(find);
        var checkpoint = request.Checkpoint;
        if (find(checkpoint.Origin) is not { } log) return new(WitnessAnswer.UnknownLog, checkpoint);
        if (!request.Note.Verify(log.Keys, verifier).IsTrusted) return new(WitnessAnswer.NotSigned, checkpoint);
        if (request.OldSize > checkpoint.Size) return new(WitnessAnswer.Malformed, checkpoint, Proof: ProofFault.SizesReversed);
        if (request.OldSize != log.Last.Size) return new(WitnessAnswer.Conflict, checkpoint, log.Last.Size);
        if (checkpoint.Size == log.Last.Size && checkpoint.Root != log.Last.Root) return new(WitnessAnswer.Conflict, checkpoint, log.Last.Size);
        var fault = new ConsistencyProof(request.OldSize, checkpoint.Size, request.Proof).Check(log.Last.Root, checkpoint.Root);
        return fault is null ? new(WitnessAnswer.Cosigned, checkpoint) : new(WitnessAnswer.Inconsistent, checkpoint, Proof: fault);
    }
}
