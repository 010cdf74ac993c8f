using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class ChangePasswordPage(Credentials credentials, Door door, SignInManager<SignIn> signIn) : ForumPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordNew { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } known) return Challenge();
        if ((await door.ProveAsync(known, Password, cancel)).IsRefused(out var refusal)) return Refuse(refusal, nameof(Password));
        if ((await credentials.ChangePasswordAsync(known, PasswordNew, cancel)).IsRefused(out refusal)) return Refuse(refusal, nameof(PasswordNew));
        await signIn.RefreshSignInAsync(known);
        return Done(Urls.Account, T("Kata sandi Anda sudah diubah.", "Your password has been changed."));
    }
}
