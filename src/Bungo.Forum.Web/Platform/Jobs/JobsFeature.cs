using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace Bungo.Forum.Web.Platform.Jobs;

/// <summary>Work that runs later or again and again. Told twice, it does the same as told once.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancel);
}

/// <param name="Id">Stable name; renaming leaves the old one running until it is removed.</param>
/// <param name="Cron">In the region's time (WIB).</param>
public sealed record RecurringJobPlan(string Id, Type Job, string Cron);

/// <summary>
/// Hangfire on the same PostgreSQL. What must happen at a time is never handed to a queue: each such job runs
/// every minute, looks at clock and rows, and does what is due, so a server that slept catches up by itself
/// and nothing enqueued can point at a row that was rolled back. <c>Jobs:RunServer</c> says whether this
/// process works the jobs; any number of processes may.
/// </summary>
public static class JobsFeature
{
    private const string Schema = "hangfire";

    // Hangfire's locks are rows: a process that is killed leaves them behind, and whoever comes next waits this long.
    private static readonly TimeSpan LongestLock = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddJobs(this IServiceCollection services, string connectionString, bool runServer)
    {
        services.AddHangfire(h => h
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(
                o => o.UseNpgsqlConnection(connectionString),
                new PostgreSqlStorageOptions
                {
                    SchemaName = Schema,
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                    DistributedLockTimeout = LongestLock,
                }));
        if (!runServer) return services;
        services.AddHangfireServer(o =>
        {
            o.WorkerCount = 2;
            o.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddHostedService<RecurringJobs>();
        return services;
    }

    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, string id, string cron) where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new RecurringJobPlan(id, typeof(TJob), cron));
    }

    /// <summary>
    /// Writes the plans to Hangfire: the code is the truth, the table follows. Beside the start and not in it, because the
    /// lock that a killed process left on a job must not keep the site from serving.
    /// </summary>
    private sealed class RecurringJobs(IRecurringJobManager manager, IEnumerable<RecurringJobPlan> plans, ILogger<RecurringJobs> log) : BackgroundService
    {
        private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            foreach (var plan in plans)
                while (!TryWrite(plan)) await Task.Delay(Pause, stoppingToken);
        }

        private bool TryWrite(RecurringJobPlan plan)
        {
            try
            {
                var run = plan.Job.GetMethod(nameof(IJob.RunAsync))!;
                manager.AddOrUpdate(plan.Id, new Hangfire.Common.Job(plan.Job, run, CancellationToken.None), plan.Cron, new RecurringJobOptions
                {
                    TimeZone = Zone,
                    MisfireHandling = MisfireHandlingMode.Relaxed,
                });
                return true;
            }
            catch (Exception e) when (e is PostgreSqlDistributedLockException or NpgsqlException)
            {
                log.LogWarning(e, "The plan of {Job} could not be written yet", plan.Id);
                return false;
            }
        }
    }
}
