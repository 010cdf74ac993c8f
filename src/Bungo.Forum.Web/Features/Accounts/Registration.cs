using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Registering gives the same answer whether or not the address has an account: what differs is the letter, and
/// only the owner of the address reads it. An address nobody confirmed belongs to nobody yet, so the newest
/// registration replaces an older one; and whoever confirms must know the password besides having the letter,
/// so a stranger who registers another's address gains nothing when the owner clicks.
/// </summary>
public sealed class Registration(ForumDb db, AccountOpening opening, AccountMail mail, Door door)
{
    public async Task RegisterAsync(string name, string address, string password, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One registration of an address at a time: of two sent at once, the second finds the first's account.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"register " + address.ToUpperInvariant()}, 0))", cancel);
        if (await opening.FindAsync(address, cancel) is { } known)
        {
            await AgainAsync(known.SignIn, known.Account, name, password, cancel);
        }
        else
        {
            var account = Account.Open(name, Role.Warga, null, opening.Now).Value;
            account.Speak(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            var opened = await opening.InsertAsync(account, address, password, confirmed: false);
            // Somebody moved their account to the address a moment ago.
            if (opened.IsRefused(out _)) return;
            await mail.AskToConfirmAsync(opened.Value, account, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task AgainAsync(SignIn known, Account account, string name, string password, CancellationToken cancel)
    {
        if (known.EmailConfirmed)
        {
            door.WorkInVain(password);
            await mail.TellAlreadyHereAsync(known, account, cancel);
            return;
        }

        await opening.ReplaceUnconfirmedAsync(known, account, name, password);
        await mail.AskToConfirmAsync(known, account, cancel);
    }
}
