using System.CommandLine;
using Bungo.Forum.Web.Data;
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
        var command = new Command("serve", "Jalankan situs / run the site") { urls };
        command.SetAction(async (parse, cancel) =>
        {
            await using var database = await ForumDatabase.OpenAsync(cancel);
            await using var site = Site.Build(database.ConnectionString, new Dictionary<string, string?>
            {
                ["Urls"] = parse.GetRequiredValue(urls),
            });
            await MigrateAsync(site.Services, cancel);
            await site.StartAsync(cancel);
            Console.WriteLine($"Forum siap: {string.Join(' ', site.Urls)}");
            var shutdown = site.WaitForShutdownAsync(cancel);
            if (await Task.WhenAny(shutdown, database.Lost) == shutdown)
            {
                await shutdown;
                return 0;
            }
            await site.StopAsync(cancel);
            throw new OperatorException(
                $"Server basis data mati dan tidak dapat dihidupkan lagi; lihat {DataFolder.Path}/postgres.log",
                "The database server died and could not be started again; see that log.");
        });
        return command;
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForumDb>().Database.MigrateAsync(cancel);
    }
}
