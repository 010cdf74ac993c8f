namespace Bungo.Forum.Ledger;

/// <summary>
/// Bytes from outside are not what the ledger's format allows. This is the one way in which every reader of
/// this library refuses malformed input: an expected outcome that carries its place, to be caught where the
/// bytes came in and reported there. Misuse by the calling program throws the argument exceptions of the base
/// library instead, and is never caught.
/// </summary>
public sealed class LedgerFormatException : FormatException
{
    private LedgerFormatException(LedgerFault fault, int? offset, string? path, string? detail)
        : base(Describe(fault, offset, path, detail)) =>
        (Fault, Offset, Path, Detail) = (fault, offset, path, detail);

    public LedgerFault Fault { get; }

    /// <summary>Bytes before the fault, when it lies in the encoding.</summary>
    public int? Offset { get; }

    /// <summary>Where in the document, when its encoding is sound but its content is not: <c>c.body</c>.</summary>
    public string? Path { get; }

    /// <summary>The offending piece, shortened; it may hold anything, so show it only escaped.</summary>
    public string? Detail { get; }

    internal static LedgerFormatException AtByte(LedgerFault fault, int offset, string? detail = null) =>
        new(fault, offset, null, Shorten(detail));

    internal static LedgerFormatException AtPath(LedgerFault fault, string path, string? detail = null) =>
        new(fault, null, path, Shorten(detail));

    private static string? Shorten(string? detail) => detail is { Length: > 60 } ? detail[..57] + "..." : detail;

    private static string Describe(LedgerFault fault, int? offset, string? path, string? detail) =>
        (offset is { } at ? $"byte {at}" : path) + $": {fault}" + (detail is null ? "" : $" ({detail})");
}
