using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Bungo.Forum.Web.Features.Operations;

/// <summary>Ready means: the database answers and has the tables this build expects.</summary>
public sealed class DatabaseHealth(ForumDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending} migrations are not applied");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            // What exactly is wrong names hosts and users; that belongs in the log, not on a public page.
            return HealthCheckResult.Unhealthy("The database does not answer", e);
        }
    }
}
