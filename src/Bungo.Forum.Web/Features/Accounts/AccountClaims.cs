using System.Security.Claims;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>What the cookie says of its bearer: account id, public name, role. Never the mail address.</summary>
public sealed class AccountClaims(UserManager<SignIn> users, IOptions<IdentityOptions> options, ForumDb db)
    : UserClaimsPrincipalFactory<SignIn>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SignIn user)
    {
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == user.Id);
        var claims = await base.GenerateClaimsAsync(user);
        foreach (var mail in claims.FindAll(c => c.Type is ClaimTypes.Email or ClaimTypes.Name).ToArray()) claims.RemoveClaim(mail);
        claims.AddClaim(new Claim(Viewer.NameClaim, account.Name));
        claims.AddClaim(new Claim(Viewer.RoleClaim, account.Role.ToString()));
        return claims;
    }
}
