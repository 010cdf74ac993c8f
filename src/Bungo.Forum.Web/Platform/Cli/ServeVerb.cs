using System.CommandLine;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>
/// Starts the site. The database stands before the host is built and stops after every hosted service has,
/// so that a job under way can still write when Ctrl-C comes.
/// </summary>
public static class ServeVerb
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Alamat yang dilayani / address to serve",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var demo = new Option<bool>("--demo") { Description = "Isi basis data kosong dengan warga peragaan / fill an empty database with a demonstration community" };
        var command = new Command("serve", "Jalankan situs / run the site") { urls, demo };
        command.SetAction(async (parse, cancel) =>
        {
            await using var database = await ForumDatabase.OpenAsync(cancel);
            if (parse.GetValue(demo)) await FillDemoAsync(database.ConnectionString, cancel);
            await using var site = Site.Build(database.ConnectionString, new Dictionary<string, string?>
            {
                ["Urls"] = parse.GetRequiredValue(urls),
            });
            await MigrateAsync(site.Services, cancel);
            await site.StartAsync(cancel);
            Console.WriteLine($"Forum siap: {string.Join(' ', site.Urls)}");
            await UntilStoppedAsync(site, database, cancel);
            return 0;
        });
        return command;
    }

    /// <summary>Until somebody stops it, or its database is lost for good: the operator is told, and whoever supervises takes over.</summary>
    internal static async Task UntilStoppedAsync(WebApplication site, ForumDatabase database, CancellationToken cancel)
    {
        var shutdown = site.WaitForShutdownAsync(cancel);
        if (await Task.WhenAny(shutdown, database.Lost) == shutdown)
        {
            await shutdown;
            return;
        }

        await site.StopAsync(cancel);
        throw new OperatorException(
            $"Server basis data mati dan tidak dapat dihidupkan lagi; lihat {DataFolder.Path}/postgres.log",
            "The database server died and could not be started again; see that log.");
    }

    private static async Task FillDemoAsync(string connectionString, CancellationToken cancel)
    {
        var accounts = await DemoCommunity.FillAsync(connectionString, new ToScreen(), cancel);
        foreach (var (mail, role) in accounts)
            Console.WriteLine($"  {role.ToString().ToLowerInvariant(),-10} {mail,-28} kata sandi / password: {DemoCommunity.Password}");
    }

    private sealed class ToScreen : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForumDb>().Database.MigrateAsync(cancel);
    }
}
