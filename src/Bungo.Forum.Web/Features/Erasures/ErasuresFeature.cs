using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Privacy;

namespace Bungo.Forum.Web.Features.Erasures;

/// <summary>
/// Words that the law wants gone. A moderator hides the post within the hour; whoever answers for personal data then
/// examines the request and, when it holds, destroys the words here. Nothing is destroyed quietly: the public list, the
/// post's own place and the ledger say that there was something, why it went, on whose decision, and the author is told.
/// </summary>
public static class ErasuresFeature
{
    public static IServiceCollection AddErasures(this IServiceCollection services)
    {
        services.AddSingleton<LawfulErasureRecord>();
        services.AddScoped<IActListener>(s => s.GetRequiredService<LawfulErasureRecord>());
        services.AddScoped<IErasure, LawfulErasureAgain>();
        services.AddScoped<ILiveFragment, ErasureRowFragment>();
        return services.AddRefusalTexts(
            ("erasure-ground-missing", "Pilih dasar penghapusannya.", "Choose the ground of the erasure."),
            ("erasure-request-day", "Tanggal permintaan tidak mungkin: paling awal hari kiriman ditulis, paling akhir hari ini.", "The day of the request cannot be: at the earliest the day the post was written, at the latest today."),
            ("erasure-case-too-short", "Uraikan perkaranya, paling sedikit {0} karakter: siapa yang meminta, apa yang diperiksa, mengapa dikabulkan.", "Describe the case in at least {0} characters: who asked, what was examined, why it was granted."),
            ("erasure-case-too-long", "Uraian perkara paling panjang {0:N0} karakter.", "The case may have at most {0:N0} characters."),
            ("erasure-official-stays", "Kiriman atas nama kantor tidak dapat dihapus: tindakan jabatan tetap terbuka.", "What was said for an office cannot be erased: acts in office stay public."),
            ("erasure-done", "Isi kiriman ini sudah dihapus.", "The words of this post have been erased already."),
            ("erasure-hide-first", "Kiriman ini masih tampil. Mintalah moderator menyembunyikannya dahulu; penghapusan memerlukan dua orang.", "This post is still shown. Ask a moderator to hide it first; an erasure takes two people."),
            ("erasure-takes-two", "Penghapusan memerlukan dua orang: Anda sendiri yang menulis atau menyembunyikan kiriman ini.", "An erasure takes two people: you wrote or hid this post yourself."));
    }
}
