using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Ledger;

public enum ReceiptState
{
    Waiting,
    Recorded,
    Witnessed,
}

/// <summary>The receipt of an act, for whoever holds its address; what opens it only for its author's own session.</summary>
[AllowAnonymous]
public sealed class ActReceiptPage(ForumDb db, PublishedLog log, OwnActs own, IOptions<RegionOptions> region) : ForumPage
{
    /// <summary>So many digits of the fingerprint stand in the QR code, for paper to be held against the site.</summary>
    private const int PrintedDigits = 16;

    private const int LongestHistory = 50;

    /// <summary>The fingerprint's beginning, from the QR code.</summary>
    [BindProperty(SupportsGet = true, Name = "sidik")]
    public string? Printed { get; set; }

    public Leaf Leaf { get; private set; } = null!;
    public long? Index { get; private set; }
    public ReceiptState State { get; private set; }
    public bool IsOwn { get; private set; }

    /// <summary>Whether anybody is appointed who could witness it.</summary>
    public bool HasWitnesses { get; private set; }

    public QrCode Code { get; private set; } = null!;

    /// <summary>Acts on the same thing, newest first; those still waiting have no number.</summary>
    public IReadOnlyList<(string Act, string Kind, long? Index)> History { get; private set; } = [];

    public string Act => Leaf.Id.ToString();

    public string Fingerprint => Leaf.Hash().ToString();

    public bool? MatchesPrinted => Printed is { Length: > 0 } printed ? printed.Length >= PrintedDigits && Fingerprint.StartsWith(printed, StringComparison.Ordinal) : null;

    public async Task<IActionResult> OnGetAsync(string act, CancellationToken cancel)
    {
        if (!ActId.TryParse(act, out var parsed)) return NotFound();
        var id = parsed.ToGuid();
        if (await db.RecordedActs.AsNoTracking().FirstOrDefaultAsync(a => a.ActId == id, cancel) is not { } found) return NotFound();
        (Leaf, Index) = (Leaf.Parse(found.Leaf), found.Index);
        var now = log.Read();
        (State, HasWitnesses) = (StateOf(now), now?.Policy.Witnesses.Count > 0);
        IsOwn = Viewer.IsSignedIn && await own.OpeningsAsync(Leaf, await Viewer.AccountAsync(cancel), cancel) is not null;
        Code = QrCode.Of($"{region.Value.PublicAddress}{Urls.ActReceipt(Act)}?sidik={Fingerprint[..PrintedDigits]}");
        await LoadHistoryAsync(cancel);
        return Page();
    }

    private ReceiptState StateOf(LogNow? now)
    {
        if (now is null || Index is not { } index || index >= now.Checkpoint.Size) return ReceiptState.Waiting;
        return now.IsWitnessed || log.IsWitnessed(index) ? ReceiptState.Witnessed : ReceiptState.Recorded;
    }

    private async Task LoadHistoryAsync(CancellationToken cancel)
    {
        var thing = Leaf.ActedOn.ToGuid();
        var acts = await db.RecordedActs.AsNoTracking().Where(a => a.ObjectId == thing).OrderByDescending(a => a.Index ?? long.MaxValue).Take(LongestHistory)
            .Select(a => new { a.ActId, a.Kind, a.Index }).ToListAsync(cancel);
        History = [.. acts.Select(a => (ActId.From(a.ActId).ToString(), a.Kind, a.Index))];
    }
}
