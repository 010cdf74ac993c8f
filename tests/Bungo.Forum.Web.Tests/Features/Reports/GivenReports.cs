using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Reports;

/// <summary>Reports, and posts of times gone by, that tests begin with.</summary>
internal static class GivenReports
{
    public static Task<Outcome<Report>> CompileAsync(this ForumHost host, string period, string? reason = null) =>
        host.WithAsync<ReportCompiler, Outcome<Report>>(c => c.PublishAsync(Period.Parse(period).Value, reason, default));

    public static Task<Report> AReportAsync(this ForumHost host, string period) => Published(host.CompileAsync(period));

    public static async Task<Report> Published(Task<Outcome<Report>> compiling) => (await compiling).Value;

    public static async Task<Refusal> Refused(Task<Outcome<Report>> compiling) =>
        (await compiling).IsRefused(out var refusal) ? refusal : throw new InvalidOperationException("It was published.");

    /// <summary>An input posted on the twelfth day of a month.</summary>
    public static Task<Post> APostInAsync(this ForumHost host, string month, Account? by = null) => host.WithDbAsync(async db =>
    {
        by ??= await host.AnAccountAsync();
        var author = await db.Accounts.SingleAsync(a => a.Id == by.Id);
        var at = Period.Parse(month).Value.From.AddDays(11);
        var topic = Topic.Open(author, null, "Jadwal seleksi", at).Value;
        db.Add(topic);
        var post = topic.Reply(author, null, "Mohon dijelaskan.", null, at).Value;
        db.Add(post);
        await db.SaveChangesAsync();
        return post;
    });
}
