using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.Registration)]
public sealed class ResendConfirmationPage(AskedLetters letters) : ForumPage
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var mail = Mailbox.Check(Email);
        if (mail.IsRefused(out var refusal)) return Refuse(refusal, nameof(Email));
        await letters.AskAsync(AskedFor.Confirmation, mail.Value, cancel);
        return LocalRedirect("/daftar/terkirim");
    }
}
