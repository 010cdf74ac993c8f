using Bungo.Forum.Verifier.Packages;
using Microsoft.Win32.SafeHandles;

namespace Bungo.Forum.Verifier.Spilling;

/// <summary>
/// Room on disk for what does not fit into memory. The file has no name that anybody could open and none that could be left
/// behind: on Unix the name is taken away as soon as the file is open, on Windows the system itself deletes it when the
/// process ends, however it ends. It is made only when something is written: a small log needs none.
/// </summary>
internal sealed class TemporaryFile(Func<SafeFileHandle> open) : IDisposable
{
    private SafeFileHandle? _file;
    private long _end;

    public TemporaryFile()
        : this(OpenUnnamed)
    {
    }

    /// <returns>Where it stands.</returns>
    /// <exception cref="PackageUnreadableException">There is no room, and nothing can be judged.</exception>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file ??= open();
            RandomAccess.Write(_file, bytes, _end);
        }
        // Where a file may not grow further, as on a FAT drive, the framework calls the length an argument out of range.
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new PackageUnreadableException(Unreadable.NoRoom, Path.GetTempPath(), cause);
        }

        _end += bytes.Length;
        return _end - bytes.Length;
    }

    public void Read(long at, Span<byte> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var read = RandomAccess.Read(_file!, into[done..], at + done);
            if (read == 0) throw new PackageUnreadableException(Unreadable.NoRoom, Path.GetTempPath());
            done += read;
        }
    }

    public void Dispose() => _file?.Dispose();

    private static SafeFileHandle OpenUnnamed()
    {
        var path = Path.Combine(Path.GetTempPath(), "buku-periksa-" + Path.GetRandomFileName());
        if (OperatingSystem.IsWindows()) return File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path);
        return file;
    }
}
