using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Which accounts were erased, in a file outside the database and its backups: <c>penghapusan</c> beside the ledger. A
/// line is the SHA-256 of the random id the ledger knew the account by, which leads back to nobody once the account is gone.
/// It is written before the commit. Should that fail, the next start erases: who asked for it is owed it.
/// </summary>
public sealed class ErasureRecord(IOptions<LedgerOptions> ledger) : IActListener
{
    private readonly DurableLines _lines = new(Path.Combine(ledger.Value.FolderPath, "penghapusan"));

    public Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is AccountErased erased) _lines.Add(LineOf(erased.LedgerId));
        return Task.CompletedTask;
    }

    /// <returns>Whether an account is among them, by its ledger id; null when there are none at all.</returns>
    public Func<Guid, bool>? Read()
    {
        var lines = _lines.Read();
        return lines.Count == 0 ? null : ledgerId => lines.Contains(LineOf(ledgerId));
    }

    private static string LineOf(Guid ledgerId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(LedgerId.Of(ledgerId))));
}

/// <summary>Erases again who was erased already, and came back with a backup.</summary>
public sealed class ErasureAgain(ErasureRecord record, ForumDb db, AccountErasure erasure) : IErasure
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (record.Read() is not { } isErased) return;
        var accounts = await db.Accounts.Where(a => a.DeletedAt == null).Select(a => new { a.Id, a.ObjectId }).ToListAsync(cancel);
        foreach (var account in accounts.Where(a => isErased(a.ObjectId))) await erasure.EraseAsync(account.Id, cancel);
    }
}
