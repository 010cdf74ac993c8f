using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous]
public sealed class SignInPage(Door door, SignInManager<SignIn> signIn, ForumDb db) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "kembali")]
    public string? ReturnAddress { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    public IActionResult OnGet() => Viewer.IsSignedIn ? LocalRedirect(LocalAddress.Of(ReturnAddress)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var admitted = await door.AdmitAsync(Email, Password, cancel);
        if (admitted.IsRefused(out var refusal)) return Refuse(refusal, nameof(Email));
        await signIn.SignInAsync(admitted.Value, Remember);
        var account = await db.Accounts.FindAsync([admitted.Value.Id], cancel);
        LanguageFeature.Remember(HttpContext, account!.Language);
        return LocalRedirect(LocalAddress.Of(ReturnAddress));
    }
}
