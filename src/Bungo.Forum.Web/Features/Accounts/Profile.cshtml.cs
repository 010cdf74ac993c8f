using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

[Authorize]
public sealed class ProfilePage(ForumDb db, ReservedNames reserved, SignInManager<SignIn> signIn, TimeProvider clock) : ForumPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public Account Account { get; private set; } = null!;
    public SignIn Entry { get; private set; } = null!;
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return Challenge();
        (Name, Language) = (Account.Name, Account.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return Challenge();
        if (Name != Account.Name)
        {
            if ((await reserved.CheckAsync(Name, Account.Id, cancel)).IsRefused(out var refusal)) return Refuse(refusal, nameof(Name));
            if (Account.Rename(Name, Now).IsRefused(out refusal)) return Refuse(refusal, nameof(Name));
        }

        Account.Speak(Language ?? Account.Language);
        await db.SaveChangesAsync(cancel);
        await signIn.RefreshSignInAsync(Entry);
        LanguageFeature.Remember(HttpContext, Account.Language);
        return Done(Urls.Account, Speaking.In(Account.Language, () => T("Tersimpan.", "Saved.")));
    }

    // A session may outlive its account by as long as the security stamp is trusted without asking.
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await db.Users.Include(u => u.Account).FirstOrDefaultAsync(u => u.Id == Viewer.Id, cancel);
        if (found is null) return false;
        (Entry, Account) = (found, found.Account);
        return true;
    }
}
