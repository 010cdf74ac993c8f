using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Lets in who knows address and password. Its answers and its work are the same for an address nobody has:
/// the try is counted, a password is hashed, the sentence is the same. Only who has the right password hears
/// that the address still waits to be confirmed.
/// </summary>
public sealed class Door(UserManager<SignIn> users, Attempts attempts)
{
    public const int MostTries = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public const string Purpose = "sign-in";

    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<SignIn>().HashPassword(new SignIn(), Guid.NewGuid().ToString()));

    public async Task<Outcome<SignIn>> AdmitAsync(string? mail, string? password, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(mail) || string.IsNullOrEmpty(password) || mail.Length > Mailbox.Longest || password.Length > Password.Longest)
            return AccountRefusals.SignInFailed;
        if (await attempts.CountAsync(Purpose, mail, MostTries, Window, cancel) is { } minutes) return AccountRefusals.TooManyAttempts(minutes);

        var known = await users.FindByEmailAsync(mail.Trim());
        if (known?.PasswordHash is null)
        {
            WorkInVain(password);
            return AccountRefusals.SignInFailed;
        }

        if (!await users.CheckPasswordAsync(known, password)) return AccountRefusals.SignInFailed;
        await attempts.ForgetAsync(Purpose, mail, cancel);
        if (!known.EmailConfirmed) return AccountRefusals.MailUnconfirmed;
        return known;
    }

    /// <summary>Asked again before something that cannot be undone; counted with the tries at the door.</summary>
    public async Task<Outcome<SignIn>> ProveAsync(SignIn known, string? password, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(password) || password.Length > Password.Longest) return AccountRefusals.PasswordWrong;
        if (await attempts.CountAsync(Purpose, known.Email!, MostTries, Window, cancel) is { } minutes) return AccountRefusals.TooManyAttempts(minutes);
        if (!await users.CheckPasswordAsync(known, password)) return AccountRefusals.PasswordWrong;
        await attempts.ForgetAsync(Purpose, known.Email!, cancel);
        return known;
    }

    /// <summary>As much work as looking a password up.</summary>
    public void WorkInVain(string password) => users.PasswordHasher.VerifyHashedPassword(new SignIn(), Decoy.Value, password);
}
