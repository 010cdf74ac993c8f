using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.SignIn)]
public sealed class SetPasswordPage(Credentials credentials) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "akun")]
    public string? AccountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "kode")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var set = await credentials.ResetPasswordAsync(AccountId, Code, Password, cancel);
        if (set.IsRefused(out var refusal)) return Refuse(refusal, refusal == AccountRefusals.LinkStale ? "" : nameof(Password));
        return Done(Urls.SignIn, T("Kata sandi baru tersimpan. Silakan masuk.", "The new password is saved. Please sign in."));
    }
}
