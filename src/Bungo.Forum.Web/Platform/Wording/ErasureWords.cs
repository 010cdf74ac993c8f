using Bungo.Forum.Domain.Discussions;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Platform.Wording;

/// <summary>Grounds of an erasure in words: on the post's place, in the list, in the letter.</summary>
public static class ErasureWords
{
    public static string Words(this ErasureGround ground) => ground switch
    {
        ErasureGround.ConsentWithdrawn => T("Penulisnya menarik persetujuan", "Its author withdrew their consent"),
        ErasureGround.PurposeEnded => T("Tujuan pengumpulan data sudah selesai", "What the data was collected for has ended"),
        ErasureGround.Unlawful => T("Data diperoleh atau disebarkan secara melawan hukum", "The data was obtained or spread unlawfully"),
        ErasureGround.Ordered => T("Perintah pengadilan atau lembaga negara", "Order of a court or state body"),
        ErasureGround.ThirdParty => T("Memuat data pribadi orang lain", "Contains another person's data"),
        _ => T("Memuat data pribadi anak", "Contains a child's data"),
    };
}
