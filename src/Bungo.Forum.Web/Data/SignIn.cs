using Bungo.Forum.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Data;

/// <summary>
/// How a person proves who they are: mail address, password, lockout. Its key is the account's. Kept in a
/// schema of its own and erased whole when the account is deleted; the forum's tables know the account only.
/// </summary>
public sealed class SignIn : IdentityUser<long>
{
    public Account Account { get; set; } = null!;
}
