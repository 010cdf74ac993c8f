using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Web.Features.Ledger.Checking;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>
/// Anybody's receipt, checked in the browser; without script it comes here and the server checks it and says that it was
/// the server. Nothing is changed and nothing is kept, so there is no token to demand. A file far too large is taken in
/// only to be named as such: cutting the connection would leave a phone with a blank error.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, LimitedByNetwork(NetworkLimit.Check), RequestSizeLimit(MostBytes), RequestFormLimits(ValueLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes)]
public sealed class CheckReceiptPage(PublishedLog log, Receipts receipts) : ForumPage
{
    private const int MostBytes = 12_000_000;

    /// <summary>An act whose public receipt is to be checked.</summary>
    [BindProperty(SupportsGet = true, Name = "tindakan")]
    public string? Act { get; set; }

    [BindProperty(Name = "teks")]
    public string? Words { get; set; }

    [BindProperty(Name = "berkas")]
    public IFormFile? Upload { get; set; }

    public Examination? Examination { get; private set; }

    public bool HasLog { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        HasLog = log.Read() is not null;
        if (Act is null) return Page();
        if (!ActId.TryParse(Act, out var id)) return NotFound();
        var (found, receipt) = await receipts.FindAsync(id, cancel);
        if (!found) return NotFound();
        if (receipt is not null) Examine(receipt.ToBytes());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Examine(Upload is { Length: > 0 } ? await ReadAsync(Upload, cancel) : ReceiptExam.Pasted(Words ?? ""));
        if (Examination is { IsSound: false }) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Examine(byte[] file)
    {
        if (log.Read() is not { } now) return;
        HasLog = true;
        Examination = ReceiptExam.Run(file, now);
    }

    // No more than shows that it is too large.
    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new byte[Math.Min(file.Length, SignedNote.Longest + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
