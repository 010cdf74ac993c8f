using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.Registration)]
public sealed class ForgotPasswordPage(AskedLetters letters) : ForumPage
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var address = Mailbox.Check(Email);
        if (address.IsRefused(out var refusal)) return Refuse(refusal, nameof(Email));
        await letters.AskAsync(AskedFor.NewPassword, address.Value, cancel);
        return Done(Urls.SignIn, T(
            "Bila alamat itu punya akun, surel dengan tautan untuk mengatur kata sandi baru sedang dikirim.",
            "If that address has an account, a mail with a link for setting a new password is on its way."));
    }
}
