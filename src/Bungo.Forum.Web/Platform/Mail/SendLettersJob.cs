using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Mail;

/// <summary>
/// Sends what waits, oldest first, and removes each letter once it was handed over. Two servers do not send
/// the same letter: each takes its rows with <c>skip locked</c> and holds them while it sends.
/// </summary>
public sealed class SendLettersJob(ForumDb db, Postman postman, TimeProvider clock, ILogger<SendLettersJob> log) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await SendOneAsync(cancel))
        {
        }
    }

    private async Task<bool> SendOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var letter = await db.Letters.FromSql($"""
            select * from sign_in.letter where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancel);
        if (letter is null) return false;
        try
        {
            await postman.DeliverAsync(letter, cancel);
            db.Remove(letter);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            letter.Failed(now);
            log.LogWarning(e, "Letter {Letter} was not sent (attempt {Attempt})", letter.Id, letter.Attempts);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
