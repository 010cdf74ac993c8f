using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

internal sealed class AccountPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "account";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.Users.AsNoTracking().Where(u => u.Id == accountId)
        .Select(u => (object)new
        {
            u.Account.Id,
            LedgerId = u.Account.ObjectId,
            u.Account.Name,
            u.Email,
            u.EmailConfirmed,
            Role = u.Account.Role.ToString(),
            u.Account.Office,
            u.Account.Language,
            u.Account.CreatedAt,
            u.Account.VerifiedAt,
        }).AsAsyncEnumerable();
}

internal sealed class RolePersonalData(ForumDb db) : IPersonalData
{
    public string Name => "roles";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.RoleGrants.AsNoTracking().Where(g => g.AccountId == accountId)
        .OrderBy(g => g.Id).Select(g => (object)new { Role = g.Role.ToString(), g.Office, g.GrantedAt, g.RevokedAt }).AsAsyncEnumerable();
}

internal sealed class TokenPersonalData(ForumDb db) : IPersonalData
{
    public string Name => "tokens";

    public IAsyncEnumerable<object> ReadAsync(long accountId, CancellationToken cancel) => db.AccessTokens.AsNoTracking().Where(t => t.AccountId == accountId)
        .OrderBy(t => t.Id).Select(t => (object)new { t.Name, t.Prefix, t.CreatedAt, t.ExpiresAt, t.LastUsedAt }).AsAsyncEnumerable();
}
