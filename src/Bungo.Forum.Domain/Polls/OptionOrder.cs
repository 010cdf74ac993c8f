using System.Security.Cryptography;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// The order in which a voter is shown the options. What stands first is chosen more often, so it is another for
/// each voter; it stays for a voter and a poll, so that nobody who comes back to change a vote misses by habit. It
/// follows from ids alone and is kept nowhere. Results keep the order in which the poll was published.
/// </summary>
public static class OptionOrder
{
    public static IReadOnlyList<PollOption> For(Poll poll, Account voter)
    {
        // Option ids are random and the poll's own: another poll, another order.
        byte[] PlaceOf(PollOption option) => SHA256.HashData([.. voter.ObjectId.ToByteArray(), .. option.Id.ToByteArray()]);
        return [.. poll.Options.OrderBy(o => Convert.ToHexString(PlaceOf(o)), StringComparer.Ordinal)];
    }
}
