using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// The moderator's declaration whether a post criticises an office or official. No program can tell; so a person says
/// it, on the record, and the evaluator's sample holds them to it. Nothing is preset.
/// </summary>
/// <param name="Offices">Those that have accounts here.</param>
public sealed record CriticismField(string? Value, IReadOnlyList<string> Offices, string Suffix = "")
{
    public const string None = "tidak";

    public static async Task<IReadOnlyList<string>> OfficesAsync(ForumDb db, CancellationToken cancel) =>
        await db.Accounts.Where(a => a.Office != null && a.DeletedAt == null && a.Role != Role.Penilai).Select(a => a.Office!).Distinct().OrderBy(o => o).ToListAsync(cancel);
}
