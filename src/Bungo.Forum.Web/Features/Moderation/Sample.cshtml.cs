using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>One month's sample with its seed, so that whoever doubts the draw repeats it, and what was found.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class SamplePage(ForumDb db) : ForumPage
{
    public ReviewSample Sample { get; private set; } = null!;
    public bool MayJudge => Viewer.May(Permission.Evaluate);

    /// <summary>What a stranger types to compute one decision's key.</summary>
    public string Command => $"printf '%s\\n%s\\n%s\\n%s' bungo-forum/sampel/v1 {Sample.Month} '{Sample.Seed}' \"$ID\" | sha256sum";

    public static string Share(int part, int whole) => (part / (double)whole).ToString("P1", CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Moderation);
        var found = await db.ReviewSamples.AsNoTracking().Include(s => s.Items.OrderBy(i => i.Rank)).ThenInclude(i => i.Decision).FirstOrDefaultAsync(s => s.Month == month, cancel);
        if (found is null) return NotFound();
        Sample = found;
        return Page();
    }
}
