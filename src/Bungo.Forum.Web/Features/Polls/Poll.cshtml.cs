using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Polls;

[AllowAnonymous, OutputCache(PolicyName = PublicCache.Name)]
public sealed class PollPage(ForumDb db, PollReading reading, PollingBooth booth, TimeProvider clock) : ForumPage
{
    [BindProperty(SupportsGet = true, Name = "address")]
    public SluggedId Address { get; set; }

    /// <summary>What was ticked, as the form sends it.</summary>
    [BindProperty(Name = "pilihan")]
    public string[] Choices { get; set; } = [];

    public PollView View { get; private set; } = null!;
    public Poll Poll => View.Poll;
    public long LiveNumber { get; private set; }
    public RenderedHtml? Description { get; private set; }

    /// <summary>The viewer's ballot as it stands; empty when they have none, are not signed in, or the key is gone.</summary>
    public IReadOnlyList<Guid> Own { get; private set; } = [];

    /// <summary>The options in the viewer's own order; empty where there is nothing to vote.</summary>
    public IReadOnlyList<PollOption> Offered { get; private set; } = [];

    /// <summary>Why the viewer cannot vote here; null when they can, or are not signed in.</summary>
    public Refusal? VotingRefused { get; private set; }

    public bool IsTicked(PollOption option) =>
        HttpMethods.IsPost(Request.Method) ? Choices.Contains(LedgerId.Of(option.Id)) : Own.Contains(option.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        PublicCache.Tag(HttpContext, Streams.Poll(Address.Id));
        if (!await LoadAsync(cancel)) return NotFound();
        return Address.Slug == Poll.Slug ? Page() : RedirectPermanent(Urls.Poll(Poll));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Viewer.IsSignedIn) return Challenge();
        if (await db.Polls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Address.Id, cancel) is not { } poll) return NotFound();
        var answer = await booth.CastAsync(poll.Id, Viewer.Id!.Value, Choices.ParseIds(), FormKey, cancel);
        if (answer.IsRefused(out var refusal))
        {
            if (!await LoadAsync(cancel)) return NotFound();
            return Refuse(refusal, "pilihan");
        }

        return Done(Urls.Poll(poll), answer.Value.Effect switch
        {
            VoteEffect.First => T("Suara Anda sudah tercatat.", "Your vote has been recorded."),
            VoteEffect.Changed => T("Suara Anda sudah diubah.", "Your vote has been changed."),
            _ => T("Suara Anda tetap seperti yang tercatat.", "Your vote stands as recorded."),
        }, answer.Value.ActId);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var stream = Streams.Poll(Address.Id);
        // The stream's number is read before what is shown, which is then at least as new as the number says.
        LiveNumber = await db.Set<LiveStream>().Where(s => s.Name == stream).Select(s => s.LastNumber).FirstOrDefaultAsync(cancel);
        var poll = await db.Polls.AsNoTracking().Include(p => p.Consultation).FirstOrDefaultAsync(p => p.Id == Address.Id, cancel);
        if (poll is null) return false;
        var now = clock.GetUtcNow();
        View = (await reading.ViewAsync([poll], now, cancel))[0];
        if (poll.Description.Length > 0) Description = Markdown.Render(poll.Description);
        if (View.State == PollState.Open && Viewer.IsSignedIn) await LoadViewerAsync(now, cancel);
        return true;
    }

    private async Task LoadViewerAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var voter = await Viewer.AccountAsync(cancel);
        Poll.MayVote(voter, now).IsRefused(out var refusal);
        VotingRefused = refusal;
        Offered = OptionOrder.For(Poll, voter);
        if (await db.PollKeys.AsNoTracking().FirstOrDefaultAsync(k => k.PollId == Poll.Id, cancel) is not { } key) return;
        var nullifier = key.NullifierOf(voter);
        if (await db.Ballots.AsNoTracking().FirstOrDefaultAsync(b => b.PollId == Poll.Id && b.Nullifier == nullifier, cancel) is { } ballot) Own = ballot.Choices;
    }
}
