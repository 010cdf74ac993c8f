using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Erasures;

[Authorize(Policy = nameof(Permission.EraseByLaw))]
public sealed class ErasePostPage(ForumDb db, ActRecorder acts, IOptions<RegionOptions> region, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Code of an <see cref="ErasureGround"/>.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? RequestedOn { get; set; }

    [BindProperty]
    public string? CaseFile { get; set; }

    public Post Post { get; private set; } = null!;

    /// <summary>Why there is no form; null when there is one.</summary>
    public Refusal? NotNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        LawfulErasure.May(Post, await Viewer.AccountAsync(cancel), clock.GetUtcNow()).IsRefused(out var refusal);
        NotNow = refusal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(Id, cancel);
        var by = await Viewer.AccountAsync(cancel);
        if (await db.FindSubmissionAsync(by.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        if (!await LoadAsync(cancel)) return NotFound();
        var now = clock.GetUtcNow();
        if (LawfulErasure.May(Post, by, now).IsRefused(out var refusal)) return Refuse(refusal);
        var ground = ErasureRequest.CheckGround(ErasureGrounds.Parse(Ground));
        var day = ErasureRequest.CheckDay(Wib.DayFromInput(RequestedOn), Wib.Today(Post.PostedAt), Wib.Today(now));
        var file = ErasureRequest.CheckCaseFile(CaseFile);
        if (!(Holds(ground, nameof(Ground)) & Holds(day, nameof(RequestedOn)) & Holds(file, nameof(CaseFile)))) return Refused();
        return await EraseAsync(by, new ErasureRequest(ground.Value, day.Value, file.Value), now, cancel);
    }

    private async Task<IActionResult> EraseAsync(Account by, ErasureRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        var carried = LawfulErasure.Carry(Post, by, request, by.Office ?? region.Value.Office, now);
        if (carried.IsRefused(out var refusal)) return Refuse(refusal);
        // What readers wrote when they flagged it may repeat what has to go.
        await db.Flags.Where(f => f.PostId == Post.Id && f.Note != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Note, (string?)null), cancel);
        // Who carried it out is the institution's to know, and nobody else's.
        var file = $"{request.CaseFile}\n\nPelaksana: akun {LedgerId.Of(by.ObjectId)}";
        var address = Urls.Post(Post.Topic!, Post.Number);
        db.Add(new Submission(by.Id, FormKey, address, now, Post.Id));
        var recorded = WordsErased.Of(Post.Topic!, Post, await db.DestroyWordsAsync(Post, cancel), new ErasureBasis(Post, carried.Value, file)).ToList();
        await acts.CommitAsync([.. recorded], cancel);
        return Done(address, T("Isi kiriman sudah dihapus, dan penghapusannya tercatat.", "The words of the post are erased, and the erasure is on record."), recorded[0].ActId);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var post = await db.Posts.Include(p => p.Topic).Include(p => p.Parent).Include(p => p.Author).Include(p => p.Hiding!.Decision).FirstOrDefaultAsync(p => p.Id == Id, cancel);
        if (post is null) return false;
        Post = post;
        return true;
    }
}
