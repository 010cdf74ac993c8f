using System.Globalization;
using Bungo.Forum.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

internal static class MailLinks
{
    /// <summary>The sign-in that a link in a letter names, whatever somebody made of the link.</summary>
    public static async Task<SignIn?> FindByLinkAsync(this UserManager<SignIn> users, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? await users.FindByIdAsync(id!) : null;
}
