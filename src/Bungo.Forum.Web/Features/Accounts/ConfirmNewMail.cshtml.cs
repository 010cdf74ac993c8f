using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class ConfirmNewMailPage(Credentials credentials, SignInManager<SignIn> signIn) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "akun")]
    public string? AccountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "surel")]
    public string? Address { get; set; }

    [BindProperty(SupportsGet = true, Name = "kode")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } known) return Challenge();
        if (AccountId != known.Id.ToString(CultureInfo.InvariantCulture)) return Refuse(AccountRefusals.LinkStale);
        if ((await credentials.MoveAsync(known, Address, Code, cancel)).IsRefused(out var refusal)) return Refuse(refusal);
        await signIn.RefreshSignInAsync(known);
        return Done(Urls.Account, T("Alamat surel Anda sudah diganti.", "Your mail address has been changed."));
    }
}
