using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>Why a form comes back instead of being taken.</summary>
public enum RescueReason
{
    /// <summary>Nobody is signed in any more: sign in, then send it.</summary>
    SignedOut,

    /// <summary>Signed in again: look it over and send it.</summary>
    SignedIn,

    /// <summary>The form was open so long, or since another session, that its token no longer counts.</summary>
    Stale,

    /// <summary>Sent too soon after others.</summary>
    TooFast,
}

/// <summary>
/// Nothing typed is lost. A form sent after the session ended, with a stale token or too fast is not answered
/// with an error alone: the answer shows the text and a button that sends it again, to the same address, with
/// the same form key (so twice is once) and a fresh token. It works without script, because everything travels
/// in the page itself; nothing is stored. While somebody signs in, the form travels sealed, so that the page
/// that offers to send it can trust that it was typed here.
///
/// How: whoever refuses a form calls <see cref="Offer"/> and ends its answer empty; <see cref="RescueMiddleware"/>
/// then runs the request again as the page that shows it.
/// </summary>
public sealed class Rescue(IDataProtectionProvider protection)
{
    private static readonly object Key = new();
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("rescue").ToTimeLimitedDataProtector();

    public static void Offer(HttpContext http, RescuedForm form, RescueReason reason) => http.Items[Key] = new RescueOffer(form, reason);

    public static RescueOffer? Offered(HttpContext http) => http.Items[Key] as RescueOffer;

    public string Seal(RescuedForm form) => _seal.Protect(JsonSerializer.Serialize(form), Life);

    /// <returns>Null for anything this site did not seal within a day.</returns>
    public RescuedForm? Open(string? seal)
    {
        if (string.IsNullOrEmpty(seal)) return null;
        try
        {
            return JsonSerializer.Deserialize<RescuedForm>(_seal.Unprotect(seal));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

public sealed record RescueOffer(RescuedForm Form, RescueReason Reason);
