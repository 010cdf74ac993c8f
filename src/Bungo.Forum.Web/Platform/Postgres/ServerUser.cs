using System.Diagnostics;
using System.Globalization;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The user under whom the private server runs. PostgreSQL refuses to run as root, rightly: a stolen database session
/// must not own the machine. Started by an ordinary user, that user runs it; started by root, the owner of an existing
/// cluster does, so root and the developer can take turns on the same folder, or else Debian's user `postgres`.
/// setpriv (util-linux, on every Debian) changes the user without PAM, a login shell or a session of its own.
/// </summary>
internal sealed record ServerUser(int? Id, int? Group)
{
    internal static readonly ServerUser Self = new(null, null);

    internal static async Task<ServerUser> ForAsync(string cluster, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return Self;
        if (Directory.Exists(cluster))
            return await OwnerAsync(cluster, cancel);
        var id = await Tool.NumberAsync("id", ["-u", "postgres"], cancel);
        var group = await Tool.NumberAsync("id", ["-g", "postgres"], cancel);
        return id is > 0 && group is not null
            ? new ServerUser(id, group)
            : throw new OperatorException(
                "PostgreSQL tidak boleh berjalan sebagai root dan pengguna \"postgres\" tidak ada. Buat dengan: "
                + "adduser --system --group --no-create-home postgres",
                "PostgreSQL must not run as root and there is no user \"postgres\". Create it with the command above, or start as an ordinary user.");
    }

    private static async Task<ServerUser> OwnerAsync(string cluster, CancellationToken cancel)
    {
        var id = await Tool.NumberAsync("stat", ["-c", "%u", cluster], cancel);
        var group = await Tool.NumberAsync("stat", ["-c", "%g", cluster], cancel);
        return id is > 0 && group is not null
            ? new ServerUser(id, group)
            : throw new OperatorException(
                $"Folder {cluster} milik root, padahal PostgreSQL tidak boleh berjalan sebagai root. Kembalikan pemiliknya: chown -R postgres: '{cluster}'",
                "That folder belongs to root, under whom PostgreSQL must not run. Give it back to its owner with the command above.");
    }

    /// <summary>
    /// The environment is not handed on: it may hold secrets of the site, and PG* variables would bend the server. The
    /// working folder is one that every user can enter.
    /// </summary>
    internal ProcessStartInfo Command(string program, IEnumerable<string> arguments)
    {
        string[] change = Id is null
            ? []
            : ["setpriv", "--reuid=" + Number(Id), "--regid=" + Number(Group), "--clear-groups", "--"];
        string[] line = [.. change, program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    /// <summary>Makes the folder, or corrects its owner and mode; closed to everyone but the server's user (and root).</summary>
    internal async Task GiveFolderAsync(string path, CancellationToken cancel)
    {
        string[] owner = Id is null ? [] : ["-o", Number(Id), "-g", Number(Group)];
        var (exitCode, output) = await Tool.RunAsync(Self, "install", ["-d", "-m", "0700", .. owner, "--", path], cancel);
        if (exitCode != 0)
        {
            throw new OperatorException(
                $"Folder {path} tidak dapat dibuat: {output}",
                "That folder cannot be created; see the reason above.");
        }
    }

    internal async Task<bool> CanEnterAsync(string folder, CancellationToken cancel)
        => (await Tool.RunAsync(this, "test", ["-x", folder], cancel)).ExitCode == 0;

    private static string Number(int? id) => id!.Value.ToString(CultureInfo.InvariantCulture);
}
