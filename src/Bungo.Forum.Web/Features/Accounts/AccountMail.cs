using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Puts letters about an account into the caller's save. The forum must not be a means to fill somebody's
/// mailbox, so an address gets a few of the letters that anybody can set off in an hour, whoever asks; what
/// tells of a change to the account is always sent.
/// </summary>
public sealed class AccountMail(ForumDb db, UserManager<SignIn> users, AccountLetters letters, Attempts attempts)
{
    public const int MostAskedFor = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task AskToConfirmAsync(SignIn signIn, Account account, CancellationToken cancel)
    {
        if (await MayAskAsync(signIn.Email!, cancel)) await ConfirmAsync(signIn, account);
    }

    /// <summary>For who has counted the asking already.</summary>
    public async Task ConfirmAsync(SignIn signIn, Account account) =>
        db.Add(letters.Confirm(signIn, account, await users.GenerateEmailConfirmationTokenAsync(signIn)));

    /// <summary>For who has counted the asking already.</summary>
    public async Task OfferResetAsync(SignIn signIn, Account account) =>
        db.Add(letters.Reset(signIn, account, await users.GeneratePasswordResetTokenAsync(signIn)));

    public async Task TellAlreadyHereAsync(SignIn signIn, Account account, CancellationToken cancel)
    {
        if (await MayAskAsync(signIn.Email!, cancel)) db.Add(letters.AlreadyHere(signIn, account));
    }

    /// <summary>The new address hears of it either way; what it hears depends on whether it has an account.</summary>
    public async Task AskToMoveAsync(SignIn signIn, Account account, string address, CancellationToken cancel)
    {
        if (!await MayAskAsync(address, cancel)) return;
        db.Add(await users.FindByEmailAsync(address) is null
            ? letters.ConfirmNewAddress(signIn, account, address, await users.GenerateChangeEmailTokenAsync(signIn, address))
            : letters.AddressTaken(address, account.Language));
    }

    public void TellPasswordChanged(SignIn signIn, Account account) => db.Add(letters.PasswordChanged(signIn, account));

    public void TellAddressChanged(string oldAddress, Account account) => db.Add(letters.AddressChanged(oldAddress, account));

    public void TellErased(string address, string language) => db.Add(letters.Erased(address, language));

    /// <summary>Counts one asking; false when there were too many lately.</summary>
    public async Task<bool> MayAskAsync(string address, CancellationToken cancel) =>
        await attempts.CountAsync("letter", address, MostAskedFor, Window, cancel) is null;
}
