using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Moderation;

[Authorize(Policy = nameof(Permission.Moderate))]
public sealed class DecidePostPage(ForumDb db, ActRecorder acts, PostFileReading files, TimeProvider clock) : DecidingPage(db, acts, clock)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public PostFile Case { get; private set; } = null!;

    /// <summary>Why this moderator must leave the post to another; null when they need not.</summary>
    public Refusal? StepsBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Source = Case.OpenCount > 0 ? DecisionSource.Report : DecisionSource.Proactive;
        Rule = Case.Flags.Where(f => f.Hearing == Case.Hearing).Select(f => Rules.For(f.Reason)?.Code).FirstOrDefault(code => code is not null);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DecideAsync(() => LockAsync(cancel), () => RuleAsync(cancel), () => LoadAsync(cancel), cancel);

    private async Task LockAsync(CancellationToken cancel)
    {
        await Db.LockTopicOfPostAsync(Id, cancel);
        await Db.LockPostAsync(Id, cancel);
    }

    private async Task<Outcome<Decision>?> RuleAsync(CancellationToken cancel)
    {
        var post = await Db.Posts.Include(p => p.Topic).Include(p => p.Author).Include(p => p.Parent).Include(p => p.Hiding!.Decision)
            .FirstOrDefaultAsync(p => p.Id == Id, cancel);
        if (post is null) return null;
        var by = await Viewer.AccountAsync(cancel);
        if (await Db.Dockets.FindAsync([Id], cancel) is not { } docket) Db.Add(docket = new Docket(post));
        return Codes.ParseMeasure(Chosen) switch
        {
            Measure.Hide => Ruling.Hide(docket, by, Grounds, Now, await Db.FindingsAsync(Db.Decisions.Where(d => d.PostId == Id), cancel)),
            Measure.Restore => Ruling.Restore(docket, by, Grounds, Now),
            Measure.None => Ruling.Dismiss(docket, by, Grounds, Now),
            _ => (Outcome<Decision>?)null,
        };
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await files.ReadAsync(Id, cancel) is not { } file) return false;
        Case = file;
        Ruling.MayDecide(file.Post, await Viewer.AccountAsync(cancel), Now).IsRefused(out var refusal);
        StepsBack = InPlaceOfForm(refusal);
        return true;
    }
}
