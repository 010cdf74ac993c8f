using System.Globalization;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Platform.Postgres;

/// <summary>
/// The folder that initdb makes, and the question whether something still works in it. PostgreSQL guards a cluster by
/// `postmaster.pid`, and asks only whether that number is alive: a crash leaves the file, and the number may since
/// belong to any process of the same user. The kernel knows better: every process of a server has the cluster as its
/// working folder. When nobody has, the file is stale, whoever owns the number now.
/// </summary>
internal sealed class Cluster(PostgresHome home, ServerUser user)
{
    private static readonly TimeSpan _longestStop = TimeSpan.FromSeconds(60);

    internal async Task InitialiseAsync(PostgresPrograms programs, IProgress<string>? progress, CancellationToken cancel)
    {
        ClearUnfinished();
        if (Directory.Exists(home.Cluster))
            return;
        progress?.Report("Menyiapkan basis data untuk pertama kali / preparing the database for the first time ...");
        var unfinished = home.UnfinishedPrefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await user.GiveFolderAsync(unfinished, cancel);
        string[] options = ["-D", unfinished, "-U", PostgresSettings.UserName, "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"];
        var (exitCode, output) = await Tool.RunAsync(user, programs.InitDb, options, cancel);
        if (exitCode != 0)
        {
            ClearUnfinished();
            throw new OperatorException(
                $"Basis data tidak dapat disiapkan (initdb): {output}",
                "The database could not be prepared; see what initdb says above.");
        }
        // A crash before this line leaves a folder of another name, which the next start clears; after it, a whole cluster.
        Directory.Move(unfinished, home.Cluster);
    }

    /// <summary>
    /// A predecessor that was killed takes its server along, which needs a moment to write its last checkpoint.
    /// </summary>
    internal async Task WaitUntilUnusedAsync(IProgress<string>? progress, CancellationToken cancel)
    {
        var begin = Environment.TickCount64;
        var told = false;
        while (Users().FirstOrDefault() is { } number)
        {
            var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - begin);
            if (waited > _longestStop)
            {
                throw new OperatorException(
                    $"PostgreSQL lain (PID {number}) masih bekerja di {home.Cluster}. Hentikan dengan: kill -INT {number}",
                    "Another PostgreSQL still works in that folder. Stop it with the command above.");
            }
            if (!told && waited > TimeSpan.FromSeconds(2))
            {
                progress?.Report("Menunggu server basis data sebelumnya berhenti / waiting for the previous server to stop ...");
                told = true;
            }
            await Task.Delay(20, cancel);
        }
        RemoveStaleLock();
    }

    /// <summary>The processes that work in the cluster. A zombie has no working folder any more, so it does not count.</summary>
    internal IEnumerable<string> Users()
        => from process in Directory.EnumerateDirectories("/proc")
           let number = Path.GetFileName(process)
           where char.IsAsciiDigit(number[0]) && WorksHere(process)
           select number;

    /// <summary>The name is looked at too: an administrator's shell may stand in the folder without harm.</summary>
    private bool WorksHere(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget == home.Cluster
                && File.ReadAllText(Path.Combine(process, "comm")).Trim() == "postgres";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Called when nobody works here. A number that is not alive is left to PostgreSQL, which then also looks for shared
    /// memory still in use; one that is alive would make it refuse for ever.
    /// </summary>
    private void RemoveStaleLock()
    {
        var file = Path.Combine(home.Cluster, "postmaster.pid");
        if (!File.Exists(file))
            return;
        var number = File.ReadLines(file).FirstOrDefault()?.Trim();
        if (int.TryParse(number, CultureInfo.InvariantCulture, out _) && Directory.Exists("/proc/" + number))
            File.Delete(file);
    }

    /// <summary>An initdb that was interrupted may still be running as an orphan; it fails when its folder goes.</summary>
    private void ClearUnfinished()
    {
        var folder = Path.GetDirectoryName(home.Cluster)!;
        foreach (var unfinished in Directory.GetDirectories(folder, Path.GetFileName(home.UnfinishedPrefix) + "*"))
            Directory.Delete(unfinished, recursive: true);
    }
}
