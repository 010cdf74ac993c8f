using System.Globalization;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// Where the server's programs stand. A cluster can only be opened by the major version that made it, so an existing
/// one chooses its programs; a new one takes the newest that is installed. Debian keeps them off PATH, one folder for
/// each major version.
/// </summary>
internal sealed record PostgresPrograms(int Major, string Folder)
{
    private const int Oldest = 15;

    internal string Postgres => Path.Combine(Folder, "postgres");
    internal string InitDb => Path.Combine(Folder, "initdb");

    internal static async Task<PostgresPrograms> ForAsync(string cluster, CancellationToken cancel)
    {
        var installed = await InstalledAsync(cancel);
        var versionFile = Path.Combine(cluster, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            return installed.Where(programs => programs.Major >= Oldest).MaxBy(programs => programs.Major)
                ?? throw new OperatorException(
                    $"PostgreSQL {Oldest} atau lebih baru belum terpasang. Jalankan: apt-get install postgresql",
                    $"PostgreSQL {Oldest} or newer is not installed. Run the command above, or set ConnectionStrings__Forum.");
        }

        var wanted = (await File.ReadAllTextAsync(versionFile, cancel)).Trim();
        return installed.FirstOrDefault(programs => programs.Major.ToString(CultureInfo.InvariantCulture) == wanted)
            ?? throw new OperatorException(
                $"Data di {cluster} dibuat oleh PostgreSQL {wanted}, yang tidak terpasang. Jalankan: apt-get install postgresql-{wanted}",
                $"That data was made by PostgreSQL {wanted}, which is not installed. Run the command above.");
    }

    private static async Task<List<PostgresPrograms>> InstalledAsync(CancellationToken cancel)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in Candidates().Where(folder => File.Exists(Path.Combine(folder, "initdb"))))
        {
            // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", for a beta "18beta1"
            var (_, words) = await Tool.RunAsync(ServerUser.Self, Path.Combine(folder, "postgres"), ["--version"], cancel);
            var version = words.Split(' ').ElementAtOrDefault(2) ?? "";
            if (int.TryParse(version.TakeWhile(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture, out var major))
                found.Add(new PostgresPrograms(major, folder));
        }
        return found;
    }

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Distinct().Where(folder => File.Exists(Path.Combine(folder, "postgres")));
    }
}
