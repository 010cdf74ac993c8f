using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>A GET changes nothing: programs that look into mail open every link.</summary>
[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.SignIn)]
public sealed class ConfirmMailPage(UserManager<SignIn> users, SignInManager<SignIn> signIn, Door door) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "akun")]
    public string? AccountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "kode")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var known = await users.FindByLinkAsync(AccountId);
        if (known is null || !await users.VerifyUserTokenAsync(known, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<SignIn>.ConfirmEmailTokenPurpose, Code ?? ""))
            return Refuse(AccountRefusals.LinkStale);
        if (known.EmailConfirmed) return Done(Urls.SignIn, T("Alamat surel ini sudah dikonfirmasi. Silakan masuk.", "This mail address is already confirmed. Please sign in."));
        if ((await door.ProveAsync(known, Password, cancel)).IsRefused(out var refusal)) return Refuse(refusal, nameof(Password));
        await users.ConfirmEmailAsync(known, Code!);
        await signIn.SignInAsync(known, isPersistent: false);
        return Done("/", T("Selamat datang. Akun Anda siap dipakai.", "Welcome. Your account is ready."));
    }
}
