using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>
/// Criteria put before the public for a time. The phase follows from the clock; what the page counts stands on
/// the topics' own rows. A topic shows on this page as its criterion's card (<c>topic-line</c>), so a post moves
/// the stance bar here as it moves the discussion there.
/// </summary>
public static class ConsultationsFeature
{
    public static IServiceCollection AddConsultations(this IServiceCollection services)
    {
        services.AddScoped<ConsultationOpening>();
        services.AddScoped<Drafting>();
        services.AddScoped<IActListener, CountParticipants>();
        services.AddScoped<ILiveFragment, ConsultationHeadFragment>();
        services.AddScoped<ILiveFragment, ConsultationLineFragment>();
        services.AddScoped<ILiveFragment, TopicLineFragment>();
        services.AddRecurringJob<AnnouncePhasesJob>("announce-phases", "* * * * *");
        return services.AddRefusalTexts(
            ("consultation-title-missing", "Tulis judul konsultasinya.", "Give the consultation a title."),
            ("consultation-title-too-long", "Judul paling panjang {0} karakter.", "A title has at most {0} characters."),
            ("consultation-summary-too-long", "Ringkasan paling panjang {0:N0} karakter.", "A summary has at most {0:N0} characters."),
            ("consultation-no-criteria", "Putaran ini belum memiliki kriteria.", "This round has no criteria yet."),
            ("consultation-times-out-of-order", "Urutkan waktunya: terbit, masukan dibuka, masukan ditutup, ditetapkan.", "Put the times in order: published, input opens, input closes, adopted."),
            ("consultation-time-passed", "Waktu yang sudah lewat tidak dapat diubah, dan waktu baru harus setelah sekarang.", "A time that has passed cannot be changed, and a new time must be after now."),
            ("consultation-input-cut-short", "Masa masukan sedang berjalan; penutupannya hanya dapat diundur.", "Input is open; its closing can only be put off."),
            ("consultation-adopted", "Kriteria konsultasi ini sudah ditetapkan; versi lain tidak dapat ditampilkan lagi.", "The criteria of this consultation have been adopted; no other version can be presented."),
            ("consultation-input-too-short", "Masa masukan paling singkat satu hari.", "The input period is at least one day."));
    }

    public static WebApplication MapConsultations(this WebApplication app)
    {
        app.MapConsultationsApi();
        return app;
    }
}
