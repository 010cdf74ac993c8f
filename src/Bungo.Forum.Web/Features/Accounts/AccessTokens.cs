using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>Makes, lists and revokes personal access tokens. Checking them is <c>Platform/Security/TokenHandler</c>.</summary>
public sealed class AccessTokens(ForumDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<AccessToken>> OfAsync(long accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.AccessTokens.AsNoTracking().Where(t => t.AccountId == accountId && t.ExpiresAt > now).OrderBy(t => t.Id).ToListAsync(cancel);
    }

    /// <returns>The token's text, which is kept nowhere.</returns>
    public async Task<Outcome<string>> DrawAsync(long accountId, string? name, int days, CancellationToken cancel)
    {
        if (TokenLimits.Check(name, days, (await OfAsync(accountId, cancel)).Count).IsRefused(out var refusal)) return refusal;
        var (row, text) = AccessToken.Draw(accountId, Text.NormalizeLine(name), clock.GetUtcNow(), days);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return text;
    }

    /// <summary>One's own only; another's id does nothing.</summary>
    public Task RevokeAsync(long accountId, long id, CancellationToken cancel) =>
        db.AccessTokens.Where(t => t.AccountId == accountId && t.Id == id).ExecuteDeleteAsync(cancel);
}
