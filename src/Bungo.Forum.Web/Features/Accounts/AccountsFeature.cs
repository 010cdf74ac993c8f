using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Security;
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
        services.AddAuthentication().AddIdentityCookies(c => c.ApplicationCookie!.Configure(o =>
        {
            o.Cookie.Name = "masuk";
            o.LoginPath = Urls.SignIn;
            o.ReturnUrlParameter = "kembali";
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.SlidingExpiration = true;
            o.Events.OnRedirectToLogin = RescueChallenge.AnswerAsync;
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
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
        // How long a session is believed without asking whether it was ended, the account deleted or the role changed.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<Door>();
        services.AddScoped<AccountOpening>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<AccountMail>();
        services.AddScoped<AskedLetters>();
        services.AddScoped<Registration>();
        services.AddScoped<ReservedNames>();
        services.AddScoped<Credentials>();
        services.AddScoped<AccountErasure>();
        services.AddSingleton<ErasureRecord>();
        services.AddScoped<IActListener>(provider => provider.GetRequiredService<ErasureRecord>());
        services.AddScoped<IErasure, ErasureAgain>();
        services.AddScoped<RoleGrants>();
        services.AddScoped<AccessTokens>();
        services.AddScoped<IPersonalData, AccountPersonalData>();
        services.AddScoped<IPersonalData, RolePersonalData>();
        services.AddScoped<IPersonalData, TokenPersonalData>();
        services.AddRecurringJob<WriteAskedLettersJob>("write-asked-letters", "* * * * *");
        services.AddRecurringJob<PurgeSignInsJob>("purge-sign-ins", "17 3 * * *");
        return services.AddRefusalTexts(
            ("name-missing", "Tulis nama Anda.", "Give your name."),
            ("name-too-long", "Nama paling panjang {0} karakter.", "A name has at most {0} characters."),
            ("office-missing", "Tulis nama perangkat daerahnya.", "Give the name of the office."),
            ("office-too-long", "Nama perangkat daerah paling panjang {0} karakter.", "An office's name has at most {0} characters."),
            ("not-allowed", "Peran akun Anda tidak mengizinkan tindakan ini.", "Your account's role does not allow this."),
            ("account-erased", "Akun ini sudah dihapus.", "This account has been deleted."),
            ("account-suspended", "Akun Anda sedang ditangguhkan; lihat alasannya di halaman akun.", "Your account is suspended; see the reason on your account page."),
            ("official-name-fixed", "Pejabat memakai nama aslinya; minta pengelola mengubahnya.", "Officials use their real name; ask the administrator to change it."),
            ("name-reserved", "Nama ini terbaca sebagai nama kantor, pejabat, atau pengelola. Pilih nama lain.", "This name reads as an office, an official or the administrator. Choose another."),
            ("role-not-granted", "Peran itu tidak dapat diberikan kepada akun ini.", "That role cannot be given to this account."),
            ("age-unconfirmed", "Akun dapat dibuat mulai umur {0} tahun. Centang bila Anda sudah berumur {0} tahun.", "Accounts are for people of {0} and older. Tick the box if you are."),
            ("rules-not-agreed", "Setujui tata tertib dan pencatatan publik lebih dahulu.", "Agree to the rules of conduct and the public record first."),
            ("password-wrong", "Kata sandinya salah.", "The password is wrong."),
            ("link-stale", "Tautan ini sudah dipakai, diganti yang lebih baru, atau kedaluwarsa. Minta tautan baru.", "This link was used, replaced by a newer one, or has expired. Ask for a new one."),
            ("token-name-wrong", "Beri token nama, paling panjang {0} karakter.", "Give the token a name of at most {0} characters."),
            ("token-days-wrong", "Token berlaku 1 sampai {0} hari.", "A token is valid for 1 to {0} days."),
            ("token-missing", "Perlu token akses pribadi: Authorization: Bearer …", "A personal access token is needed: Authorization: Bearer …"),
            ("token-invalid", "Token ini tidak dikenal, dicabut, atau kedaluwarsa.", "This token is unknown, revoked or expired."),
            ("too-many-tokens", "Paling banyak {0} token. Cabut dulu yang tidak dipakai.", "At most {0} tokens. Revoke one you do not use."),
            ("mail-unknown", "Tidak ada akun dengan alamat surel itu.", "No account has that mail address."),
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

    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapGet("/akun/data.json", MyData.WriteAsync).RequireAuthorization();
        return app;
    }
}
