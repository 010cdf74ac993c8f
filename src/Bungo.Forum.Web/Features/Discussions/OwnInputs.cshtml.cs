using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Discussions;

/// <summary>What somebody wrote, newest first, with what became of each. Open also to who is suspended.</summary>
[Authorize]
public sealed class OwnInputsPage(ForumDb db) : ForumPage
{
    public const int PageSize = 20;

    public IReadOnlyList<OwnInput> Inputs { get; private set; } = [];
    public bool IsContinued { get; private set; }
    public string? Next { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "setelah")] string? after, CancellationToken cancel)
    {
        var own = db.Posts.AsNoTracking().Where(p => p.AuthorId == Viewer.Id);
        if (TimeCursor.Parse(after) is var (at, id))
        {
            own = own.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.PostedAt, p.Id), ValueTuple.Create(at, id)));
            IsContinued = true;
        }

        var found = await OwnInput.From(db, own.OrderByDescending(p => p.PostedAt).ThenByDescending(p => p.Id).Take(PageSize + 1)).ToListAsync(cancel);
        Inputs = found.Count > PageSize ? found[..PageSize] : found;
        if (found.Count > PageSize) Next = new TimeCursor(Inputs[^1].PostedAt, Inputs[^1].Id).ToString();
    }
}
