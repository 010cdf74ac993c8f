using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Data;

/// <summary>The connection to PostgreSQL: one pool for EF, hand-written SQL, Hangfire and notifications alike.</summary>
public static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).Build());
        services.AddSingleton<RenderedBodies>();
        // Decides which tables Identity has, so the migration tool must be told the same (ForumDbDesign).
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddDbContext<ForumDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<RenderedBodies>()));
        return services;
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource database) =>
        options.UseNpgsql(database).UseSnakeCaseNamingConvention();
}
