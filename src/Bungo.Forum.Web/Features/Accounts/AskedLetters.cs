using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Jobs;
using Bungo.Forum.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// The letters that anybody can ask for to any address. The request counts and notes the asking and does nothing
/// else, whoever's address it is; the job finds out whom to write to and hands the letters on at once.
/// </summary>
public sealed class AskedLetters(ForumDb db, AccountMail mail, AccountOpening opening)
{
    /// <summary>Silent for an address that asked too often lately.</summary>
    public async Task AskAsync(AskedFor what, string address, CancellationToken cancel)
    {
        if (!await mail.MayAskAsync(address, cancel)) return;
        db.Add(new AskedLetter(what, address, opening.Now));
        await db.SaveChangesAsync(cancel);
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        while (await WriteOneAsync(cancel)) db.ChangeTracker.Clear();
    }

    private async Task<bool> WriteOneAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var asked = await db.AskedLetters.FromSql($"select * from sign_in.asked_letter order by id limit 1 for update skip locked").SingleOrDefaultAsync(cancel);
        if (asked is null) return false;
        if (await opening.FindAsync(asked.To, cancel) is { } known)
        {
            if (asked.What == AskedFor.NewPassword) await mail.OfferResetAsync(known.SignIn, known.Account);
            else if (!known.SignIn.EmailConfirmed) await mail.ConfirmAsync(known.SignIn, known.Account);
        }

        db.Remove(asked);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

/// <summary>Each minute, before the letters go out; who waits for a link shall not wait for two rounds.</summary>
public sealed class WriteAskedLettersJob(AskedLetters asked, SendLettersJob send) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await asked.WriteAsync(cancel);
        await send.RunAsync(cancel);
    }
}
