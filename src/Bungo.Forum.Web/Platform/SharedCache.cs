using Microsoft.AspNetCore.OutputCaching;
using StackExchange.Redis;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// From the second node on, the finished pages are kept in Redis (decision 9): what one node made serves all, and
/// an eviction counts for all. A node alone keeps them in its memory. A page is never lost with Redis: without it each
/// page is made anew.
/// </summary>
public static class SharedCache
{
    private const int PatienceMs = 1_000;

    public static IServiceCollection AddSharedCache(this IServiceCollection services, string? redis)
    {
        if (string.IsNullOrEmpty(redis)) return services;
        var options = ConfigurationOptions.Parse(redis);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        (options.ConnectTimeout, options.AsyncTimeout, options.SyncTimeout) = (PatienceMs, PatienceMs, PatienceMs);
        services.AddStackExchangeRedisOutputCache(o =>
        {
            o.ConfigurationOptions = options;
            // Two versions of the site side by side, while one replaces the other, name other scripts and styles.
            o.InstanceName = $"forum:{SiteVersion.Text}:";
        });
        var store = services.Last(d => d.ServiceType == typeof(IOutputCacheStore));
        services.Remove(store);
        services.AddSingleton<IOutputCacheStore>(provider => new Forgiving(
            (IOutputCacheStore)ActivatorUtilities.CreateInstance(provider, store.ImplementationType!), provider.GetRequiredService<ILogger<Forgiving>>()));
        return services;
    }

    /// <summary>Takes a Redis that does not answer for one that holds nothing.</summary>
    private sealed class Forgiving(IOutputCacheStore store, ILogger<Forgiving> log) : IOutputCacheStore
    {
        public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            try
            {
                return await store.GetAsync(key, cancellationToken);
            }
            catch (Exception e) when (IsAbsence(e))
            {
                return null;
            }
        }

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) =>
            TryAsync(store.SetAsync(key, value, tags, validFor, cancellationToken));

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => TryAsync(store.EvictByTagAsync(tag, cancellationToken));

        private async ValueTask TryAsync(ValueTask work)
        {
            try
            {
                await work;
            }
            catch (Exception e) when (IsAbsence(e))
            {
                log.LogWarning("Redis does not answer; pages are made anew: {Reason}", e.Message);
            }
        }

        private static bool IsAbsence(Exception e) => e is RedisException or TimeoutException;
    }
}
