using System.Globalization;
using System.Text;
using Bungo.Forum.Ledger.Notes;

namespace Bungo.Forum.Ledger.Rules;

/// <summary>
/// Reads a policy line by line. A name must be defined before it is used, so a group cannot contain itself, and
/// each is a member once at most, so no witness counts twice.
/// </summary>
internal sealed class PolicyReader
{
    private const string Any = "any";
    private const string All = "all";

    private readonly List<TrustedLog> _logs = [];
    private readonly List<Witness> _witnesses = [];
    private readonly List<WitnessGroup> _groups = [];
    private readonly HashSet<string> _names = [TrustPolicy.NoQuorum];
    private readonly HashSet<string> _members = [];
    private string? _quorum;

    public TrustPolicy Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SignedNote.Longest) throw LedgerFormatException.AtByte(LedgerFault.TooLong, SignedNote.Longest);
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw LedgerFormatException.AtByte(LedgerFault.NotUtf8, 0);
        var lines = new LineReader(bytes);
        while (!lines.AtEnd)
        {
            var line = Encoding.UTF8.GetString(lines.Next());
            if (line.Any(c => c < ' ' && c != '\t')) throw lines.Fault(LedgerFault.ControlCharacter);
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#')) continue;
            if (ReadLine(words) is { } wrong) throw lines.Fault(wrong.Fault, wrong.Detail);
        }

        if (_quorum is null) throw LedgerFormatException.AtByte(LedgerFault.QuorumMissing, bytes.Length);
        return new(_logs, _witnesses, _groups, _quorum == TrustPolicy.NoQuorum ? null : _quorum);
    }

    private (LedgerFault Fault, string? Detail)? ReadLine(string[] words) => words switch
    {
        ["log", var key] => AddLog(key, null),
        ["log", var key, var url] => AddLog(key, url),
        ["witness", var name, var key] => AddWitness(name, key, null),
        ["witness", var name, var key, var url] => AddWitness(name, key, url),
        ["group", var name, var threshold, .. { Length: > 0 } members] => AddGroup(name, threshold, members),
        ["quorum", var name] => SetQuorum(name),
        ["log" or "witness" or "group" or "quorum", ..] => (LedgerFault.LineForm, null),
        _ => (LedgerFault.PolicyWordUnknown, words[0]),
    };

    private (LedgerFault, string?)? AddLog(string text, string? url)
    {
        if (ReadKey(text, NoteAlgorithm.Ed25519, out var key) is { } wrong) return wrong;
        _logs.Add(new(key, url));
        return null;
    }

    private (LedgerFault, string?)? AddWitness(string name, string text, string? url)
    {
        if (ReadKey(text, NoteAlgorithm.CosignatureV1, out var key) is { } wrong) return wrong;
        if (!_names.Add(name)) return (LedgerFault.PolicyNameRepeated, name);
        _witnesses.Add(new(name, key, url));
        return null;
    }

    private (LedgerFault, string?)? AddGroup(string name, string threshold, string[] members)
    {
        foreach (var member in members)
        {
            if (member == TrustPolicy.NoQuorum || !_names.Contains(member)) return (LedgerFault.PolicyNameUnknown, member);
            if (!_members.Add(member)) return (LedgerFault.PolicyMemberRepeated, member);
        }

        var enough = threshold switch
        {
            Any => 1,
            All => members.Length,
            _ => int.TryParse(threshold, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        };
        if (enough < 1 || enough > members.Length) return (LedgerFault.PolicyThreshold, threshold);
        if (!_names.Add(name)) return (LedgerFault.PolicyNameRepeated, name);
        _groups.Add(new(name, enough, members));
        return null;
    }

    private (LedgerFault, string?)? SetQuorum(string name)
    {
        if (_quorum is not null) return (LedgerFault.QuorumRepeated, null);
        if (!_names.Contains(name)) return (LedgerFault.PolicyNameUnknown, name);
        _quorum = name;
        return null;
    }

    private (LedgerFault, string?)? ReadKey(string text, NoteAlgorithm algorithm, out VerifierKey key)
    {
        key = null!;
        try
        {
            key = VerifierKey.Parse(text);
        }
        catch (LedgerFormatException wrong)
        {
            return (wrong.Fault, text);
        }

        if (key.Algorithm != algorithm) return (LedgerFault.KeyAlgorithmUnknown, text);
        // The same key under another name is still the same key, and would count twice.
        foreach (var other in _logs.Select(l => l.Key).Concat(_witnesses.Select(w => w.Key)))
            if (other.Algorithm == algorithm && other.PublicKey.SequenceEqual(key.PublicKey)) return (LedgerFault.PolicyKeyRepeated, text);
        return null;
    }
}
