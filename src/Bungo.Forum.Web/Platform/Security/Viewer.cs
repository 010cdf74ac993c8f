using System.Globalization;
using System.Security.Claims;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// Who is looking: what the cookie or token says, without a query. Whoever writes is asked for as a row
/// (<see cref="AccountAsync"/>), so that a suspension or a changed role counts at once: asked inside the transaction
/// that writes, and held there, so that it cannot come in between either.
/// </summary>
public sealed class Viewer(IHttpContextAccessor http, ForumDb db)
{
    public const string RoleClaim = "role";
    public const string NameClaim = "name";

    private Guid? _heldIn;

    private ClaimsPrincipal? User => http.HttpContext?.User;

    public bool IsSignedIn => User?.Identity?.IsAuthenticated == true;

    public long? Id => IsSignedIn && long.TryParse(User!.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    public string Name => User?.FindFirstValue(NameClaim) ?? "";

    public Role? Role => Enum.TryParse<Role>(User?.FindFirstValue(RoleClaim), out var role) ? role : null;

    public bool May(Permission permission) => Role?.Allows(permission) == true;

    /// <summary>
    /// The viewer's account. In a transaction it is tracked and stays as read until that ends; outside one it is for
    /// showing only, and not tracked: what was read of somebody before a lock was waited for cannot be written with.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its policy.</exception>
    public async Task<Account> AccountAsync(CancellationToken cancel)
    {
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (transaction is not null && transaction != _heldIn) await db.HoldAccountAsync(Id, cancel);
        _heldIn = transaction;
        return await (transaction is null ? db.Accounts.AsNoTracking() : db.Accounts).FirstOrDefaultAsync(a => a.Id == Id, cancel)
            ?? throw new InvalidOperationException("Nobody is signed in here.");
    }
}
