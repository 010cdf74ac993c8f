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
public sealed class DecideAccountPage(ForumDb db, ActRecorder acts, PostFileReading files, TimeProvider clock) : DecidingPage(db, acts, clock)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Days { get; set; } = 7;

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Decision> Record { get; private set; } = [];
    public Refusal? StepsBack { get; private set; }

    public bool IsSuspended => Account.IsSuspendedAt(Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DecideAsync(() => LockAsync(cancel), () => RuleAsync(cancel), () => LoadAsync(cancel), cancel);

    // Two moderators who decide about each other at once would each hold what the other waits for: the lower id goes first.
    private async Task LockAsync(CancellationToken cancel)
    {
        if (Viewer.Id < Id) await Viewer.AccountAsync(cancel);
        await Db.LockAccountAsync(Id, cancel);
    }

    private async Task<Outcome<Decision>?> RuleAsync(CancellationToken cancel)
    {
        var account = await Db.Accounts.Include(a => a.Suspension!.Decision).FirstOrDefaultAsync(a => a.Id == Id, cancel);
        if (account is null) return null;
        var by = await Viewer.AccountAsync(cancel);
        return Codes.ParseMeasure(Chosen) switch
        {
            Measure.Suspend => Ruling.Suspend(account, Days, by, Grounds, Now, await Db.FindingsAsync(Db.Decisions.Where(d => d.AccountId == Id), cancel)),
            Measure.LiftSuspension => Ruling.LiftSuspension(account, by, Grounds, Now),
            _ => (Outcome<Decision>?)null,
        };
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Id, cancel) is not { } account) return false;
        Account = account;
        Record = await files.RecordAsync(Id, cancel);
        Ruling.MayDecide(account, await Viewer.AccountAsync(cancel), Now).IsRefused(out var refusal);
        StepsBack = InPlaceOfForm(refusal);
        return true;
    }
}
