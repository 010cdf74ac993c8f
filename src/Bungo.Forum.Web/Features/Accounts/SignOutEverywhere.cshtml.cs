using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class SignOutEverywherePage(SignInManager<SignIn> signIn) : ForumPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.UserManager.GetUserAsync(User) is { } known) await signIn.UserManager.UpdateSecurityStampAsync(known);
        await signIn.SignOutAsync();
        return Done("/", T("Anda keluar di semua perangkat.", "You are signed out on every device."));
    }
}
