using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// An office speaks to everybody. A draft is the office's own and lies in another table than what is published,
/// so no page here has to remember to leave it out. Publishing, correcting and withdrawing are acts of the
/// public ledger with the digest of the words (decision 7); nothing published is ever taken away.
///
/// Published means committed: the job that publishes on schedule may be a minute late, and then list, feed,
/// board and ledger are late together rather than at odds. Feeds, calendar and board read the same rows as the
/// pages and are cached under the same tag.
/// </summary>
public static class AnnouncementsFeature
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services)
    {
        services.AddScoped<AnnouncementReading>();
        services.AddScoped<Publishing>();
        services.AddScoped<ILiveFragment, AnnouncementLineFragment>();
        services.AddScoped<ILiveFragment, AnnouncementFragment>();
        services.AddScoped<ILiveFragment, BoardFragment>();
        services.AddRecurringJob<PublishAnnouncementsJob>("publish-announcements", "* * * * *");
        return services.AddRefusalTexts(
            ("announcement-title-missing", "Tulis judul pengumumannya.", "Give the announcement a title."),
            ("announcement-title-too-long", "Judul paling panjang {0} karakter.", "A title has at most {0} characters."),
            ("announcement-body-missing", "Tulis isi pengumumannya sebelum terbit.", "Write the text before it goes out."),
            ("announcement-body-too-long", "Isi paling panjang {0:N0} karakter.", "The text has at most {0:N0} characters."),
            ("announcement-reason-missing", "Tulis alasannya; semua orang akan membacanya.", "Give the reason; everybody will read it."),
            ("announcement-reason-too-long", "Alasan paling panjang {0} karakter.", "A reason has at most {0} characters."),
            ("announcement-other-office", "Pengumuman ini milik kantor lain.", "This announcement belongs to another office."),
            ("announcement-changed-meanwhile", "Orang lain menyimpan perubahan sejak Anda membuka formulir ini. Tulisan Anda masih ada; mengirimnya sekali lagi akan menggantikan perubahan itu.", "Somebody else saved a change since you opened this form. Your text is still here; sending it again replaces theirs."),
            ("announcement-nothing-changed", "Tidak ada yang berubah; tidak ada yang perlu dikoreksi.", "Nothing has changed; there is nothing to correct."),
            ("announcement-withdrawn", "Pengumuman ini sudah ditarik.", "This announcement has been withdrawn."),
            ("announcement-not-due", "Pengumuman ini belum waktunya terbit.", "This announcement is not due yet."),
            ("announcement-schedule-missing", "Pilih tanggal dan jam terbitnya.", "Choose the date and time of publication."),
            ("announcement-scheduled-in-the-past", "Waktu terbit harus setelah sekarang.", "The time of publication must be in the future."),
            ("announcement-scheduled-too-far", "Waktu terbit paling jauh {0} hari dari sekarang.", "The time of publication is at most {0} days ahead."),
            ("announcement-pin-ends-too-early", "Tanggal akhir sematan harus sesudah pengumuman terbit.", "The pin must end after the announcement is published."),
            ("announcement-pin-too-long", "Sematan paling lama {0} hari.", "A pin lasts at most {0} days."));
    }

    public static WebApplication MapAnnouncements(this WebApplication app)
    {
        app.MapDocuments();
        app.MapFeeds();
        app.MapCalendar();
        app.MapBoardCode();
        app.MapAnnouncementsApi();
        return app;
    }
}
