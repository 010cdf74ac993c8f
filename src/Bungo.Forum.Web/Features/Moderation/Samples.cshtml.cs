using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>A month as a line: how many decisions, how many examined, how many found wrong.</summary>
public sealed record SampleLine(string Month, int Population, int Drawn, int Judged, int Errors);

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class SamplesPage(ForumDb db) : ForumPage
{
    /// <summary>Ten years.</summary>
    private const int Most = 120;

    public IReadOnlyList<SampleLine> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Moderation);
        Months = await db.ReviewSamples.AsNoTracking().OrderByDescending(s => s.Month).Take(Most).Select(s => new SampleLine(
            s.Month, s.Population, s.Items.Count, s.Items.Count(i => i.Verdict != null), s.Items.Count(i => i.Verdict == ReviewVerdict.Error))).ToListAsync(cancel);
    }
}
