using System.CommandLine;
using Bungo.Forum.Web.Platform.Live;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>
/// The jobs alone, for an installation whose pages are served by other processes (with <c>Jobs__RunServer=false</c>), so
/// that a long report never slows a page. It is the same site, so a job finds all it would find there; only nobody can
/// connect to it, and it renders no live updates, for no browser hangs on it. What a job changes reaches the browsers
/// all the same: the web processes listen to the database.
/// </summary>
public static class WorkVerb
{
    public static Command Create()
    {
        var command = new Command("work", "Hanya pekerjaan latar / background jobs only");
        command.SetAction(async (_, cancel) =>
        {
            await using var database = await ForumDatabase.JoinAsync(cancel);
            await using var site = Site.Build(
                database.ConnectionString, new Dictionary<string, string?> { ["Jobs:RunServer"] = "true" }, WithoutVisitors);
            await ServeVerb.MigrateAsync(site.Services, cancel);
            await site.StartAsync(cancel);
            Console.WriteLine("Pekerja siap / worker ready");
            await ServeVerb.UntilStoppedAsync(site, database, cancel);
            return 0;
        });
        return command;
    }

    private static void WithoutVisitors(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
        foreach (var dispatcher in services.Where(s => s.ImplementationType == typeof(LiveDispatcher)).ToList())
            services.Remove(dispatcher);
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
