using System.Security.Cryptography;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The folders of the private server. Beside the data folder's other files stand `postgres.lock`, `.log` and
/// `.endpoint` (where the running server listens, for those who join), and the folder `postgres` with the cluster.
///
/// Started by root, the server's user must be able to enter all parents of its cluster. The data folder itself is
/// ours, so it is opened for passing through (not for listing). A parent is not ours to open: below one that shuts the
/// user out, such as the home of root, the cluster goes to a folder of its own under /var/lib instead, and
/// `postgres.location` says where. Deleting the data folder thus still begins anew: a new location is always a new name.
/// </summary>
internal sealed class PostgresHome
{
    internal const string OutsideRoot = "/var/lib/bungo-forum";

    // A Unix socket's whole path has 107 bytes; "/.s.PGSQL.5432.lock" needs 19 of them.
    private const int LongestSocketFolder = 88;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PassThrough = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _dataDirectory;
    private readonly string _folder;

    private PostgresHome(string dataDirectory, string folder)
    {
        _dataDirectory = dataDirectory;
        _folder = folder;
    }

    internal string Cluster => Path.Combine(_folder, "data");
    internal string Log => Path.Combine(_dataDirectory, "postgres.log");
    internal string Endpoint => EndpointIn(_dataDirectory);
    internal string UnfinishedPrefix => Cluster + ".init-";

    internal static string EndpointIn(string dataDirectory) => Path.Combine(dataDirectory, "postgres.endpoint");

    /// <summary>The path without symbolic links, as the kernel will name it in /proc; the folder is made when missing.</summary>
    internal static async Task<string> PrepareAsync(string dataDirectory, CancellationToken cancel)
    {
        var (_, path) = await Tool.RunAsync(ServerUser.Self, "realpath", ["-m", "--", Path.GetFullPath(dataDirectory)], cancel);
        try
        {
            Directory.CreateDirectory(path, Environment.IsPrivilegedProcess ? OwnerOnly | PassThrough : OwnerOnly);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"Folder data {path} tidak dapat dibuat: {cause.Message} Pilih folder lain dengan FORUM_DATA.",
                "The data folder cannot be created. Choose another one with FORUM_DATA.",
                cause);
        }
        return path;
    }

    /// <summary>Only under the data folder's lock. Gives the home and the user that the server runs under.</summary>
    internal static async Task<(PostgresHome Home, ServerUser User)> OpenAsync(
        string dataDirectory, string outsideRoot, IProgress<string>? progress, CancellationToken cancel)
    {
        var location = Path.Combine(dataDirectory, "postgres.location");
        var inside = Path.Combine(dataDirectory, "postgres");
        var home = new PostgresHome(dataDirectory, File.Exists(location) ? await ReadLocationAsync(location, cancel) : inside);
        var user = await ServerUser.ForAsync(home.Cluster, cancel);
        Directory.CreateDirectory(home._folder, user.Id is null ? OwnerOnly : OwnerOnly | PassThrough);
        if (await home.LetInAsync(user, cancel))
            return (home, user);

        if (File.Exists(location) || Directory.Exists(home.Cluster))
            throw await home.ShutOutAsync(user, cancel);
        Directory.Delete(inside);
        home = new PostgresHome(dataDirectory, Path.Combine(outsideRoot, RandomNumberGenerator.GetHexString(12, lowercase: true)));
        Directory.CreateDirectory(home._folder, OwnerOnly | PassThrough);
        if (!await home.LetInAsync(user, cancel))
            throw await home.ShutOutAsync(user, cancel);
        // Written before the cluster is made: a crash after this line leaves an empty folder, which the next start fills.
        await File.WriteAllTextAsync(location, home._folder + "\n", cancel);
        progress?.Report($"Basis data disimpan di / the database is kept in {home._folder}");
        return (home, user);
    }

    /// <summary>
    /// Where the server listens: no port, no password, only a socket in a folder that its user (and root) can enter.
    /// Inside the home when the path is short enough, else under /tmp with a name nobody can have prepared.
    /// </summary>
    internal async Task<string> SocketFolderAsync(ServerUser user, CancellationToken cancel)
    {
        RemoveSocketFolder();
        var folder = Path.Combine(_folder, "run");
        // Npgsql takes a comma for a list of hosts.
        if (System.Text.Encoding.UTF8.GetByteCount(folder) > LongestSocketFolder || folder.Contains(','))
            (_, folder) = await Tool.RunAsync(ServerUser.Self, "mktemp", ["-d", "/tmp/forum-XXXXXXXX"], cancel);
        await user.GiveFolderAsync(folder, cancel);
        return folder;
    }

    /// <summary>The socket has a lock file of the same kind as `postmaster.pid`, stale in the same way.</summary>
    internal static void ClearSockets(string socketFolder)
    {
        foreach (var file in Directory.GetFiles(socketFolder))
            File.Delete(file);
    }

    /// <summary>Also clears what a killed run left under /tmp: the endpoint still names it.</summary>
    internal void RemoveSocketFolder()
    {
        if (!File.Exists(Endpoint))
            return;
        var folder = File.ReadAllText(Endpoint).Trim();
        File.Delete(Endpoint);
        if (folder.StartsWith("/tmp/forum-", StringComparison.Ordinal) && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> ReadLocationAsync(string location, CancellationToken cancel)
    {
        var folder = (await File.ReadAllTextAsync(location, cancel)).Trim();
        return Directory.Exists(folder)
            ? folder
            : throw new OperatorException(
                $"Menurut {location} basis datanya ada di {folder}, tetapi folder itu tidak ada. Kembalikan folder itu, atau hapus berkas penunjuknya untuk mulai dari kosong.",
                "The database should be in that folder, which does not exist. Bring it back, or delete the pointing file to begin with an empty one.");
    }

    private async Task<bool> LetInAsync(ServerUser user, CancellationToken cancel)
    {
        if (user.Id is null || await user.CanEnterAsync(_folder, cancel))
            return true;
        foreach (var ours in new[] { _dataDirectory, _folder }.Where(Directory.Exists))
            File.SetUnixFileMode(ours, File.GetUnixFileMode(ours) | PassThrough);
        return await user.CanEnterAsync(_folder, cancel);
    }

    private async Task<OperatorException> ShutOutAsync(ServerUser user, CancellationToken cancel)
    {
        var closed = _folder;
        for (var folder = closed; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!await user.CanEnterAsync(folder, cancel))
                closed = folder;
        }
        return new OperatorException(
            $"Server basis data berjalan sebagai pengguna {user.Id}, yang tidak dapat memasuki {closed}. Izinkan dengan: chmod o+x '{closed}', atau pindahkan datanya dengan FORUM_DATA.",
            "The database server runs as that user, who cannot enter that folder. Allow it with the command above, or move the data with FORUM_DATA.");
    }
}
