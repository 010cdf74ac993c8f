using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// A pen name may be anything but the name of an office, the region or the site: posts in an office's name are
/// marked, yet a name that looks official is read as official. Compared without case, accents and signs.
/// </summary>
public sealed class ReservedNames(ForumDb db, IOptions<RegionOptions> region)
{
    private static readonly string[] Titles = ["admin", "administrator", "moderator", "pengelola", "sistem", "system"];

    public async Task<Outcome<string>> CheckAsync(string? name, CancellationToken cancel)
    {
        if (Account.CheckName(name).IsRefused(out var refusal)) return refusal;
        var wanted = Slug.Of(Text.NormalizeLine(name));
        var offices = await db.Accounts.Where(a => a.Office != null).Select(a => a.Office!).Distinct().ToListAsync(cancel);
        var taken = offices.Append(region.Value.Office).Append(region.Value.Name).Append(region.Value.SiteName).Select(Slug.Of);
        return Titles.Contains(wanted) || taken.Contains(wanted) ? AccountRefusals.NameReserved : Text.NormalizeLine(name);
    }
}
