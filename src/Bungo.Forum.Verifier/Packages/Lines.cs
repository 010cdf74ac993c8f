using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Packages;

/// <summary>
/// The lines of a file as bytes, each ended by one LF; nothing else is a line end, and nothing is decoded, for
/// what is hashed are the bytes. Memory is bounded by the longest line allowed, not by the file: a longer line is
/// passed over, and told of.
/// </summary>
internal sealed class Lines(Stream file, int longest)
{
    private const byte LineFeed = (byte)'\n';

    private byte[] _buffer = new byte[64 * 1024];
    private int _begin;
    private int _end;

    public long Number { get; private set; }

    /// <summary>What was wrong with the line as a line; its bytes are then not to be used.</summary>
    public VerifyFault? Fault { get; private set; }

    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether there is another line; <see cref="Current"/> is valid until the next call.</summary>
    public bool Next()
    {
        Fault = null;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_begin + searched, _end - _begin - searched).IndexOf(LineFeed);
            if (at >= 0) return Take(searched + at, ended: true);
            searched = _end - _begin;
            if (searched > longest)
            {
                Fault = VerifyFault.LineTooLong;
                (_begin, _end, searched) = (0, 0, 0);
            }

            if (!Fill()) return (searched > 0 || Fault is not null) && Take(searched, ended: false);
        }
    }

    private bool Take(int length, bool ended)
    {
        Number++;
        Current = _buffer.AsMemory(_begin, length);
        if (length > longest) Fault = VerifyFault.LineTooLong;
        if (!ended) Fault ??= VerifyFault.LineNotEnded;
        _begin += ended ? length + 1 : length;
        return true;
    }

    private bool Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin.._end).CopyTo(_buffer);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
