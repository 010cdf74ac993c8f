using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Privacy;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>
/// People talk about a criterion, or about what they brought up themselves. To post is one page asking one
/// entity (<see cref="Topic"/>) under the topic's row lock, recording one act. Posts are never moved or
/// removed: edited, withdrawn and hidden ones leave what they leave in public.
///
/// A post looks the same to everybody (<c>_Post.cshtml</c>, also the live fragment); what is the viewer's own
/// is a style sheet in the page's head (<c>_ViewerMarks.cshtml</c>).
/// </summary>
public static class DiscussionsFeature
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services)
    {
        services.AddScoped<TopicReading>();
        services.AddScoped<Posting>();
        services.AddScoped<Supporting>();
        services.AddScoped<Import.ThreadImport>();
        services.AddScoped<ILiveFragment, PostFragment>();
        services.AddScoped<ILiveFragment, TopicHeadFragment>();
        services.AddScoped<IActListener, OpeningsOfWithdrawnPosts>();
        services.AddScoped<IPersonalData, PostsPersonalData>();
        services.AddScoped<IPersonalData, RevisionsPersonalData>();
        services.AddScoped<IPersonalData, SupportsPersonalData>();
        services.AddScoped<IErasure, ErasureOfWords>();
        services.AddRecurringJob<ErasureOfWords>("erase-words", "* * * * *");
        return services.AddRefusalTexts(
            ("topic-locked", "Topik ini dikunci moderator; tidak menerima kiriman.", "A moderator locked this topic; it takes no posts."),
            ("input-not-open-yet", "Masa masukan belum dibuka.", "The input period has not opened yet."),
            ("input-closed", "Masa masukan sudah ditutup.", "The input period has closed."),
            ("body-missing", "Tulis dulu masukan Anda.", "Write your input first."),
            ("body-too-long", "Tulisan paling panjang {0:N0} karakter. Bagi menjadi beberapa kiriman.", "At most {0:N0} characters. Split it into several posts."),
            ("title-missing", "Tulis judul topiknya.", "Give the topic a title."),
            ("title-too-long", "Judul paling panjang {0} karakter.", "A title has at most {0} characters."),
            ("parent-elsewhere", "Kiriman yang dibalas tidak ada di topik ini.", "The post you reply to is not in this topic."),
            ("parent-not-readable", "Kiriman yang dibalas sudah ditarik atau disembunyikan.", "The post you reply to was withdrawn or hidden."),
            ("not-your-post", "Hanya penulisnya yang dapat mengubah kiriman ini.", "Only its author can change this post."),
            ("post-gone", "Kiriman ini sudah ditarik atau disembunyikan.", "This post was withdrawn or hidden."),
            ("own-post-support", "Kiriman sendiri tidak dapat didukung.", "You cannot support your own post."),
            ("nothing-changed", "Tidak ada yang berubah.", "Nothing has changed."));
    }

    public static WebApplication MapDiscussions(this WebApplication app)
    {
        app.MapGet("/diskusi/kiriman/{id:long}/dukung", SupportEndpoint.ShowAsync).RequireAuthorization(nameof(Permission.Participate)).ExcludeFromDescription();
        app.MapPost("/diskusi/kiriman/{id:long}/dukung", SupportEndpoint.HandleAsync).RequireAuthorization(nameof(Permission.Participate)).ExcludeFromDescription();
        app.MapDiscussionsApi();
        return app;
    }
}
