using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Web.Data;

/// <summary>
/// A personal access token for the API. Its text is shown once, when it is made; what is kept is a digest and
/// a few letters to tell it from others. A fast digest is right here: the token is 256 random bits, which
/// nobody guesses, unlike a password.
/// </summary>
public sealed class AccessToken
{

    /// <summary>Lets scanners of leaked secrets, and people, see what it is.</summary>
    public const string Mark = "bungo_";

    private const int RandomBytes = 32;
    private const int PrefixLength = 11;

    private AccessToken() { }

    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public SignIn? SignIn { get; private set; }
    public string Name { get; private set; } = "";
    public string Prefix { get; private set; } = "";
    public byte[] Digest { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>To the hour: enough to find a token nobody needs, too coarse to follow a person.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static (AccessToken Row, string Text) Draw(long accountId, string name, DateTimeOffset now, int days)
    {
        var text = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var row = new AccessToken
        {
            AccountId = accountId,
            Name = name,
            Prefix = text[..PrefixLength],
            Digest = DigestOf(text),
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        return (row, text);
    }

    public static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
