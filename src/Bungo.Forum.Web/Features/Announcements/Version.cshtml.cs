using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>The words as they stood once, with the digest by which the public ledger knows them.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class VersionPage(ForumDb db) : ForumPage
{
    public VersionView Version { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public int Newest { get; private set; }
    public string Digest { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Announcements);
        var found = await db.AnnouncementVersions.AsNoTracking().Include(v => v.Announcement)
            .Where(v => v.Announcement!.Slug == slug && (v.Number == number || v.Number == number - 1))
            .OrderByDescending(v => v.Number).ToListAsync(cancel);
        if (found.Count == 0 || found[0].Number != number) return NotFound();
        Version = VersionView.Of(found)[0];
        Slug = slug;
        Newest = found[0].Announcement!.Number;
        Digest = DocumentDigest.Of(Encoding.UTF8.GetBytes(found[0].Document), "text/markdown").Sha256;
        return Page();
    }
}
