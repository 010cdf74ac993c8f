using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Region;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Bungo.Forum.Web.Platform.Mail;

/// <summary>Hands one letter over: to the mail server, or to the pick-up folder where there is none.</summary>
public sealed class Postman(IOptions<MailOptions> mail, IOptions<RegionOptions> region)
{
    /// <exception cref="Exception">Whatever MailKit or the disk says; the caller keeps the letter and tries later.</exception>
    public async Task DeliverAsync(Letter letter, CancellationToken cancel)
    {
        var options = mail.Value;
        using var message = Compose(letter, options);
        if (options.Host.Length == 0)
        {
            await WriteToFolderAsync(message, letter, options, cancel);
            return;
        }

        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(options.Host, options.Port, Enum.Parse<SecureSocketOptions>(options.Security), cancel);
        if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(true, cancel);
    }

    private MimeMessage Compose(Letter letter, MailOptions options)
    {
        var from = options.From.Length > 0 ? options.From : region.Value.Email;
        var message = new MimeMessage { Subject = letter.Subject, Date = letter.QueuedAt, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(new MailboxAddress(region.Value.SiteName, from));
        message.To.Add(MailboxAddress.Parse(letter.To));
        // The same letter handed over twice (a crash between sending and noting it) carries the same id.
        message.MessageId = $"letter-{letter.Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static async Task WriteToFolderAsync(MimeMessage message, Letter letter, MailOptions options, CancellationToken cancel)
    {
        var folder = options.PickupFolder.Length > 0 ? options.PickupFolder : Path.Combine(DataFolder.Path, "mail");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{letter.QueuedAt.UtcDateTime:yyyyMMdd-HHmmss}-{letter.Id}.eml");
        await message.WriteToAsync(file + ".part", cancel);
        File.Move(file + ".part", file, overwrite: true);
    }
}
