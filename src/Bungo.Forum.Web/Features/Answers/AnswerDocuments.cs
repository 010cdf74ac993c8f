using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>An answer's document, byte for byte as the ledger's digest was taken of it. It never changes.</summary>
internal static class AnswerDocuments
{
    public static void MapAnswerDocuments(this WebApplication app) =>
        app.MapMethods("/tanggapan/{id:long}.md", [HttpMethods.Get, HttpMethods.Head], HandleAsync).AllowAnonymous().CacheOutput(PublicCache.Name).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(long id, HttpContext http, ForumDb db, CancellationToken cancel)
    {
        if (await db.Answers.AsNoTracking().Include(a => a.DuplicateOf).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } answer) return Results.NotFound();
        PublicCache.Tag(http, Streams.Consultation(answer.ConsultationId));
        return Results.Bytes(AnswerDocument.Of(answer), "text/markdown; charset=utf-8", lastModified: answer.At);
    }
}
