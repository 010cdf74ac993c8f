using System.Globalization;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// How the private server is set: for a small machine that it shares with the site, and never against durability. An
/// answer of success must survive a power cut, so fsync and synchronous_commit are written down although they are the
/// defaults. All is given on the command line: the cluster's own files stay as initdb made them.
/// </summary>
internal static class PostgresSettings
{
    internal const string UserName = "forum";
    internal const string Database = "forum";

    internal static IEnumerable<string> Options(string socketFolder)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024);
        (string Name, string Value)[] settings =
        [
            ("listen_addresses", ""),
            ("unix_socket_directories", '"' + socketFolder.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'),
            ("unix_socket_permissions", "0700"),
            // The site's pool, Hangfire's, the listeners', and commands that join a running site.
            ("max_connections", "200"),
            ("fsync", "on"),
            ("synchronous_commit", "on"),
            ("full_page_writes", "on"),
            ("shared_buffers", Megabytes(Math.Clamp(memory / 8, 64, 1024))),
            ("effective_cache_size", Megabytes(Math.Clamp(memory / 2, 256, 8192))),
            ("max_wal_size", "1GB"),
            // Solid-state disks; and statements too short to be worth compiling.
            ("random_page_cost", "1.1"),
            ("jit", "off"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("log_line_prefix", "%m [%p] "),
            // Terse: the detail of a violated key would write a citizen's address into a log.
            ("log_error_verbosity", "terse"),
            ("log_checkpoints", "off"),
            ("logging_collector", "off"),
        ];
        return settings.SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" });
    }

    internal static string ConnectionString(string socketFolder, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = 5432,
        Username = UserName,
        Database = database,
        MaxPoolSize = 100,
        ApplicationName = "forum",
    }.ConnectionString;

    private static string Megabytes(long number) => number.ToString(CultureInfo.InvariantCulture) + "MB";
}
