using System.Text.Encodings.Web;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// What is written to people about their account, in their language. Each says what happened, what to do if it
/// was them, and what to do if it was not; none greets by name, which whoever registered may have chosen to
/// make the letter say something else.
/// </summary>
public sealed class AccountLetters(IOptions<RegionOptions> region, TimeProvider clock)
{
    private RegionOptions Region => region.Value;

    public Letter Confirm(SignIn signIn, Account account, string code) => Write(signIn.Email!, account.Language,
        () => T("Konfirmasi alamat surel Anda", "Confirm your mail address"),
        () => T(
            $"Alamat ini dipakai untuk mendaftar di {Region.SiteName}. Untuk menyelesaikan pendaftaran, buka tautan ini dan masukkan kata sandi yang tadi dipilih:",
            $"This address was used to register at {Region.SiteName}. To finish, open this link and enter the password that was chosen:")
            + Paragraph(Link("/daftar/konfirmasi", ("akun", Id(signIn)), ("kode", code)))
            + T("Bukan Anda? Abaikan surel ini; tanpa konfirmasi, pendaftarannya dihapus dalam 7 hari.",
                "Not you? Ignore this mail; without confirmation the registration is erased within 7 days."));

    public Letter AlreadyHere(SignIn signIn, Account account) => Write(signIn.Email!, account.Language,
        () => T("Anda sudah punya akun", "You already have an account"),
        () => T(
            $"Seseorang, mungkin Anda, baru saja mendaftar di {Region.SiteName} dengan alamat ini. Alamat ini sudah punya akun, jadi tidak ada yang berubah. Masuk di sini:",
            $"Somebody, perhaps you, has just registered at {Region.SiteName} with this address. It already has an account, so nothing has changed. Sign in here:")
            + Paragraph(Link("/masuk"))
            + T("Lupa kata sandinya? Atur yang baru:", "Forgot the password? Set a new one:")
            + Paragraph(Link("/sandi/lupa"))
            + T("Bukan Anda? Tidak perlu berbuat apa-apa.", "Not you? There is nothing you need to do."));

    public Letter Reset(SignIn signIn, Account account, string code) => Write(signIn.Email!, account.Language,
        () => T("Atur kata sandi baru", "Set a new password"),
        () => T($"Untuk mengatur kata sandi baru di {Region.SiteName}, buka tautan ini dalam 24 jam:", $"To set a new password at {Region.SiteName}, open this link within 24 hours:")
            + Paragraph(Link("/sandi/atur", ("akun", Id(signIn)), ("kode", code)))
            + T("Bukan Anda yang meminta? Abaikan surel ini; kata sandi Anda tidak berubah.", "Not you who asked? Ignore this mail; your password stays as it is."));

    public Letter PasswordChanged(SignIn signIn, Account account) => Write(signIn.Email!, account.Language,
        () => T("Kata sandi Anda diubah", "Your password was changed"),
        () => T($"Kata sandi akun Anda di {Region.SiteName} diubah pada {Wib.Full(clock.GetUtcNow())}.", $"The password of your account at {Region.SiteName} was changed on {Wib.Full(clock.GetUtcNow())}.")
            + NotYou());

    public Letter ConfirmNewAddress(SignIn signIn, Account account, string address, string code) => Write(address, account.Language,
        () => T("Konfirmasi alamat surel yang baru", "Confirm the new mail address"),
        () => T($"Untuk memakai alamat ini bagi akun Anda di {Region.SiteName}, buka tautan ini:", $"To use this address for your account at {Region.SiteName}, open this link:")
            + Paragraph(Link("/akun/surel/konfirmasi", ("akun", Id(signIn)), ("surel", address), ("kode", code)))
            + T("Bukan Anda? Abaikan surel ini.", "Not you? Ignore this mail."));

    public Letter AddressTaken(string address, string language) => Write(address, language,
        () => T("Alamat ini sudah punya akun lain", "This address already has another account"),
        () => T(
            $"Seseorang, mungkin Anda, ingin memakai alamat ini untuk akun lain di {Region.SiteName}. Alamat ini sudah punya akun sendiri, jadi tidak ada yang berubah.",
            $"Somebody, perhaps you, wants to use this address for another account at {Region.SiteName}. It already has an account of its own, so nothing has changed."));

    public Letter AddressChanged(string oldAddress, Account account) => Write(oldAddress, account.Language,
        () => T("Alamat surel akun Anda diganti", "Your account's mail address was changed"),
        () => T($"Akun Anda di {Region.SiteName} sejak {Wib.Full(clock.GetUtcNow())} memakai alamat surel lain.", $"Since {Wib.Full(clock.GetUtcNow())} your account at {Region.SiteName} uses another mail address.")
            + NotYou());

    public Letter Erased(string address, string language) => Write(address, language,
        () => T("Akun Anda sudah dihapus", "Your account has been deleted"),
        () => T(
            $"Akun Anda di {Region.SiteName} dihapus pada {Wib.Full(clock.GetUtcNow())}. Nama, alamat surel, dan kata sandi Anda sudah tidak kami simpan. Ini surel terakhir dari kami.",
            $"Your account at {Region.SiteName} was deleted on {Wib.Full(clock.GetUtcNow())}. We no longer keep your name, mail address and password. This is our last mail."));

    private string NotYou() => "\n\n" + T(
        $"Bukan Anda? Atur kata sandi baru di {Region.PublicAddress}/sandi/lupa dan balas surel ini.",
        $"Not you? Set a new password at {Region.PublicAddress}/sandi/lupa and reply to this mail.");

    private Letter Write(string to, string language, Func<string> subject, Func<string> text) => Speaking.In(language, () =>
        new Letter(to, $"{subject()} – {Region.SiteName}", $"{text()}\n\n{Region.SiteName}\n{Region.PublicAddress}\n", clock.GetUtcNow()));

    private string Link(string path, params (string Key, string Value)[] query) => Region.PublicAddress + path
        + (query.Length == 0 ? "" : "?" + string.Join('&', query.Select(q => q.Key + "=" + UrlEncoder.Default.Encode(q.Value))));

    private static string Paragraph(string text) => $"\n\n{text}\n\n";

    private static string Id(SignIn signIn) => signIn.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
