using Bungo.Forum.Web.Platform.Jobs;

namespace Bungo.Forum.Web.Platform.Mail;

/// <summary>Mail by SMTP. Whoever has something to say adds a <c>Data.Letter</c> to the save that causes it.</summary>
public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddSingleton<Postman>();
        // Every ten seconds: whoever registers waits at the screen for this letter.
        return services.AddRecurringJob<SendLettersJob>("send-letters", "*/10 * * * * *");
    }
}
