using System.Text.Json;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Erasures;

/// <summary>
/// Which posts lost their words by law, in a file outside the database and its backups: <c>penghapusan-kiriman</c> beside
/// the ledger, a JSON object a line. It says what the ledger says in public. It is written before the commit: should that
/// fail, the next start destroys what the office had decided to destroy.
/// </summary>
public sealed class LawfulErasureRecord(IOptions<LedgerOptions> ledger) : IActListener
{
    private readonly DurableLines _lines = new(Path.Combine(ledger.Value.FolderPath, "penghapusan-kiriman"));

    public Task OnActAsync(Act act, CancellationToken cancel)
    {
        if (act is WordsErased { Basis: { CaseFile: not null, Erasure: var erasure } basis })
            _lines.Add(JsonSerializer.Serialize(new Entry(basis.Post.ObjectId, erasure.Ground, erasure.Office, erasure.RequestedOn)));
        return Task.CompletedTask;
    }

    public IReadOnlyList<Entry> Read() => [.. _lines.Read().Select(Parse).OfType<Entry>()];

    // A line that a crash cut short tells of a commit that never was.
    private static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Post">The post's random id in the ledger.</param>
    public sealed record Entry(Guid Post, ErasureGround Ground, string Office, DateOnly RequestedOn);
}

/// <summary>Destroys again what came back with a backup.</summary>
public sealed class LawfulErasureAgain(LawfulErasureRecord record, ForumDb db, ActRecorder acts, TimeProvider clock) : IErasure
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var entries = record.Read().DistinctBy(e => e.Post).ToDictionary(e => e.Post);
        foreach (var some in entries.Keys.Chunk(500))
        {
            var back = await db.Posts.Where(p => some.Contains(p.ObjectId) && p.ErasedAt == null).Select(p => new { p.Id, p.ObjectId }).ToListAsync(cancel);
            foreach (var post in back) await EraseAsync(post.Id, entries[post.ObjectId], cancel);
        }
    }

    private async Task EraseAsync(long id, LawfulErasureRecord.Entry entry, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await acts.BeginAsync(cancel);
        await db.LockTopicOfPostAsync(id, cancel);
        var post = await db.Posts.Include(p => p.Topic).Include(p => p.Parent).SingleAsync(p => p.Id == id, cancel);
        var erasure = LawfulErasure.Again(post, entry.Ground, entry.Office, entry.RequestedOn, clock.GetUtcNow());
        await acts.CommitAsync([.. WordsErased.Of(post.Topic!, post, await db.DestroyWordsAsync(post, cancel), new ErasureBasis(post, erasure, null))], cancel);
    }
}
