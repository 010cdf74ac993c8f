using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// Who people are to the forum, and how they prove it. ASP.NET Core Identity keeps passwords, tokens and
/// lockout; the public side (name, role, office) is the Domain's <c>Account</c>, a row of its own that outlives
/// the sign-in when a person deletes their account.
/// </summary>
public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(c => c.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "masuk";
            o.LoginPath = Urls.SignIn;
            o.AccessDeniedPath = "/ditolak";
            o.ReturnUrlParameter = "kembali";
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.SlidingExpiration = true;
        }));
        services.AddIdentityCore<SignIn>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.SignIn.RequireConfirmedEmail = true;
                // A mail address is the user name, and addresses know more characters than Identity's list.
                o.User.AllowedUserNameCharacters = "";
                // The rule is the Domain's Password; Identity's own shall not add to it.
                o.Password.RequiredLength = Password.Shortest;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<ForumDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<Door>();
        services.AddScoped<AccountOpening>();
        return services.AddRefusalTexts(
            ("name-missing", "Tulis nama Anda.", "Give your name."),
            ("name-too-long", "Nama paling panjang {0} karakter.", "A name has at most {0} characters."),
            ("office-missing", "Tulis nama perangkat daerahnya.", "Give the name of the office."),
            ("office-too-long", "Nama perangkat daerah paling panjang {0} karakter.", "An office's name has at most {0} characters."),
            ("not-allowed", "Peran akun Anda tidak mengizinkan tindakan ini.", "Your account's role does not allow this."),
            ("account-suspended", "Akun Anda sedang ditangguhkan; lihat alasannya di halaman akun.", "Your account is suspended; see the reason on your account page."),
            ("mail-missing", "Tulis alamat surel Anda.", "Give your mail address."),
            ("mail-malformed", "Alamat surel ini tidak lengkap atau salah tulis.", "This mail address is incomplete or mistyped."),
            ("mail-taken", "Alamat surel ini sudah punya akun.", "This mail address already has an account."),
            ("password-too-short", "Kata sandi paling sedikit {0} karakter. Beberapa kata yang hanya Anda ketahui mudah diingat.", "A password has at least {0} characters. A few words only you know are easy to remember."),
            ("password-too-long", "Kata sandi paling panjang {0} karakter.", "A password has at most {0} characters."),
            ("password-too-easy", "Kata sandi ini terlalu mudah ditebak.", "This password is too easy to guess."),
            ("sign-in-failed", "Alamat surel atau kata sandi salah.", "Wrong mail address or password."),
            ("mail-unconfirmed", "Alamat surel ini belum dikonfirmasi. Buka tautan di surel dari kami, atau minta surel baru.", "This mail address has not been confirmed. Open the link in our mail, or ask for a new one."),
            ("too-many-attempts", "Terlalu banyak percobaan. Coba lagi {0} menit lagi, atau atur ulang kata sandi.", "Too many attempts. Try again in {0} minutes, or reset your password."));
    }

    public static WebApplication MapAccounts(this WebApplication app) => app;
}
