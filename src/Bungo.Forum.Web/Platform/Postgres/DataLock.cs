using System.Globalization;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// One process at a time starts a server on a data folder. The lock is the kernel's (flock, by FileShare.None), so it
/// ends with the process however that ends, also across containers that share the folder; the number inside the file
/// is only for the message. The file is never deleted: deleting a locked file lets two processes hold "the" lock.
/// </summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    private DataLock(FileStream file) => _file = file;

    /// <summary>Null when another process holds it.</summary>
    internal static DataLock? TryTake(string dataDirectory)
    {
        var path = PathIn(dataDirectory);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new DataLock(file);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw NotOurs(dataDirectory, cause);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    internal static async Task<OperatorException> InUseAsync(string dataDirectory, CancellationToken cancel)
    {
        // Not File.ReadAllText: that asks for a shared lock of its own, which the holder's lock refuses.
        var (_, number) = await Tool.RunAsync(ServerUser.Self, "cat", [PathIn(dataDirectory)], cancel);
        var holder = number.Length > 0 && number.All(char.IsAsciiDigit) ? $" (PID {number})" : "";
        return new OperatorException(
            $"Data di {dataDirectory} sedang dipakai proses lain{holder}. Hentikan dulu proses itu, pilih folder lain dengan "
            + "FORUM_DATA, atau atur ConnectionStrings__Forum bila beberapa proses perlu berbagi satu basis data.",
            $"The data there is in use by another process{holder}. Stop it first, choose another folder with FORUM_DATA, or "
            + "set ConnectionStrings__Forum when several processes are to share one database.");
    }

    internal static OperatorException NotOurs(string dataDirectory, UnauthorizedAccessException cause) => new(
        $"Pengguna ini tidak boleh memakai data di {dataDirectory}: {cause.Message} Jalankan sebagai pemiliknya atau sebagai "
        + "root, atau pilih folder lain dengan FORUM_DATA.",
        "This user may not use the data there. Run as its owner or as root, or choose another folder with FORUM_DATA.",
        cause);

    public void Dispose() => _file.Dispose();

    private static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, "postgres.lock");
}
