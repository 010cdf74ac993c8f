using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>An account with its sign-in, both or neither: the public row and the private one share their key.</summary>
public sealed class AccountOpening(ForumDb db, UserManager<SignIn> users, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<(SignIn SignIn, Account Account)?> FindAsync(string mail, CancellationToken cancel) =>
        await users.FindByEmailAsync(mail) is { } known ? (known, await db.Accounts.FirstAsync(a => a.Id == known.Id, cancel)) : null;

    /// <summary>Inserts both rows; in the caller's transaction when there is one.</summary>
    /// <returns>A refusal when the address is taken, also by somebody who took it this very moment.</returns>
    public async Task<Outcome<SignIn>> InsertAsync(Account account, string mail, string password, bool confirmed)
    {
        db.Add(account);
        var signIn = new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = confirmed };
        try
        {
            var created = await users.CreateAsync(signIn, password);
            if (created.Succeeded) return signIn;
            if (!created.Errors.All(e => e.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail)))
                throw new InvalidOperationException("Identity refused what the rules allow: " + string.Join(", ", created.Errors.Select(e => e.Code)));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
        }

        db.ChangeTracker.Clear();
        return AccountRefusals.MailTaken;
    }

    /// <summary>
    /// Puts a newer registration in the place of one that nobody confirmed. With the same password, as when a
    /// form is sent twice, the stamp stays, so that the link of either letter works.
    /// </summary>
    public async Task ReplaceUnconfirmedAsync(SignIn known, Account account, string name, string password)
    {
        account.Rename(name, Now);
        if (await users.CheckPasswordAsync(known, password)) return;
        known.PasswordHash = users.PasswordHasher.HashPassword(known, password);
        await users.UpdateSecurityStampAsync(known);
    }
}
