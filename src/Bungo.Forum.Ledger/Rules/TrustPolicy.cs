using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Ledger.Rules;

/// <summary>A witness as the policy names it.</summary>
public sealed record Witness(string Name, VerifierKey Key, string? Url = null);

/// <summary>A log that the policy trusts; one line a key, so a log in rotation has two.</summary>
public sealed record TrustedLog(VerifierKey Key, string? Url = null);

/// <summary>Members of which a certain number must have signed.</summary>
public sealed record WitnessGroup(string Name, int Threshold, IReadOnlyList<string> Members);

/// <summary>
/// Whom to believe (C2SP tlog-policy): the keys of the log, the witnesses, and how many of them make a quorum. It
/// is published beside the log, but whoever takes it from there has asked the log itself; the regent's decree
/// and the evaluator's site carry it too.
/// </summary>
/// <param name="Quorum">A witness or group; null when no cosignature is demanded.</param>
public sealed record TrustPolicy(
    IReadOnlyList<TrustedLog> Logs, IReadOnlyList<Witness> Witnesses, IReadOnlyList<WitnessGroup> Groups, string? Quorum)
{
    internal const string NoQuorum = "none";

    /// <exception cref="LedgerFormatException">Not a policy; the exception names the byte at which its line begins.</exception>
    public static TrustPolicy Parse(ReadOnlySpan<byte> bytes) => new PolicyReader().Read(bytes);

    public IEnumerable<VerifierKey> Keys => Logs.Select(l => l.Key).Concat(Witnesses.Select(w => w.Key));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var log in Logs) text.Append("log ").Append(log.Key).Append(Behind(log.Url)).Append('\n');
        foreach (var witness in Witnesses) text.Append("witness ").Append(witness.Name).Append(' ').Append(witness.Key).Append(Behind(witness.Url)).Append('\n');
        foreach (var group in Groups) text.Append(CultureInfo.InvariantCulture, $"group {group.Name} {group.Threshold} {string.Join(' ', group.Members)}\n");
        return text.Append("quorum ").Append(Quorum ?? NoQuorum).Append('\n').ToString();

        static string Behind(string? url) => url is null ? "" : " " + url;
    }

    /// <summary>Who signed this checkpoint, and whether that is enough.</summary>
    public PolicyCheck Judge(SignedNote note, Checkpoint checkpoint, ISignatureVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var check = note.Verify(Keys, verifier);
        var cosigned = Witnesses.Where(w => check.SignedBy.Any(s => s.Key.Equals(w.Key)))
            .ToDictionary(w => w.Name, w => check.SignedBy.First(s => s.Key.Equals(w.Key)).At!.Value);
        // A log key signs for its own log only: the name of the key is the origin.
        var logs = check.SignedBy.Where(s => s.Key.Name == checkpoint.Origin && Logs.Any(l => l.Key.Equals(s.Key))).Select(s => s.Key).ToList();
        return new(logs, cosigned, check.Failed, Quorum is null || Reached(Quorum, cosigned.Keys));
    }

    private bool Reached(string name, ICollection<string> cosigned) =>
        Groups.FirstOrDefault(g => g.Name == name) is { } group
            ? group.Members.Count(member => Reached(member, cosigned)) >= group.Threshold
            : cosigned.Contains(name);
}

/// <param name="Logs">Keys of the log that signed.</param>
/// <param name="Witnesses">Witnesses that cosigned, and when.</param>
/// <param name="Failed">Keys under whose name a line stands that they did not make.</param>
/// <param name="IsQuorum">Whether the witnesses are enough; always so when the policy demands none.</param>
public sealed record PolicyCheck(
    IReadOnlyList<VerifierKey> Logs, IReadOnlyDictionary<string, DateTimeOffset> Witnesses, IReadOnlyList<VerifierKey> Failed, bool IsQuorum)
{
    public bool IsSigned => Logs.Count > 0 && Failed.Count == 0;

    public bool IsWitnessed => IsSigned && IsQuorum && Witnesses.Count > 0;
}
