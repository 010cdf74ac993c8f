using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>What opens a commitment, or why nothing does: <c>{"i", "keadaan", "label"}</c> with <c>terbatas</c>, <c>belum</c> or <c>dihapus</c>.</summary>
public sealed class Openings(ForumDb db)
{
    public async Task<byte[]?> FindAsync(ActId id, string label, CancellationToken cancel)
    {
        var act = id.ToGuid();
        return await db.ActOpenings.AsNoTracking().FirstOrDefaultAsync(o => o.ActId == act && o.Label == label, cancel) is { } opening ? Tell(opening) : null;
    }

    /// <summary>The line that a package and the site tell of a commitment.</summary>
    internal static byte[] Tell(ActOpening opening)
    {
        var id = ActId.From(opening.ActId);
        return opening is { State: OpeningState.Open, Salt: { } salt, Content: { } content }
            ? new Opening(id, opening.Label, opening.Type, salt, content).ToBytes()
            : new Withheld(id, opening.Label, StateOf(opening.State)).ToBytes();
    }

    internal static WithheldState StateOf(OpeningState state) => state switch
    {
        OpeningState.Sealed => WithheldState.Belum,
        OpeningState.Destroyed => WithheldState.Dihapus,
        _ => WithheldState.Terbatas,
    };
}
