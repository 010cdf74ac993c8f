using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Shared;

/// <summary>Gives a form back that was not taken, with a button that sends it again; see <see cref="Rescue"/>.</summary>
[AllowAnonymous]
public sealed class ResendPage : ForumPage
{
    public RescuedForm Form { get; private set; } = null!;
    public string Why { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (Rescue.Offered(HttpContext) is not { } offer) return LocalRedirect("/");
        Form = offer.Form with { Address = LocalAddress.Of(offer.Form.Address) };
        Why = offer.Reason switch
        {
            RescueReason.SignedIn => T("Anda sudah masuk lagi. Periksa tulisan Anda, lalu kirim.", "You are signed in again. Look over what you wrote, then send it."),
            RescueReason.TooFast => T($"Terlalu banyak kiriman dalam waktu singkat. Tunggu {Response.Headers.RetryAfter} detik, lalu kirim.", $"Too many submissions in a short time. Wait {Response.Headers.RetryAfter} seconds, then send it."),
            _ => T("Formulir ini sudah lama terbuka, jadi belum diterima. Periksa, lalu kirim sekali lagi.", "This form had been open for long and was not taken. Look it over and send it once more."),
        };
        return Page();
    }
}
