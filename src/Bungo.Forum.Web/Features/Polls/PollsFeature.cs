using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Privacy;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// Advisory polls: single or several choices, one ballot each, changeable until the close. The ballot box is a
/// schema of its own that names no account (<c>Data/Mapping/PollsMapping</c>) and guards itself
/// (<c>Data/Migrations/…_BallotBoxGuard</c>). What is not promised stands on the page: until the close whoever
/// reads poll key and accounts can join voter and ballot.
///
/// A hidden result is not read, hence cannot be shown: pages, live updates and API all draw a
/// <see cref="PollView"/>, whose tally is null until it may be seen.
/// </summary>
public static class PollsFeature
{
    public static IServiceCollection AddPolls(this IServiceCollection services)
    {
        services.AddScoped<PollReading>();
        services.AddScoped<PollCourse>();
        services.AddScoped<PollingBooth>();
        services.AddScoped<PollDesk>();
        services.AddScoped<PollSubjects>();
        services.AddScoped<PollList>();
        services.AddScoped<ILiveFragment, PollHeadFragment>();
        services.AddScoped<ILiveFragment, PollResultFragment>();
        services.AddScoped<ILiveFragment, PollLineFragment>();
        services.AddScoped<IPersonalData, BallotsPersonalData>();
        services.AddScoped<IPersonalData, PollsPersonalData>();
        services.AddRecurringJob<OpenAndClosePollsJob>("open-and-close-polls", "* * * * *");
        return services.AddRefusalTexts(
            ("poll-question-missing", "Tulis pertanyaannya.", "Write the question."),
            ("poll-question-too-long", "Pertanyaan paling panjang {0} karakter.", "A question has at most {0} characters."),
            ("poll-description-too-long", "Penjelasan paling panjang {0:N0} karakter.", "The explanation has at most {0:N0} characters."),
            ("poll-too-few-options", "Tulis sedikitnya {0} pilihan, satu per baris.", "Write at least {0} options, one a line."),
            ("poll-too-many-options", "Paling banyak {0} pilihan.", "At most {0} options."),
            ("poll-option-too-long", "Satu pilihan paling panjang {0} karakter.", "An option has at most {0} characters."),
            ("poll-options-alike", "Ada dua pilihan yang sama.", "Two options are the same."),
            ("poll-most-choices-out-of-range", "Jumlah pilihan terbanyak harus antara 2 dan banyaknya pilihan.", "The most choices must lie between 2 and the number of options."),
            ("poll-time-unreadable", "Tulis tanggal dan jam, misalnya 2026-12-01T08:00.", "Give date and time, for example 2026-12-01T08:00."),
            ("poll-opens-in-past", "Waktu buka sudah lewat. Kosongkan untuk membuka sekarang.", "The opening time has passed. Leave it empty to open now."),
            ("poll-closing-time-missing", "Tulis kapan jajak ditutup.", "Say when the poll closes."),
            ("poll-open-too-short", "Jajak dibuka sedikitnya {0} menit.", "A poll is open for at least {0} minutes."),
            ("poll-consultation-unknown", "Konsultasi itu tidak ada atau belum terbit.", "That consultation does not exist or is not published yet."),
            ("poll-criterion-unknown", "Kriteria itu tidak ada di konsultasi ini.", "This consultation has no such criterion."),
            ("poll-already-opened", "Jajak ini sudah dibuka; isinya tidak dapat diubah lagi.", "This poll has opened; it can no longer be changed."),
            ("poll-not-open-yet", "Jajak ini belum dibuka.", "This poll has not opened yet."),
            ("poll-closed", "Jajak ini sudah ditutup; suara tidak diterima lagi.", "This poll is closed; it takes no more votes."),
            ("poll-verified-only", "Jajak ini khusus warga terverifikasi.", "Only verified residents may vote in this poll."),
            ("ballot-nothing-chosen", "Pilih dulu jawabannya.", "Choose an answer first."),
            ("ballot-unknown-option", "Pilihan itu tidak ada di jajak ini.", "This poll has no such option."),
            ("ballot-too-many-chosen", "Pilih paling banyak {0}.", "Choose at most {0}."),
            ("poll-closure-reason-missing", "Tulis alasan menutup jajak ini lebih awal.", "Say why this poll is closed early."),
            ("poll-closure-reason-too-long", "Alasan paling panjang {0} karakter.", "The reason has at most {0} characters."));
    }

    public static WebApplication MapPolls(this WebApplication app)
    {
        app.MapPollsApi();
        return app;
    }
}
