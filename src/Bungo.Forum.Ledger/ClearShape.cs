using System.Buffers;

namespace Bungo.Forum.Ledger;

/// <summary>
/// What a clear value of a leaf may look like. A leaf can never be taken back, so its clear part holds codes,
/// random ids, counts, flags and times; each shape here is too narrow to carry a sentence, and codes refuse
/// long runs of digits, so that an identity or telephone number cannot slip in as one.
/// </summary>
public enum ClearShape
{
    /// <summary>A random id, of an act or of an object.</summary>
    Id,
    Ids,

    /// <summary>1 to 40 of <c>A-Z a-z 0-9 . _ / -</c>, beginning with a letter or digit, at most 8 digits in a row.</summary>
    Code,
    Codes,

    /// <summary>An integer from 0.</summary>
    Count,
    Counts,
    Flag,

    /// <summary>An instant to the second, as in <c>t</c>.</summary>
    Time,

    /// <summary>32 bytes as base64url, 43 characters: the root of a Merkle tree.</summary>
    Root,

    /// <summary>A verifier key of a signed note: up to 200 printable ASCII characters without blanks.</summary>
    VerifierKey,

    /// <summary>A list of <c>{"i": act id, "label": label}</c>: which commitments are meant.</summary>
    Targets,
}

internal static class ClearShapes
{
    private const int LongestCode = 40;
    private const int LongestDigitRun = 8; // a date, 20261124
    private const int LongestVerifierKey = 200;

    private static readonly SearchValues<char> CodeAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-");

    /// <exception cref="LedgerFormatException">The value does not have the shape.</exception>
    public static void Require(this ClearShape shape, string path, CanonicalValue value)
    {
        switch (shape)
        {
            case ClearShape.Ids:
                Each(ClearShape.Id, path, value);
                break;
            case ClearShape.Codes:
                Each(ClearShape.Code, path, value);
                break;
            case ClearShape.Counts:
                Each(ClearShape.Count, path, value);
                break;
            case ClearShape.Targets:
                RequireTargets(path, value);
                break;
            case ClearShape.Flag:
                if (value is not CanonicalBoolean) throw LedgerFormatException.AtPath(LedgerFault.WrongType, path);
                break;
            case ClearShape.Count:
                if (value is not CanonicalInteger count) throw LedgerFormatException.AtPath(LedgerFault.WrongType, path);
                if (count.Value < 0) throw LedgerFormatException.AtPath(LedgerFault.CountForm, path);
                break;
            default:
                RequireText(shape, path, value);
                break;
        }
    }

    public static bool IsCode(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > LongestCode || !char.IsAsciiLetterOrDigit(text[0]) || text.ContainsAnyExcept(CodeAlphabet)) return false;
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run > LongestDigitRun) return false;
        }

        return true;
    }

    private static void RequireText(ClearShape shape, string path, CanonicalValue value)
    {
        if (value is not CanonicalText { Value: var text }) throw LedgerFormatException.AtPath(LedgerFault.WrongType, path);
        var (isRight, fault) = shape switch
        {
            ClearShape.Id => (RandomId.TryRead(text, out _), LedgerFault.IdForm),
            ClearShape.Code => (IsCode(text), LedgerFault.CodeForm),
            ClearShape.Time => (LedgerTime.TryRead(text, out _), LedgerFault.TimeForm),
            ClearShape.Root => (Commitment.TryRead(text, out _), LedgerFault.DigestForm),
            ClearShape.VerifierKey => (IsVerifierKey(text), LedgerFault.VerifierKeyForm),
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
        if (!isRight) throw LedgerFormatException.AtPath(fault, path, text);
    }

    private static void Each(ClearShape shape, string path, CanonicalValue value)
    {
        if (value is not CanonicalArray items) throw LedgerFormatException.AtPath(LedgerFault.WrongType, path);
        for (var i = 0; i < items.Count; i++) shape.Require($"{path}[{i}]", items[i]);
    }

    private static void RequireTargets(string path, CanonicalValue value)
    {
        if (value is not CanonicalArray items) throw LedgerFormatException.AtPath(LedgerFault.WrongType, path);
        for (var i = 0; i < items.Count; i++)
        {
            ErasureTarget.Read($"{path}[{i}]", items[i]);
        }
    }

    private static bool IsVerifierKey(string text) =>
        text.Length is >= 1 and <= LongestVerifierKey && text.All(c => c is > ' ' and <= '~');
}
