using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class ChangeMailPage(Credentials credentials, Door door, UserManager<SignIn> users) : ForumPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { } known) return Challenge();
        var address = Mailbox.Check(Email);
        if (address.IsRefused(out var refusal)) return Refuse(refusal, nameof(Email));
        if ((await door.ProveAsync(known, Password, cancel)).IsRefused(out refusal)) return Refuse(refusal, nameof(Password));
        await credentials.AskToMoveAsync(known, address.Value, cancel);
        return Done(Urls.Account, T($"Surel dikirim ke {address.Value}. Buka tautan di dalamnya.", $"A mail was sent to {address.Value}. Open the link in it."));
    }
}
