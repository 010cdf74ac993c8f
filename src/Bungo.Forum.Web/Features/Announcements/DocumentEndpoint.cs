using System.Text;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>A version's document, byte for byte as the ledger's digest was taken of it. It never changes.</summary>
internal static class DocumentEndpoint
{
    public static void MapDocuments(this WebApplication app) =>
        app.MapMethods("/pengumuman/{slug}/versi/{number:int}.md", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
            .AllowAnonymous().CacheOutput(PublicCache.Name).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(string slug, int number, HttpContext http, ForumDb db, CancellationToken cancel)
    {
        PublicCache.Tag(http, Streams.Announcements);
        var version = await db.AnnouncementVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Announcement!.Slug == slug && v.Number == number, cancel);
        if (version is null) return Results.NotFound();
        return Results.Bytes(Encoding.UTF8.GetBytes(version.Document), "text/markdown; charset=utf-8", lastModified: version.At);
    }
}
