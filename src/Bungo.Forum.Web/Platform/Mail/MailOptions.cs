namespace Bungo.Forum.Web.Platform.Mail;

/// <summary>Section <c>Mail</c>. Without a host, letters go into a folder as <c>.eml</c> files that any mail program opens.</summary>
public sealed class MailOptions
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 25;

    /// <summary><c>None</c>, <c>StartTls</c>, <c>SslOnConnect</c> or <c>Auto</c>: MailKit's names.</summary>
    public string Security { get; set; } = "Auto";

    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public string From { get; set; } = "";
    public string PickupFolder { get; set; } = "";
}
