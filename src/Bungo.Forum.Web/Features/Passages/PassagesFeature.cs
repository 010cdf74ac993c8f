using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Live;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>
/// What people discuss of a criterion's text, shown in it and followed through its versions. A passage's discussion is a
/// topic like any other (Discussions knows nothing more of it than that it is part of the criterion's), so posting,
/// support, moderation and live updates need nothing new. Here are the text with its passages, which discussions show by
/// the name of a view component; the following, which hears of every new version by its act, whoever presented it, and
/// works in the same transaction; and the pages that tell what became of each.
///
/// The rule that places (<see cref="Domain.Passages.Placing"/>) is pure and lives in Domain; the comparing of texts that
/// it needs is DiffPlex's, in <see cref="Platform.Rendering.TextDiff"/>, and is handed to it.
/// </summary>
public static class PassagesFeature
{
    public static IServiceCollection AddPassages(this IServiceCollection services)
    {
        services.AddScoped<WordingReading>();
        services.AddScoped<ILiveFragment, WordingFragment>();
        services.AddScoped<IActListener, FollowPassages>();
        return services.AddRefusalTexts(
            ("passage-words-missing", "Pilih dulu satu kalimat, atau tulis kata-kata yang Anda maksud.", "Choose a sentence first, or write the words you mean."),
            ("passage-words-too-long", "Satu bagian paling panjang {0:N0} karakter. Pilih yang lebih pendek, atau komentari seluruh kriteria.", "A passage has at most {0:N0} characters. Choose less, or comment on the whole criterion."),
            ("passage-words-not-found", "Kata-kata itu tidak ada dalam teks. Salin persis seperti tertulis.", "Those words are not in the text. Copy them exactly as written."),
            ("passage-words-in-several-places", "Kata-kata itu ada di beberapa tempat. Tambahkan kata sebelum atau sesudahnya.", "Those words stand in several places. Add a word before or after them."),
            ("passage-version-changed", "Teks kriteria ini baru saja berganti versi. Pilih lagi bagiannya; tulisan Anda masih ada.", "A new version of this text has just been published. Choose the passage again; what you typed is still here."),
            ("passage-criterion-gone", "Kriteria ini tidak ada lagi dalam rancangan.", "This criterion is no longer in the draft."),
            ("passage-not-undecided", "Letak bagian ini sudah ditetapkan.", "Where this passage stands has been decided already."));
    }
}
