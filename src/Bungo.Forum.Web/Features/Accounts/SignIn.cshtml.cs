using System.Security.Claims;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.SignIn)]
public sealed class SignInPage(Door door, SignInManager<SignIn> signIn, ForumDb db, Rescue rescue) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "kembali")]
    public string? ReturnAddress { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    /// <summary>A form that waits for its sender to sign in, sealed.</summary>
    [BindProperty(Name = RescuedForm.FieldName)]
    public string? Sealed { get; set; }

    public RescuedForm? Waiting => rescue.Open(Sealed);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Rescue.Offered(HttpContext) is { } offer)
        {
            Sealed = rescue.Seal(offer.Form);
            return Page();
        }

        if (!Viewer.IsSignedIn) return Page();
        if (await signIn.UserManager.GetUserAsync(User) is not null) return LocalRedirect(LocalAddress.Of(ReturnAddress));
        // A session whose account was deleted: sending it back would send it here again.
        await signIn.SignOutAsync();
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var admitted = await door.AdmitAsync(Email, Password, cancel);
        if (admitted.IsRefused(out var refusal)) return Refuse(refusal, nameof(Email));
        await signIn.SignInAsync(admitted.Value, Remember);
        var account = await db.Accounts.FindAsync([admitted.Value.Id], cancel);
        LanguageFeature.Remember(HttpContext, account!.Language);
        if (Waiting is not { } form) return LocalRedirect(LocalAddress.Of(ReturnAddress));
        Rescue.Offer(HttpContext, form, RescueReason.SignedIn);
        return new EmptyResult();
    }
}
