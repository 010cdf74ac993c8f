using System.Text;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// A pen name may be anything but the name of an office, the region or the site: posts in an office's name are
/// marked, yet a name that looks official is read as official. Compared as it is read: without case, accents
/// and signs, and with the letters of other alphabets that look like ours taken for ours.
/// </summary>
public sealed class ReservedNames(ForumDb db, IOptions<RegionOptions> region)
{
    private static readonly string[] Titles = ["admin", "administrator", "moderator", "pengelola", "sistem", "system"];

    private static readonly string[] TitlesInAnyName = ["admin", "administrator", "moderator"];

    private const string Lookalikes = "АВЕЅІЈКМНОРСТУХаеѕіјкмнорстухԁɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ";
    private const string ReadAs = "ABESIJKMHOPCTYXaesijkmhopctyxdgABEZHIKMNOPTYXaikvoptux";

    public async Task<Outcome<string>> CheckAsync(string? name, CancellationToken cancel)
    {
        if (Account.CheckName(name).IsRefused(out var refusal)) return refusal;
        var wanted = AsRead(Domain.Text.NormalizeLine(name));
        var offices = await db.Accounts.Where(a => a.Office != null).Select(a => a.Office!).Distinct().ToListAsync(cancel);
        var taken = offices.Append(region.Value.Office).Append(region.Value.Name).Append(region.Value.SiteName).Select(Slug.Of);
        return Titles.Contains(wanted) || wanted.Split('-').Any(TitlesInAnyName.Contains) || taken.Contains(wanted) ? AccountRefusals.NameReserved : Domain.Text.NormalizeLine(name);
    }

    private static string AsRead(string name) => Slug.Of(string.Concat(name.Normalize(NormalizationForm.FormKD)
        .Select(c => Lookalikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? ReadAs[at] : c)));
}
