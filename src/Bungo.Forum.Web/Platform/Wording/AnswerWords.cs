using Bungo.Forum.Domain.Answers;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Platform.Wording;

/// <summary>What became of an input, in words: at the input, on the lists, in the notice and the letter.</summary>
public static class AnswerWords
{
    public static string Words(this Disposition disposition) => disposition switch
    {
        Disposition.Adopted => T("Diterima", "Adopted"),
        Disposition.PartlyAdopted => T("Diterima sebagian", "Partly adopted"),
        Disposition.NotAdopted => T("Tidak diterima", "Not adopted"),
        Disposition.AlreadyCovered => T("Sudah tercakup", "Already covered"),
        Disposition.OutsideAuthority => T("Di luar kewenangan kami", "Outside our authority"),
        Disposition.OutOfScope => T("Di luar pokok bahasan", "Out of scope"),
        _ => T("Sama dengan masukan lain", "Duplicate of another input"),
    };

    /// <summary>How a reason may begin; the official says the rest.</summary>
    public static string Opening(this Disposition disposition) => disposition switch
    {
        Disposition.Adopted => T("Usulan ini kami terima. Perubahannya: ", "We adopt this proposal. What changes: "),
        Disposition.PartlyAdopted => T("Sebagian usulan ini kami terima, yaitu: … Yang tidak kami terima: … karena ", "We adopt part of this proposal, namely: … What we do not adopt: … because "),
        Disposition.NotAdopted => T("Usulan ini tidak kami terima karena ", "We do not adopt this proposal because "),
        Disposition.AlreadyCovered => T("Yang diusulkan sudah tercakup dalam kriteria … dengan bunyi: ", "What is proposed is covered already by criterion …, which says: "),
        Disposition.OutsideAuthority => T("Hal ini bukan kewenangan kabupaten. Yang berwenang adalah … menurut … Usulan Anda kami teruskan kepada ", "This is not the regency's to decide. It is for … under … We pass your proposal on to "),
        Disposition.OutOfScope => T("Masukan ini tidak menyangkut rancangan kriteria ini. Salurannya: ", "This input is not about this draft. Its channel is: "),
        _ => T("Masukan ini sama isinya dengan masukan yang ditautkan, dan dijawab bersamanya: ", "This input says the same as the one that is linked, and is answered with it: "),
    };
}
