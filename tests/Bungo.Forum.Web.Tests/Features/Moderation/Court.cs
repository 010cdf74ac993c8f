using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Features.Moderation;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>Appeals and rulings that tests begin with, and the forms they are made by.</summary>
internal static class Court
{
    public const string Words = "Nomor itu nomor kantor yang memang diumumkan.";

    public static Task<Appeal> AppealAsync(this ForumHost host, Decision decision, Account by) => host.ActAsync(async (db, acts) =>
    {
        await acts.BeginAsync(default);
        var calendar = host.Services.GetRequiredService<WorkingCalendar>();
        var found = (await db.AppealCaseAsync(decision.Id, default))!;
        var appeal = found.File((await db.Accounts.FindAsync(by.Id))!, Words, host.Now, calendar.EndAfter(host.Now, Appeal.DaysToDecide)).Value;
        db.Add(appeal);
        await acts.CommitAsync(new AppealFiled(appeal), default);
        return appeal;
    });

    public static Task<AppealRuling> RuleAsync(this ForumHost host, Decision decision, Account by, AppealOutcome outcome = AppealOutcome.Rejected) => host.ActAsync(async (db, acts) =>
    {
        await acts.BeginAsync(default);
        var ruling = (await db.AppealCaseAsync(decision.Id, default))!.Rule((await db.Accounts.FindAsync(by.Id))!, outcome, "Keputusan semula sudah tepat.", host.Now).Value;
        db.Add(ruling);
        await acts.CommitAsync(ruling.Restoring is { } restoring ? [new AppealsRuled(ruling), new DecisionMade(restoring)] : [new AppealsRuled(ruling)], default);
        return ruling;
    });

    public static Task<Account> AnotherModeratorAsync(this ForumHost host) => host.AnAccountAsync(Role.Moderator, office: "Bagian Hukum");

    /// <summary>A hidden post whose author was rejected by another moderator.</summary>
    public static async Task<(Decision Decision, Account Author)> ARejectedAppealAsync(this ForumHost host)
    {
        var author = await host.AnAccountAsync();
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        await host.AppealAsync(decision, author);
        await host.RuleAsync(decision, await host.AnotherModeratorAsync());
        return (decision, author);
    }

    /// <summary>A post that an evaluator gave back on second appeal.</summary>
    public static async Task<(Decision Decision, AppealRuling Finding)> AFindingAsync(this ForumHost host)
    {
        var (decision, author) = await host.ARejectedAppealAsync();
        await host.AppealAsync(decision, author);
        return (decision, await host.RuleAsync(decision, await host.AnAccountAsync(Role.Penilai), AppealOutcome.Granted));
    }

    private static int _samples;

    /// <summary>A month of its own, with one decision that waits to be examined; as the job writes it.</summary>
    public static async Task<string> ASampleAsync(this ForumHost host)
    {
        var decision = await host.LockAsync(await host.ATopicAsync());
        var n = Interlocked.Increment(ref _samples);
        var month = Period.Parse(string.Create(CultureInfo.InvariantCulture, $"{2100 + (n / 12)}-{1 + (n % 12):00}")).Value;
        return await host.WithDbAsync(async db =>
        {
            db.Add(new ReviewSample(month, 1, "benih", 1, [await db.Decisions.SingleAsync(d => d.Id == decision.Id)], host.Now));
            await db.SaveChangesAsync();
            return month.ToString();
        });
    }

    public static async Task FileAsync(this Visitor visitor, Decision decision, string words = Words)
    {
        await visitor.GetAsync(Urls.Appeal(decision.Id));
        await visitor.SubmitAsync("main form button", ("Reason", words));
    }

    public static async Task RuleAsync(this Visitor visitor, Decision decision, string outcome, string reason)
    {
        await visitor.GetAsync(Urls.RuleOnAppeal(decision.Id));
        await visitor.SubmitAsync($"main form button[value={outcome}]", ("Reason", reason));
    }
}
