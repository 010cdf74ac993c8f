using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// One post. Asked to hide criticism of an office, it keeps a proposal instead, and another moderator finds it here.
/// </summary>
[Authorize(Policy = nameof(Permission.Moderate))]
public sealed class DecidePostPage(ForumDb db, ActRecorder acts, PostFileReading files, TimeProvider clock) : DecidingPage(db, acts, clock)
{
    /// <summary>The button that seconds the proposal.</summary>
    public const string Confirming = "setujui";

    private Docket _docket = null!;
    private Finding[] _findings = [];

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>An office, <see cref="CriticismField.None"/>, or nothing yet.</summary>
    [BindProperty]
    public string? Criticised { get; set; }

    public PostFile Case { get; private set; } = null!;

    /// <summary>Why this moderator must leave the post to another; null when they need not.</summary>
    public Refusal? StepsBack { get; private set; }

    /// <summary>Why this moderator may not second the proposal that waits.</summary>
    public Refusal? CannotConfirm { get; private set; }

    protected override Grounds Grounds => base.Grounds with { Criticised = Criticised == CriticismField.None ? null : Criticised };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Source = Case.OpenCount > 0 ? DecisionSource.Report : DecisionSource.Proactive;
        Rule = Case.Flags.Where(f => f.Hearing == Case.Hearing).Select(f => Rules.For(f.Reason)?.Code).FirstOrDefault(code => code is not null);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DecideAsync(() => LockAsync(cancel), () => RuleAsync(cancel), () => LoadAsync(cancel), cancel, refusal => ProposeAsync(refusal, cancel));

    /// <summary>A proposal is taken away: by who made it, or by another who finds it wrong.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel)
    {
        await Acts.BeginAsync(cancel);
        await LockAsync(cancel);
        var by = await Viewer.AccountAsync(cancel);
        if (await Db.Proposals.Include(p => p.Post!.Parent).Include(p => p.Post!.Author).FirstOrDefaultAsync(p => p.PostId == Id, cancel) is not { } proposal)
            return LocalRedirect(Urls.DecidePost(Id));
        if (Ruling.MayDecide(proposal.Post!, by, Now).IsRefused(out var refusal)) return await LoadAsync(cancel) ? Refuse(refusal) : NotFound();
        Db.Remove(proposal);
        await Acts.CommitAsync(new HidingProposed(proposal), cancel);
        return Done(Urls.DecidePost(Id), T("Usulan itu sudah ditiadakan; tidak ada yang disembunyikan.", "The proposal is gone; nothing was hidden."));
    }

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
        if (await Db.Dockets.FindAsync([Id], cancel) is { } docket) _docket = docket;
        else Db.Add(_docket = new Docket(post));
        _findings = await Db.FindingsAsync(Db.Decisions.Where(d => d.PostId == Id), cancel);
        var proposal = await Db.Proposals.Include(p => p.By).FirstOrDefaultAsync(p => p.PostId == Id, cancel);
        var ruled = Chosen == Confirming ? proposal is null ? ModerationRefusals.NoOpenFlags : Ruling.Confirm(_docket, proposal, by, Now, _findings) : RuleAlone(by);
        // Whatever is decided, nothing is left to propose.
        if (proposal is not null && ruled is { } outcome && !outcome.IsRefused(out _)) Db.Remove(proposal);
        return ruled;
    }

    private Outcome<Decision>? RuleAlone(Account by) => Codes.ParseMeasure(Chosen) switch
    {
        Measure.Hide when string.IsNullOrEmpty(Criticised) => ModerationRefusals.CriticismUndeclared,
        Measure.Hide => Ruling.Hide(_docket, by, Grounds, Now, _findings),
        Measure.Restore => Ruling.Restore(_docket, by, Grounds, Now),
        Measure.None => Ruling.Dismiss(_docket, by, Grounds, Now),
        _ => (Outcome<Decision>?)null,
    };

    private async Task<IActionResult?> ProposeAsync(Refusal refusal, CancellationToken cancel)
    {
        if (refusal != ModerationRefusals.TakesTwo || await Db.Proposals.AnyAsync(p => p.PostId == Id, cancel)) return null;
        var proposal = Ruling.Propose(_docket, await Viewer.AccountAsync(cancel), Grounds, Now, _findings).Value;
        Db.Add(proposal);
        Db.Add(new Submission(proposal.ById, FormKey, Urls.DecidePost(Id), Now));
        await Acts.CommitAsync(new HidingProposed(proposal), cancel);
        return Done(Urls.DecidePost(Id), T(
            "Usulan dicatat. Kritik terhadap pejabat atau kantor disembunyikan hanya bila moderator lain setuju; sampai saat itu kiriman tetap tampil.",
            "The proposal is recorded. Criticism of an official or office is hidden only if another moderator agrees; until then the post stays visible."));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await files.ReadAsync(Id, cancel) is not { } file) return false;
        Case = file;
        var by = await Viewer.AccountAsync(cancel);
        Ruling.MayDecide(file.Post, by, Now).IsRefused(out var refusal);
        StepsBack = InPlaceOfForm(refusal);
        file.Proposal?.MayConfirm(file.Post, by, Now).IsRefused(out refusal);
        CannotConfirm = refusal;
        return true;
    }
}
