using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Accounts;

[AllowAnonymous, AnonymousForm, LimitedByNetwork(NetworkLimit.Registration)]
public sealed class RegisterPage(Registration registration, ReservedNames reserved) : ForumPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool IsOldEnough { get; set; }

    [BindProperty]
    public bool Agrees { get; set; }

    public IActionResult OnGet() => Viewer.IsSignedIn ? LocalRedirect(Urls.Account) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var mail = Mailbox.Check(Email);
        var holds = Holds(await reserved.CheckAsync(Name, null, cancel), nameof(Name))
            & Holds(mail, nameof(Email))
            & Holds(Domain.Accounts.Password.Check(Password, Email, Name), nameof(Password))
            & Holds(Consent.Age(IsOldEnough), nameof(IsOldEnough))
            & Holds(Consent.Rules(Agrees), nameof(Agrees));
        if (!holds) return Refused();
        await registration.RegisterAsync(Text.NormalizeLine(Name), mail.Value, Password!, cancel);
        return LocalRedirect("/daftar/terkirim");
    }
}
