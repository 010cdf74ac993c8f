using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>An account with its sign-in, both or neither: the public row and the private one share their key.</summary>
public sealed class AccountOpening(ForumDb db, UserManager<SignIn> users)
{
    /// <summary>Inserts both rows; in the caller's transaction when there is one.</summary>
    /// <returns>A refusal when the address is taken.</returns>
    public async Task<Outcome<SignIn>> InsertAsync(Account account, string mail, string password, bool confirmed)
    {
        db.Add(account);
        var signIn = new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = confirmed };
        var created = await users.CreateAsync(signIn, password);
        if (created.Succeeded) return signIn;
        db.ChangeTracker.Clear();
        if (created.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail)))
            return AccountRefusals.MailTaken;
        throw new InvalidOperationException("Identity refused what the rules allow: " + string.Join(", ", created.Errors.Select(e => e.Code)));
    }
}
