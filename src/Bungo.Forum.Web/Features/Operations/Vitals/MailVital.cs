using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

public sealed class MailVital(ForumDb db) : IVitalSign
{
    /// <summary>A letter that was tried so often is not held up by a moment's trouble.</summary>
    private const int OftenTried = 3;

    public string Subject => T("Surel", "Mail");

    public async Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.Letters.CountAsync(cancel);
        var stuck = await db.Letters.CountAsync(l => l.Attempts >= OftenTried, cancel);
        var name = T("Antrean", "Queue");
        if (stuck > 0)
        {
            return [new(name, Wellness.Bad, T($"{waiting:N0} surat menunggu; {stuck:N0} di antaranya sudah dicoba {OftenTried} kali atau lebih.", $"{waiting:N0} letters wait; {stuck:N0} of them were tried {OftenTried} times or more."),
                T("Periksa peladen surel dan pengaturan Mail.", "Look at the mail server and the Mail settings."))];
        }

        return [new(name, Wellness.Good, waiting == 0 ? T("Tidak ada surat yang menunggu.", "No letter waits.") : T($"{waiting:N0} surat menunggu dikirim.", $"{waiting:N0} letters wait to be sent."))];
    }
}
