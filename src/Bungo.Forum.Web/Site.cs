using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Announcements;
using Bungo.Forum.Web.Features.Answers;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Features.Discussions;
using Bungo.Forum.Web.Features.Erasures;
using Bungo.Forum.Web.Features.Home;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Features.Moderation;
using Bungo.Forum.Web.Features.Notifications;
using Bungo.Forum.Web.Features.Operations;
using Bungo.Forum.Web.Features.Passages;
using Bungo.Forum.Web.Features.Polls;
using Bungo.Forum.Web.Features.Recruitment;
using Bungo.Forum.Web.Features.Reports;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Assets;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Mail;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web;

/// <summary>The site put together: each part adds itself and maps itself; this file is their list.</summary>
public static class Site
{
    /// <param name="settings">Settings that win over files and environment: the command line's, a test's.</param>
    /// <param name="adjust">Replaces parts for a test: the clock, mostly.</param>
    public static WebApplication Build(
        string connectionString, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Pages are looked for in the application's assembly, which under a test is not the one that was started.
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = o.ValidateOnBuild = true);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var services = builder.Services;

        services.AddSingleton(TimeProvider.System);
        services.AddRegion(builder.Configuration);
        services.AddData(connectionString);
        services.AddHostedService<ErasuresAtStart>();
        services.AddSecurity(builder.Configuration);
        services.AddRateLimits(builder.Configuration);
        services.AddPages();
        services.AddSharedCache(builder.Configuration.GetConnectionString("Redis"));
        services.AddLive();
        services.AddJobs(connectionString, builder.Configuration.GetValue("Jobs:RunServer", true));
        services.AddMail(builder.Configuration);
        services.AddSequencing(builder.Configuration);
        services.AddApiDocument();

        services.AddAccounts();
        services.AddRecruitment();
        services.AddConsultations();
        services.AddAnswers();
        services.AddDiscussions();
        services.AddPassages();
        services.AddAnnouncements();
        services.AddOperations();
        services.AddModeration();
        services.AddErasures();
        services.AddNotifications();
        services.AddPolls();
        services.AddReports();
        services.AddLedger();

        services.AddSingleton<RefusalTexts>();
        services.AddScoped<PartialRenderer>();
        adjust?.Invoke(services);
        var app = builder.Build();

        app.UseSite();
        app.MapRazorPages();
        app.MapAssets();
        app.MapLanguage();
        app.MapPreview();
        app.MapRegion();
        app.MapLive();
        app.MapWitnesses();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        app.MapAccounts();
        app.MapRecruitment();
        app.MapConsultations();
        app.MapAnswers();
        app.MapDiscussions();
        app.MapAnnouncements();
        app.MapHome();
        app.MapOperations();
        app.MapModeration();
        app.MapPolls();
        app.MapReports();
        app.MapLedger();
        return app;
    }
}
