using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Log;

/// <summary>
/// Whom the check believes: keys or a policy that the person who checks brought along, from the decree or the
/// institution's site. Failing that, what the package says of itself; then the check proves that the package
/// agrees with itself and no more, and the report says so.
/// </summary>
/// <param name="AreBrought">Not taken from the package.</param>
/// <param name="Ranges">For which sizes each key is good, as the package tells; null when it does not.</param>
internal sealed record TrustAnchors(TrustPolicy Policy, bool AreBrought, KeyList? Ranges)
{
    private const int Longest = 1 << 20;

    /// <exception cref="PackageUnreadableException">A key or policy on the command line is none, or there is neither there nor in the package.</exception>
    public static TrustAnchors Of(Package package, IReadOnlyList<string> keys, string? policyFile, Action<Finding> report)
    {
        var own = Read(package, Package.Policy, TrustPolicy.Parse, report);
        var ranges = Read(package, Package.Keys, KeyList.Parse, report);
        if (policyFile is not null) return new(GivenFile.Read(policyFile, Longest, TrustPolicy.Parse), true, ranges);
        if (keys.Count > 0)
        {
            var logs = keys.Select(key => new TrustedLog(GivenFile.Parse(key, _ => VerifierKey.Parse(key)))).ToList();
            return new(new([.. logs.Where(l => l.Key.Algorithm == NoteAlgorithm.Ed25519)], own?.Witnesses ?? [], own?.Groups ?? [], own?.Quorum), true, ranges);
        }

        if (own is null && ranges is null) throw new PackageUnreadableException(Unreadable.FileMissing, Package.Policy);
        own ??= new([], [], [], null);
        // Keys that were replaced are no longer in the policy, but what they signed in their time stays good.
        var former = ranges?.Keys.Where(k => !own.Logs.Any(l => l.Key.Equals(k.Key))).Select(k => new TrustedLog(k.Key)) ?? [];
        return new(own with { Logs = [.. own.Logs, .. former] }, false, ranges);
    }

    /// <summary>Whether a key that signed a checkpoint of this size was the log's at that size.</summary>
    public bool IsGood(PolicyCheck check, long size) =>
        check.Failed.Count == 0 && check.Logs.Any(key => Ranges is null || Ranges.Keys.Any(k => k.Key.Equals(key) && k.Covers(size)));

    private static T? Read<T>(Package package, string file, Parser<T> parse, Action<Finding> report)
        where T : class
    {
        if (package.Read(file, Longest) is not { } bytes) return null;
        try
        {
            return parse(bytes);
        }
        catch (LedgerFormatException malformed)
        {
            report(new(file, null, VerifyFault.Malformed, Malformed: malformed));
            return null;
        }
    }
}

internal delegate T Parser<out T>(ReadOnlySpan<byte> bytes);

/// <summary>Files that are named on the command line. When one is not what it should be there is nothing to judge by.</summary>
internal static class GivenFile
{
    public static T Read<T>(string path, int longest, Parser<T> parse)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > longest) throw new PackageUnreadableException(Unreadable.FileMalformed, path);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Parse(path, _ => parse(bytes));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PackageUnreadableException(Unreadable.NotFound, path, missing);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or (IOException and not PackageUnreadableException))
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, path, cause);
        }
    }

    public static T Parse<T>(string what, Func<string, T> parse)
    {
        try
        {
            return parse(what);
        }
        catch (LedgerFormatException malformed)
        {
            throw new PackageUnreadableException(Unreadable.FileMalformed, what, malformed);
        }
    }
}
