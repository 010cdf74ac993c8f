using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

[Authorize(Policy = nameof(Permission.Moderate))]
public sealed class DecideTopicPage(ForumDb db, ActRecorder acts, TimeProvider clock) : DecidingPage(db, acts, clock)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public Refusal? StepsBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DecideAsync(() => Db.LockTopicAsync(Id, cancel), () => RuleAsync(cancel), () => LoadAsync(cancel), cancel);

    private async Task<Outcome<Decision>?> RuleAsync(CancellationToken cancel)
    {
        var topic = await Db.Topics.Include(t => t.OpenedBy).Include(t => t.Lock!.Decision).FirstOrDefaultAsync(t => t.Id == Id, cancel);
        if (topic is null) return null;
        var by = await Viewer.AccountAsync(cancel);
        return Codes.ParseMeasure(Chosen) switch
        {
            Measure.Lock => Ruling.Lock(topic, by, Grounds, Now, await Db.FindingsAsync(Db.Decisions.Where(d => d.TopicId == Id), cancel)),
            Measure.Unlock => Ruling.Unlock(topic, by, Grounds, Now),
            _ => (Outcome<Decision>?)null,
        };
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Db.Topics.AsNoTracking().Include(t => t.OpenedBy).FirstOrDefaultAsync(t => t.Id == Id, cancel) is not { } topic) return false;
        Topic = topic;
        Decisions = await Db.Decisions.AsNoTracking().Where(d => d.TopicId == Id).OrderByDescending(d => d.At).ToListAsync(cancel);
        Ruling.MayDecide(topic, await Viewer.AccountAsync(cancel), Now).IsRefused(out var refusal);
        StepsBack = InPlaceOfForm(refusal);
        return true;
    }
}
