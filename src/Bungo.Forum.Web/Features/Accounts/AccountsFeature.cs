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
                // Length is what makes a password hard to guess; required classes of characters make it hard to remember.
                o.Password.RequiredLength = 10;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<ForumDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>();
        return services.AddRefusalTexts(
            ("name-missing", "Tulis nama Anda.", "Give your name."),
            ("name-too-long", "Nama paling panjang {0} karakter.", "A name has at most {0} characters."),
            ("office-missing", "Tulis nama perangkat daerahnya.", "Give the name of the office."),
            ("office-too-long", "Nama perangkat daerah paling panjang {0} karakter.", "An office's name has at most {0} characters."),
            ("not-allowed", "Peran akun Anda tidak mengizinkan tindakan ini.", "Your account's role does not allow this."),
            ("account-suspended", "Akun Anda sedang ditangguhkan; lihat alasannya di halaman akun.", "Your account is suspended; see the reason on your account page."));
    }

    public static WebApplication MapAccounts(this WebApplication app) => app;
}
