using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>What happens to an account whose page is open, and how to see whether anything was written after.</summary>
internal static class Trials
{
    /// <summary>All writes, also after one failed: what is wrong with the site is told at once.</summary>
    public static async Task EachAsync(Func<Write, Task<string?>> tryAsync)
    {
        var faults = new List<string>();
        foreach (var write in Table.All)
            if (await tryAsync(write) is { } fault) faults.Add($"{write}: {fault}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public static Task<int> TakeRoleAsync(this ForumHost host, Account account, Role role) =>
        host.WithDbAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, role)));

    /// <summary>Moderators are not suspended by moderators; one may have been before the role came.</summary>
    public static async Task SuspendSinceAsync(this ForumHost host, Account account)
    {
        await host.TakeRoleAsync(account, Role.Warga);
        await host.SuspendAsync(account, by: await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"));
        await host.TakeRoleAsync(account, account.Role);
    }

    public static Task<bool> EraseAsync(this ForumHost host, Account account) => host.WithAsync<AccountErasure, bool>(async erasure =>
    {
        await erasure.EraseAsync(account.Id, default);
        return true;
    });

    /// <summary>What would be different had anything been written in a member's name. A decision always comes with its act.</summary>
    public static Task<string> PrintAsync(this ForumHost host) => host.WithDbAsync(async db =>
    {
        int[] counts =
        [
            await db.PendingActs.CountAsync(), await db.LogEntries.CountAsync(), await db.ActOpenings.CountAsync(), await db.StreamEvents.CountAsync(),
            await db.Submissions.CountAsync(), await db.Notices.CountAsync(), await db.Letters.CountAsync(), await db.Posts.CountAsync(), await db.Topics.CountAsync(),
            await db.Supports.CountAsync(), await db.Flags.CountAsync(), await db.Polls.CountAsync(), await db.Ballots.CountAsync(),
            await db.Announcements.CountAsync(), await db.AnnouncementDrafts.CountAsync(), await db.Rounds.CountAsync(), await db.CriteriaVersions.CountAsync(),
            await db.Appeals.CountAsync(), await db.AppealRulings.CountAsync(),
            await db.ReviewItems.CountAsync(i => i.Verdict != null), await db.Proposals.CountAsync(),
            await db.Passages.CountAsync(), await db.PassageRecords.CountAsync(r => r.DecidedAt != null), await db.CriteriaDrafts.CountAsync(), await db.CriteriaDrafts.SumAsync(d => d.Edition),
        ];
        return string.Join(' ', counts.Select(c => c.ToString(CultureInfo.InvariantCulture)));
    });
}
