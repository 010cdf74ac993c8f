using Bungo.Forum.Domain.Discussions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// Renders a post's body when it is saved, not when it is read: a page of fifty posts would otherwise spend
/// some 80 ms in parser and sanitizer. The HTML stands in two columns the Domain knows nothing of; a row
/// written by an older renderer is rendered at reading time instead (<see cref="Read"/>).
/// </summary>
public sealed class RenderedBodies : SaveChangesInterceptor
{
    public const string Html = "Html";
    public const string HtmlVersion = "HtmlVersion";

    public static RenderedHtml Read(string body, string? html, int version) =>
        html is not null && version == Markdown.Version ? Markdown.Restore(html) : Markdown.Render(body);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RenderChanged(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RenderChanged(eventData.Context);
        return new(result);
    }

    private static void RenderChanged(DbContext? db)
    {
        if (db is null) return;
        foreach (var entry in db.ChangeTracker.Entries<Post>())
        {
            if (entry.State != EntityState.Added && !entry.Property(p => p.Body).IsModified) continue;
            entry.Property(Html).CurrentValue = Markdown.Render(entry.Entity.Body).ToString();
            entry.Property(HtmlVersion).CurrentValue = Markdown.Version;
        }
    }
}
