using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Bungo.Forum.Ledger;

/// <summary>
/// Base64 with padding as signed notes use it, one spelling for each run of bytes. The base library's decoder
/// passes over blanks and ignores the unused bits at the end; text that is compared and signed must not have
/// two readings, so what was decoded has to come out the same again.
/// </summary>
internal static class StandardBase64
{
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (text.Length % 4 != 0 || Base64.DecodeFromUtf8(text, decoded, out var read, out var written) != OperationStatus.Done || read != text.Length) return false;
        var again = new byte[text.Length];
        if (Base64.EncodeToUtf8(decoded.AsSpan(0, written), again, out _, out var length) != OperationStatus.Done || !text.SequenceEqual(again.AsSpan(0, length))) return false;
        bytes = decoded[..written];
        return true;
    }
}
