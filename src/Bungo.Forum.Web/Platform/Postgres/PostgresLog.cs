namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// What the private server says, in one file of bounded size with one predecessor (`postgres.log.1`). A full disk
/// must not stop the reading of the server's pipe, or the server itself would stop with it; so writing may fail, and
/// the last lines stay in memory for the message that tells why a start failed.
/// </summary>
internal sealed class PostgresLog(string path, long limitBytes = 8 * 1024 * 1024) : IDisposable
{
    private const int KeptLines = 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _latest = new();
    private StreamWriter? _file;

    internal void Write(string line)
    {
        lock (_gate)
        {
            _latest.Enqueue(line);
            if (_latest.Count > KeptLines)
                _latest.Dequeue();
            try
            {
                Append(line);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Abandon();
            }
        }
    }

    internal string Latest()
    {
        lock (_gate)
            return string.Join(Environment.NewLine, _latest);
    }

    public void Dispose()
    {
        lock (_gate)
            _file?.Dispose();
    }

    // To close it properly would write what it still holds, and fail again.
    private void Abandon()
    {
        (_file?.BaseStream as FileStream)?.SafeFileHandle.Dispose();
        _file = null;
    }

    private void Append(string line)
    {
        if (_file is { BaseStream.Length: var length } && length > limitBytes)
        {
            _file.Dispose();
            _file = null;
        }
        _file ??= Open();
        _file.WriteLine(line);
    }

    private StreamWriter Open()
    {
        if (new FileInfo(path) is { Exists: true, Length: var length } && length > limitBytes)
            File.Move(path, path + ".1", overwrite: true);
        return new StreamWriter(new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        { AutoFlush = true };
    }
}
