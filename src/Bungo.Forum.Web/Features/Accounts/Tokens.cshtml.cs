using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// The new token is shown in the answer to the form itself: a redirect would have to carry it somewhere, and
/// it is to be nowhere but on this screen. Sent again, the form makes another token, which can be revoked.
/// </summary>
[Authorize]
public sealed class TokensPage(AccessTokens tokens, Door door, UserManager<SignIn> users) : ForumPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int Days { get; set; } = 90;

    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];
    public string? Drawn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Tokens = await tokens.OfAsync(Viewer.Id!.Value, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { } known) return Challenge();
        Tokens = await tokens.OfAsync(known.Id, cancel);
        if ((await door.ProveAsync(known, Password, cancel)).IsRefused(out var refusal)) return Refuse(refusal, nameof(Password));
        var drawn = await tokens.DrawAsync(known.Id, Name, Days, cancel);
        if (drawn.IsRefused(out refusal)) return Refuse(refusal, refusal == AccountRefusals.TokenDaysWrong ? nameof(Days) : nameof(Name));
        Drawn = drawn.Value;
        (Name, Tokens) = (null, await tokens.OfAsync(known.Id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken cancel)
    {
        await tokens.RevokeAsync(Viewer.Id!.Value, id, cancel);
        return Done("/akun/token", T("Token dicabut.", "The token was revoked."));
    }
}
