using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class DeleteAccountPage(AccountErasure erasure, Door door, SignInManager<SignIn> signIn) : ForumPage
{
    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } known) return Challenge();
        if ((await door.ProveAsync(known, Password, cancel)).IsRefused(out var refusal)) return Refuse(refusal, nameof(Password));
        await erasure.EraseAsync(known.Id, cancel);
        await signIn.SignOutAsync();
        return Done("/", T("Akun Anda sudah dihapus.", "Your account has been deleted."));
    }
}
