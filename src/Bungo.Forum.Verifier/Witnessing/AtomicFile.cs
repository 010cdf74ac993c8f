using System.Runtime.InteropServices;
using System.Text;

namespace Bungo.Forum.Verifier.Witnessing;

/// <summary>
/// A file that is there whole, old or new, whatever dies: written aside, flushed, renamed. On Unix a rename lasts only
/// once the folder is flushed too, which the framework offers no way to do; NTFS keeps renames in its journal.
/// </summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] bytes, bool secret = false)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = path + ".baru";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
        if (!OperatingSystem.IsWindows()) FlushFolder(folder);
    }

    private static void FlushFolder(string folder)
    {
        var handle = Open(Encoding.UTF8.GetBytes(folder + char.MinValue), 0);
        if (handle < 0) throw new IOException(folder);
        try
        {
            if (Flush(handle) != 0) throw new IOException(folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
