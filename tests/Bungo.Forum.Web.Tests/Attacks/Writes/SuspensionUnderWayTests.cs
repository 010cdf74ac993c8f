using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>
/// A moderator's decision is written and not yet committed when the form arrives: whoever read the account before
/// waiting for it would go on with what is no longer so.
/// </summary>
public sealed class SuspensionUnderWayTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public Task What_arrives_meanwhile_waits_for_it_and_is_refused() => Trials.EachAsync(async write =>
    {
        // A round is brought in by the machine of an office and says nothing in anybody's name; its token is looked at as it comes.
        if (write.Needs == Permission.ImportRecruitment) return null;
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        var before = await host.PrintAsync();

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        await scope.ServiceProvider.GetRequiredService<ActRecorder>().BeginAsync(default);
        await db.LockAccountAsync(account.Id, default);
        await TakePowerAsync(db, account);
        var sent = sender.SendAsync(write, sending);
        while (!sent.IsCompleted && !await host.SomebodyWaitsAsync()) await Task.Delay(5);
        await db.Database.CommitTransactionAsync();

        var answer = await sent;
        if (await host.PrintAsync() != before) return $"written: {answer}";
        return answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden ? null : $"{answer}: {answer.Beginning}";
    });

    // Who watches over moderation is not suspended; what ends their power is the end of the role.
    private async Task TakePowerAsync(ForumDb db, Account account)
    {
        if (!account.Role.Allows(Permission.Participate) || account.Role.Allows(Permission.Moderate))
        {
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, Role.Warga));
            return;
        }

        var moderator = await host.AnAccountAsync(Role.Moderator, office: "Inspektorat");
        var by = await db.Accounts.SingleAsync(a => a.Id == moderator.Id);
        // The act that belongs to the decision would count as something written; so this one is made past the guards.
        await db.Database.ExecuteSqlAsync($"set local session_replication_role = replica");
        db.Add(Ruling.Suspend(await db.Accounts.SingleAsync(a => a.Id == account.Id), 7, by, Desk.Grounds, host.Now).Value);
        await db.SaveChangesAsync();
    }
}
