using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// Files that are there whole or not at all, whatever dies: written aside, flushed to the disk, renamed into place.
/// Renaming is only durable once the folder is flushed too, which the framework offers no way to do.
/// </summary>
internal static class DurableFile
{
    private const string Aside = ".baru";
    private const UnixFileMode PublicMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode SecretMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write(string path, ReadOnlySpan<byte> bytes, bool secret = false)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var aside = path + Aside;
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = secret ? SecretMode : PublicMode,
        };
        using (var file = new FileStream(aside, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
        FlushFolder(folder);
    }

    public static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void FlushFolder(string folder)
    {
        const int readOnly = 0;
        var handle = Open(Encoding.UTF8.GetBytes(folder + char.MinValue), readOnly);
        if (handle < 0) throw new IOException($"{folder}: {new Win32Exception().Message}");
        try
        {
            if (Flush(handle) != 0) throw new IOException($"{folder}: {new Win32Exception().Message}");
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
