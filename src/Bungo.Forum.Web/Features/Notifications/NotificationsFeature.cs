using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Privacy;

namespace Bungo.Forum.Web.Features.Notifications;

/// <summary>
/// Tells people what concerns them. It listens to acts and is called by nobody: a notice, and the letter where
/// one is due, commit together with what they tell of, so that no decision of moderation goes untold and none
/// is told that was rolled back. Decisions always go out by mail; replies as each person chose.
///
/// Notices point and do not quote: a reply that is hidden or withdrawn afterwards is not kept alive here.
/// </summary>
public static class NotificationsFeature
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<IActListener, NoticeListener>();
        services.AddScoped<IActListener, NoticesOfErasedAccounts>();
        services.AddScoped<IPersonalData, NoticesOfPerson>();
        services.AddScoped<Letters>();
        services.AddScoped<UnreadNotices>();
        return services;
    }
}
