using Bungo.Forum.Domain.Passages;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>What became of a passage, in words; the colour of its tag only repeats them.</summary>
public static class FateTexts
{
    public static readonly IReadOnlyList<Fate> All = [Fate.Undecided, Fate.Reworded, Fate.Moved, Fate.Gone, Fate.CriterionRemoved, Fate.Applies];

    public static string Name(Fate fate) => fate switch
    {
        Fate.Applies => T("Masih berlaku", "Still applies"),
        Fate.Moved => T("Pindah bersama kata-katanya", "Moved with the words"),
        Fate.Reworded => T("Kata-katanya berubah", "Words changed"),
        Fate.CriterionRemoved => T("Kriteria dihapus", "Criterion removed"),
        Fate.Gone => T("Kata-katanya tidak ada lagi", "Words gone"),
        _ => T("Menunggu keputusan pejabat", "Before an official"),
    };

    public static string Colour(Fate fate) => fate switch
    {
        Fate.Applies => "success",
        Fate.Moved => "info",
        Fate.Reworded => "accent",
        Fate.Undecided => "warning",
        _ => "neutral",
    };

    public static string Says(Fate fate) => fate switch
    {
        Fate.Applies => T("Kata-kata yang dikomentari masih ada di tempatnya.", "The words commented on stand where they stood."),
        Fate.Moved => T("Kata-kata yang dikomentari tetap sama dan sekarang ada di tempat lain dalam kriteria ini.", "The words commented on are the same and now stand elsewhere in this criterion."),
        Fate.Reworded => T("Kata-kata yang dikomentari sudah diganti. Keduanya ditampilkan.", "The words commented on have been replaced. Both are shown."),
        Fate.CriterionRemoved => T("Kriteria ini tidak ada dalam versi ini. Bila kembali, komentarnya ikut kembali.", "This criterion is not in this version. Should it return, its comments return with it."),
        Fate.Gone => T("Pejabat menetapkan bahwa tidak ada lagi kata-kata yang menggantikannya.", "An official found that nothing stands for the words any more."),
        _ => T("Tidak pasti kata mana yang sekarang dimaksud. Pejabat akan menetapkannya; sampai saat itu komentar ini tidak ditempelkan pada kata lain.", "It is not certain which words are meant now. An official will decide; until then these comments are not put under other words."),
    };
}
