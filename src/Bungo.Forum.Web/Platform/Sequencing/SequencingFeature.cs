using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Sequencing.Keys;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>
/// From accepted to numbered: takes acts out of the waiting room in the order of their acceptance, makes the tiled log of
/// them and signs it. Part of the platform and not a feature, for every feature's acts pass through it and none
/// of its parts has a page; what people see of the ledger is <c>Features/Ledger</c>, over the same files.
/// </summary>
public static class SequencingFeature
{
    public static IServiceCollection AddSequencing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerOptions>().Bind(configuration.GetSection("Ledger"))
            .Validate(o => o.Origin.Length == 0 || (VerifierKey.IsName(o.Origin) && !o.Origin.Contains("://", StringComparison.Ordinal) && !o.Origin.EndsWith('/')),
                "Ledger:Origin: host/buku/1, tanpa skema / without scheme")
            .ValidateOnStart();
        services.AddSingleton<LogFolder>();
        services.AddSingleton(provider => provider.GetRequiredService<LogFolder>().Cosignatures);
        services.AddScoped<KeyChange>();
        services.AddSingleton<PublishedLog>();
        services.AddSingleton<LogState>();
        services.AddSingleton<IAcceptance>(provider => provider.GetRequiredService<LogState>());
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger", tags: ["ready"]);
        services.AddHostedService<SequencerService>();
        // A client of its own and for good: the addresses are few, are not followed elsewhere, and answer little.
        services.AddSingleton(provider => new WitnessPush(
            provider.GetRequiredService<LogFolder>(), provider.GetRequiredService<Cosignatures>(),
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { MaxResponseContentBufferSize = WitnessPush.LongestAnswer }));
        services.AddHostedService<WitnessService>();
        services.AddRefusalTexts((
            "ledger-stopped", "Buku publik sedang tidak dapat mencatat, jadi situs tidak menerima tulisan baru.",
            "The public ledger cannot record at present, so the site takes nothing new."));
        services.AddRecurringJob<HeartbeatJob>("ledger-heartbeat", "0 * * * *");
        return services;
    }
}
