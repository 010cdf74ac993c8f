using Bungo.Forum.Domain;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Platform.Cli;

/// <summary>
/// The site's parts without its pages, for a verb that works on the database: the same rules, the same acts,
/// no port and no jobs. What the verb answers goes to standard output, what the parts log to standard error.
/// </summary>
public static class VerbSite
{
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        await using var database = await ForumDatabase.JoinAsync(cancel);
        await using var site = Site.Build(database.ConnectionString, new Dictionary<string, string?>
        {
            ["Jobs:RunServer"] = "false",
            ["Logging:Console:LogToStandardErrorThreshold"] = "Trace",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await ServeVerb.MigrateAsync(site.Services, cancel);
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>A rule's "no" in both languages, for the operator.</summary>
    public static OperatorException Refused(IServiceProvider services, Refusal refusal)
    {
        var texts = services.GetRequiredService<RefusalTexts>();
        return new OperatorException(texts.In(LanguageFeature.Indonesian, refusal), texts.In(LanguageFeature.English, refusal));
    }
}
