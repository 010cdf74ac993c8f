using System.Text;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// A pen name may be anything but the name of an office, the region or the site, or of a person who has a role here
/// (decision 12): posts in an office's name are marked, yet a name that looks official is read as official. Compared
/// as it is read: without case, accents and signs, and with letters and digits that look like another taken for it.
/// </summary>
public sealed class ReservedNames(ForumDb db, IOptions<RegionOptions> region)
{
    private const string Lookalikes = "АВЕЅІЈКМНОРСТУХаеѕіјкмнорстухԁɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ";
    private const string ReadAs = "ABESIJKMHOPCTYXaesijkmhopctyxdgABEZHIKMNOPTYXaikvoptux";

    private static readonly string[] Titles = [.. new[] { "admin", "administrator", "moderator", "pengelola", "sistem", "system" }.Select(AsRead)];
    private static readonly string[] TitlesInAnyName = [.. new[] { "admin", "administrator", "moderator" }.Select(AsRead)];

    /// <param name="ownId">Who wants the name; they may go on bearing it.</param>
    public async Task<Outcome<string>> CheckAsync(string? name, long? ownId, CancellationToken cancel)
    {
        if (Account.CheckName(name).IsRefused(out var refusal)) return refusal;
        var wanted = AsRead(Text.NormalizeLine(name));
        if (Titles.Contains(wanted) || wanted.Split('-').Any(TitlesInAnyName.Contains)) return AccountRefusals.NameReserved;
        var taken = await db.Accounts.Where(a => a.Office != null).Select(a => a.Office!)
            .Union(db.Accounts.Where(a => a.Role != Role.Warga && a.Id != ownId).Select(a => a.Name)).ToListAsync(cancel);
        return taken.Append(region.Value.Office).Append(region.Value.Name).Append(region.Value.SiteName).Select(AsRead).Contains(wanted)
            ? AccountRefusals.NameReserved
            : Text.NormalizeLine(name);
    }

    /// <summary>How many citizens bear a name that reads as this one: what whoever gives a role is told.</summary>
    public async Task<int> CountBearersAsync(Account account, CancellationToken cancel)
    {
        var (read, count) = (AsRead(account.Name), 0);
        var others = db.Accounts.Where(a => a.Role == Role.Warga && a.Id != account.Id && a.DeletedAt == null).Select(a => a.Name);
        await foreach (var name in others.AsAsyncEnumerable().WithCancellation(cancel))
            if (AsRead(name) == read) count++;
        return count;
    }

    private static string AsRead(string name)
    {
        var latin = string.Concat(name.Normalize(NormalizationForm.FormKD).Select(c => Lookalikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? ReadAs[at] : c));
        // A name in another script altogether has no Latin reading, and is compared by its own letters.
        if (!latin.Any(char.IsAsciiLetterOrDigit)) return latin.ToUpperInvariant();
        return Slug.Of(latin).Replace('l', 'i').Replace('1', 'i').Replace('0', 'o');
    }
}
