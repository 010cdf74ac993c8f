using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Changes of password and address, each in one transaction with the letter that tells of it. Every change
/// draws a new security stamp, which ends the other sessions and makes older links stale.
/// </summary>
public sealed class Credentials(ForumDb db, UserManager<SignIn> users, AccountMail mail, Attempts attempts)
{
    /// <summary>By the link of a letter; whoever has the letter has the address, so it counts as confirmed.</summary>
    public async Task<Outcome<SignIn>> ResetPasswordAsync(string? id, string? code, string? password, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByLinkAsync(id) is not { } known) return AccountRefusals.LinkStale;
        var account = await db.Accounts.FirstAsync(a => a.Id == known.Id, cancel);
        if (Password.Check(password, known.Email, account.Name).IsRefused(out var refusal)) return refusal;
        known.EmailConfirmed = true;
        if (!(await users.ResetPasswordAsync(known, code ?? "", password!)).Succeeded) return AccountRefusals.LinkStale;
        await attempts.ForgetAsync(Door.Purpose, known.Email!, cancel);
        mail.TellPasswordChanged(known, account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return known;
    }

    public async Task<Outcome<SignIn>> ChangePasswordAsync(SignIn known, string? password, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == known.Id, cancel);
        if (Password.Check(password, known.Email, account.Name).IsRefused(out var refusal)) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        known.PasswordHash = users.PasswordHasher.HashPassword(known, password!);
        mail.TellPasswordChanged(known, account);
        await users.UpdateSecurityStampAsync(known);
        await transaction.CommitAsync(cancel);
        return known;
    }

    public async Task AskToMoveAsync(SignIn known, string address, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == known.Id, cancel);
        await mail.AskToMoveAsync(known, account, address, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>By the link of the letter to the new address.</summary>
    public async Task<Outcome<SignIn>> MoveAsync(SignIn known, string? address, string? code, CancellationToken cancel)
    {
        if (Mailbox.Check(address).IsRefused(out _)) return AccountRefusals.LinkStale;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var old = known.Email!;
        try
        {
            if (!(await users.ChangeEmailAsync(known, address!, code ?? "")).Succeeded) return AccountRefusals.LinkStale;
            if (!(await users.SetUserNameAsync(known, address)).Succeeded) return AccountRefusals.LinkStale;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AccountRefusals.LinkStale;
        }

        mail.TellAddressChanged(old, await db.Accounts.FirstAsync(a => a.Id == known.Id, cancel));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return known;
    }
}
