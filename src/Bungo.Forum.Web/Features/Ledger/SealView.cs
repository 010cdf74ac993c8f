using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>One commitment of an act and what has become of its content.</summary>
/// <param name="State">Null where nothing says what became of it, which must never be.</param>
/// <param name="Content">Only while it is open to all.</param>
/// <param name="Holds">Whether the open content is what was committed to.</param>
/// <param name="Tombstone">Number of the act by which it was erased, where one names it.</param>
public sealed record SealView(string Label, Commitment Commitment, OpeningState? State, string? Content, bool Holds, string Why, long? Tombstone)
{
    public static SealView Of(Leaf leaf, string label, Commitment commitment, ActOpening? opening, long? tombstone)
    {
        if (opening is not { State: OpeningState.Open, Salt: { } salt, Content: { } content })
            return new(label, commitment, opening?.State, null, false, WhyClosed(label, opening?.State), opening?.State == OpeningState.Destroyed && !IsPerson(label) ? tombstone : null);
        var holds = commitment.Verify(leaf.Kind.Name, new Opening(leaf.Id, label, opening.Type, salt, content));
        return new(label, commitment, opening.State, Encoding.UTF8.GetString(content), holds, "", null);
    }

    private static bool IsPerson(string label) => label is "actor" or "sasaran";

    private static string WhyClosed(string label, OpeningState? state) => (state, IsPerson(label)) switch
    {
        (OpeningState.Sealed, _) => T("Dibuka untuk semua orang setelah jajak pendapat dihitung.", "Opened to everybody once the poll is counted."),
        (OpeningState.Destroyed, true) => T("Akunnya dihapus. Kunci yang menunjukkan orangnya dimusnahkan, dan buku mencatat penghapusan itu tanpa menyebut tindakan mana.", "The account was deleted. The key that showed the person was destroyed, and the ledger records that erasure without naming the acts."),
        (OpeningState.Destroyed, false) => T("Dihapus secara sah. Isinya tidak ada lagi, juga pada pengelola.", "Lawfully erased. The content exists no more, not with the operator either."),
        (OpeningState.Restricted, true) => T("Siapa orangnya hanya dibuka kepada lembaga penilai.", "Who it is is opened to the evaluating institution only."),
        (OpeningState.Restricted, false) => T("Disembunyikan moderator, atau ditarik penulisnya. Lembaga penilai dan penulisnya tetap dapat membukanya.", "Hidden by a moderator, or withdrawn by its author. The evaluating institution and the author can still open it."),
        _ => T("Tidak ada keterangan mengapa isinya tidak terbuka. Ini kesalahan; laporkan kepada lembaga penilai.", "Nothing says why the content is not open. This is a fault; report it to the evaluating institution."),
    };
}
