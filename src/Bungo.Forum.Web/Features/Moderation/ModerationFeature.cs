using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Privacy;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// Readers flag, moderators decide, everybody sees the decisions. A page here asks <c>Ruling</c> under the
/// row's lock and records one act; the hidden post's look, the notice to its author, the letter and the line
/// in the log follow from that act in the same transaction, so an unlogged measure cannot exist.
///
/// Anybody may appeal; another moderator rules, then an evaluator, and a sample of each month that nobody chose is
/// examined again (decision 16).
///
/// What this deliberately does not do: no number of flags hides anything, nothing is decided by a machine, and
/// nobody is told who flagged. Decisions are public at once; whom they concern is not said.
/// </summary>
public static class ModerationFeature
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddScoped<Flagging>();
        services.AddScoped<QueueReading>();
        services.AddScoped<PostFileReading>();
        services.AddScoped<ILiveFragment, LogRowFragment>();
        services.AddScoped<IActListener, OpeningsOfHiddenPosts>();
        services.AddScoped<IActListener, NotesOfErasedAccounts>();
        services.AddScoped<IErasure, ErasureOfAppeals>();
        services.AddRecurringJob<ErasureOfAppeals>("erase-appeals", "* * * * *");
        services.AddRecurringJob<DrawSamplesJob>("draw-review-samples", "23 * * * *");
        services.AddScoped<IPersonalData, FlagsOfPerson>();
        services.AddScoped<IPersonalData, AppealsOfPerson>();
        services.AddScoped<IPersonalData, DecisionsAboutPerson>();
        return services.AddRefusalTexts(
            ("own-post-flag", "Kiriman sendiri tidak dapat dilaporkan; tarik saja bila keliru.", "You cannot report your own post; withdraw it if it is wrong."),
            ("flag-reason-missing", "Pilih alasan laporan.", "Choose a reason for the report."),
            ("flag-note-missing", "Jelaskan apa yang melanggar.", "Explain what breaks the rules."),
            ("flag-note-too-long", "Penjelasan paling panjang {0} karakter.", "An explanation has at most {0} characters."),
            ("own-case", "Perkara ini menyangkut Anda sendiri; moderator lain yang memutus.", "This concerns yourself; another moderator decides."),
            ("own-office", "Penulisnya sekantor dengan Anda; moderator dari kantor lain yang memutus.", "Its author is of your own office; a moderator of another office decides."),
            ("own-office-criticised", "Yang dikritik kantor Anda; moderator dari kantor lain yang memutus.", "Your own office is criticised; a moderator of another office decides."),
            ("criticism-undeclared", "Nyatakan apakah kiriman ini mengkritik pejabat atau kantor.", "Declare whether the post criticises an official or office."),
            ("takes-two", "Menyembunyikan kritik terhadap pejabat atau kantor memerlukan dua moderator.", "Hiding criticism of an official or office takes two moderators."),
            ("own-proposal", "Ini usulan Anda; moderator lain yang memutus.", "This is your proposal; another moderator decides."),
            ("proposal-outdated", "Kiriman ini disunting sesudah diusulkan; usulkan lagi bila masih perlu.", "The post was edited since it was proposed; propose anew if need be."),
            ("proposed-already", "Sudah ada usulan untuk kiriman ini.", "There is a proposal for this post already."),
            ("rule-unknown", "Pilih pasal tata tertib yang menjadi dasar.", "Choose the article of the rules that it rests on."),
            ("reason-too-short", "Tulis alasannya, paling sedikit {0} karakter.", "State the reason, at least {0} characters."),
            ("reason-too-long", "Alasan paling panjang {0:N0} karakter.", "A reason has at most {0:N0} characters."),
            ("source-unknown", "Pilih asal pemeriksaan.", "Choose what set this off."),
            ("order-number-missing", "Tulis nomor surat perintahnya.", "Give the number of the order's letter."),
            ("order-number-form", "Tulis nomor suratnya saja, tanpa spasi, paling panjang {0} karakter: huruf, angka, titik, garis miring, tanda hubung.", "Give the letter's number only, without blanks, at most {0} characters: letters, digits, dots, slashes, hyphens."),
            ("no-open-flags", "Tidak ada laporan yang menunggu putusan; mungkin moderator lain sudah memutus.", "No report waits for a decision; another moderator may have decided."),
            ("already-hidden", "Kiriman ini sudah disembunyikan.", "This post is hidden already."),
            ("not-hidden", "Kiriman ini tidak sedang disembunyikan.", "This post is not hidden."),
            ("already-locked", "Topik ini sudah dikunci.", "This topic is locked already."),
            ("not-locked", "Topik ini tidak sedang dikunci.", "This topic is not locked."),
            ("already-suspended", "Akun ini sedang ditangguhkan.", "This account is suspended already."),
            ("not-suspended", "Akun ini tidak sedang ditangguhkan.", "This account is not suspended."),
            ("suspension-out-of-range", "Penangguhan berlangsung 1 sampai {0} hari.", "A suspension lasts 1 to {0} days."),
            ("account-gone", "Akun ini sudah dihapus.", "This account was deleted."),
            ("finding-binds", "Penilai sudah memutus bahwa tindakan dengan pasal ini keliru, dan sejak itu tidak ada fakta baru. Putusan penilai mengikat; moderator maupun admin tidak dapat mengubahnya.", "An evaluator found a measure under this article wrong, and nothing new has happened since. The finding binds; neither moderators nor administrators can change it."),
            ("not-appealable", "Putusan ini tidak membatasi apa pun, jadi tidak dapat dibanding.", "This decision restricts nothing, so it cannot be appealed against."),
            ("taken-back-already", "Putusan ini sudah dicabut.", "This decision has been taken back already."),
            ("appeal-over", "Banding atas putusan ini sudah selesai.", "The appeals against this decision are over."),
            ("own-decision", "Anda ikut mengambil putusan ini; moderator lain yang memeriksa keberatannya.", "You took part in this decision; another moderator examines objections to it."),
            ("appealed-already", "Anda sudah mengajukan banding pada tingkat ini; satu kali tiap orang.", "You have appealed at this stage already; once for each person."),
            ("not-heard-before", "Banding kedua hanya untuk yang dikenai putusan dan yang sudah mengajukan banding pertama.", "A second appeal is for the person concerned and for those who made the first."),
            ("appeal-too-late", "Batas waktu banding sudah lewat.", "The time to appeal is over."),
            ("no-open-appeal", "Tidak ada banding yang menunggu; mungkin sudah diputus.", "No appeal is waiting; it may have been ruled on."),
            ("verdict-missing", "Pilih: tepat atau keliru.", "Choose: right or wrong."),
            ("judged-already", "Putusan ini sudah ditinjau.", "This decision has been examined already."),
            ("outcome-missing", "Pilih: kabulkan atau tolak.", "Choose: grant or reject."),
            ("account-of-oversight", "Akun moderator, penilai, dan admin tidak ditangguhkan lewat moderasi.", "Accounts of moderators, evaluators and administrators are not suspended by moderation."));
    }

    public static WebApplication MapModeration(this WebApplication app)
    {
        app.MapGet("/moderasi/catatan.csv", LogCsv.HandleAsync).AllowAnonymous();
        app.MapMethods(LogFeed.Address, [HttpMethods.Get, HttpMethods.Head], LogFeed.HandleAsync).AllowAnonymous().CacheOutput(PublicCache.Name).ExcludeFromDescription();
        app.MapModerationApi();
        return app;
    }
}
