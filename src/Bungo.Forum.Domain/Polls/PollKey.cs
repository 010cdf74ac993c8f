using System.Security.Cryptography;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// What ties a person to their ballot while a poll is open, so that they can change it and cannot cast a second
/// one. A ballot names its voter only by the nullifier made with this key; another poll has another key, so
/// nothing links a person's ballots of two polls. The key is destroyed when the poll closes, and with it the
/// way back. Whoever reads the key and the accounts before that can say whose ballot is whose: the poll's page
/// says so.
/// </summary>
public sealed class PollKey
{
    public const int Length = 32;

    private PollKey() { }

    public long PollId { get; private set; }
    public byte[] Key { get; private set; } = [];

    public static PollKey Draw(Poll poll) => new() { PollId = poll.Id, Key = RandomNumberGenerator.GetBytes(Length) };

    /// <returns>HMAC-SHA-256 of the account's random id under this key: 32 bytes.</returns>
    public byte[] NullifierOf(Account account) => HMACSHA256.HashData(Key, account.ObjectId.ToByteArray(bigEndian: true));

    /// <summary>
    /// What a form leaves behind so that the same person sending it again is recognised: of another length than
    /// what a nullifier is made of, hence never one.
    /// </summary>
    public byte[] MarkOf(Account account, Guid form)
    {
        byte[] both = [.. account.ObjectId.ToByteArray(bigEndian: true), .. form.ToByteArray(bigEndian: true)];
        return HMACSHA256.HashData(Key, both);
    }
}
