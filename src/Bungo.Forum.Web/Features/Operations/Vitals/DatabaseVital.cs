using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

public sealed class DatabaseVital(ForumDb db) : IVitalSign
{
    private const double Megabyte = 1024 * 1024;

    public string Subject => T("Basis data", "Database");

    public async Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        var size = await db.Database.SqlQuery<long>($"select pg_database_size(current_database()) as \"Value\"").SingleAsync(cancel);
        return
        [
            missing == 0
                ? new(T("Jawaban", "Answer"), Wellness.Good, T("Basis data menjawab, dan tabelnya sesuai versi program ini.", "It answers, and its tables are those of this version."))
                : new(T("Jawaban", "Answer"), Wellness.Bad, T($"{missing:N0} perubahan tabel belum dijalankan.", $"{missing:N0} changes of tables are not applied."), T("Mulai ulang situs; perubahan dijalankan saat mulai.", "Start the site anew; they are applied at the start.")),
            new(T("Ukuran", "Size"), Wellness.Good, T($"{size / Megabyte:N0} MB.", $"{size / Megabyte:N0} MB.")),
        ];
    }
}
