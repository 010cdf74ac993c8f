using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class SuspensionTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_moderator_suspends_an_account_for_a_time_and_lifts_it_again()
    {
        var account = await host.AnAccountAsync();
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        await moderator.GetAsync(Urls.DecideAccount(account.Id));
        await moderator.SubmitAsync("button[value=tangguhkan]", ("Days", "91"), ("Rule", "T-6"), ("Reason", Desk.Reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moderator.Status);
        Assert.Equal("#Days", moderator.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        await moderator.SubmitAsync("button[value=tangguhkan]", ("Days", "14"), ("Rule", "T-6"), ("Reason", Desk.Reason));
        Assert.Equal(HttpStatusCode.OK, moderator.Status);
        var suspended = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.AccountId == account.Id));
        Assert.Equal(host.Now.AddDays(14), suspended.Until);

        await moderator.GetAsync(Urls.DecideAccount(account.Id));
        await moderator.SubmitAsync("button[value=cabut-penangguhan]", ("Rule", "T-6"), ("Reason", "Ternyata bukan iklan."));
        Assert.False(await host.WithDbAsync(async db => (await db.Accounts.SingleAsync(a => a.Id == account.Id)).IsSuspendedAt(host.Now)));
    }

    [Fact]
    public async Task The_ledger_tells_of_a_suspension_and_not_of_whom()
    {
        var account = await host.AnAccountAsync();
        var decision = await host.SuspendAsync(account);
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == decision.ObjectId));
        var leaf = Encoding.UTF8.GetString(act.Leaf);
        Assert.Contains("\"cakupan\":\"akun\"", leaf, StringComparison.Ordinal);
        Assert.Contains("\"sampai\":\"2026-12-01T02:00:00Z\"", leaf, StringComparison.Ordinal);
        Assert.DoesNotContain(LedgerId.Of(account.ObjectId), leaf, StringComparison.Ordinal);
        var target = await host.WithDbAsync(db => db.ActOpenings.SingleAsync(o => o.ActId == act.ActId && o.Label == "sasaran"));
        Assert.Equal(OpeningState.Restricted, target.State);
    }

    [Fact]
    public async Task The_log_tells_of_a_suspension_and_not_of_whom()
    {
        var account = await host.AnAccountAsync(name: "Budi Tertangguh");
        var decision = await host.SuspendAsync(account);
        foreach (var address in new[] { Urls.ModerationLog, Urls.Decision(decision.Id) })
            Assert.DoesNotContain("Budi Tertangguh", (await host.AVisitor().GetAsync(address)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_suspended_writes_nothing_but_reads_and_signs_in()
    {
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, body: "Tetap terbaca");
        var account = await host.AnAccountAsync();
        var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync(Urls.Topic(topic));
        var form = visitor.Page.QuerySelectorAll("form#tulis input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        form["Body"] = "Tulisan yang tidak masuk";
        using var program = await host.AProgramAsync(account);
        await host.SuspendAsync(account);

        using (var content = new FormUrlEncodedContent(form))
        using (var answer = await visitor.Http.PostAsync(new Uri(Urls.Topic(topic), UriKind.Relative), content))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Tulisan yang tidak masuk", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var flagged = await program.PostAsJsonAsync(new Uri($"/api/v1/posts/{post.Id}/flags", UriKind.Relative), new { reason = "spam" });
        Assert.Equal(HttpStatusCode.Forbidden, flagged.StatusCode);
        using var replied = await program.PostAsJsonAsync(new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative), new { body = "Lewat API" });
        Assert.Equal(HttpStatusCode.Forbidden, replied.StatusCode);
        await visitor.GetAsync(Urls.Topic(topic));
        await visitor.SubmitAsync("#post-1 .support");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(1, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
        Assert.Equal(0, await host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.SupportCount).SingleAsync()));

        var again = await host.AVisitorAsync(account);
        Assert.Contains("Tetap terbaca", (await again.GetAsync(Urls.Topic(topic))).Body!.TextContent, StringComparison.Ordinal);
        await again.GetAsync(Urls.Notices);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Fact]
    public async Task Who_deletes_their_account_leaves_flags_that_count_and_nothing_that_names_them()
    {
        var account = await host.AnAccountAsync();
        var post = await host.APostAsync(await host.ATopicAsync());
        await host.FlagAsync(post, note: "Catatan pribadi pelapor", by: account);
        await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), account));
        var decision = await host.SuspendAsync(account);
        await host.WithAsync<AccountErasure, int>(async erasure =>
        {
            await erasure.EraseAsync(account.Id, default);
            return 0;
        });
        var flag = await host.WithDbAsync(db => db.Flags.SingleAsync(f => f.PostId == post.Id));
        Assert.Null(flag.Note);
        Assert.False(await host.WithDbAsync(db => db.Notices.AnyAsync(n => n.AccountId == account.Id)));
        var act = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == decision.ObjectId).Select(a => a.ActId).SingleAsync());
        var target = await host.WithDbAsync(db => db.ActOpenings.SingleAsync(o => o.ActId == act && o.Label == "sasaran"));
        Assert.Equal((OpeningState.Destroyed, null, null), (target.State, target.Salt, target.Content));
    }

    [Fact]
    public async Task A_person_gets_what_moderation_keeps_about_them()
    {
        var account = await host.AnAccountAsync();
        await host.FlagAsync(await host.APostAsync(await host.ATopicAsync()), note: "Catatan saya", by: account);
        await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), account));
        var visitor = await host.AVisitorAsync(account);
        var data = await visitor.Http.GetStringAsync(new Uri("/akun/data.json", UriKind.Relative));
        Assert.All(["Catatan saya", Desk.Reason, "\"sembunyikan\"", "\"notices\""], part => Assert.Contains(part, data, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    public async Task Who_watches_over_moderation_is_not_suspended_by_it(Role role)
    {
        var account = await host.AnAccountAsync(role, office: "Lembaga Lain");
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        await moderator.GetAsync(Urls.DecideAccount(account.Id));
        Assert.Null(moderator.Page.QuerySelector("main form"));
        Assert.False(await host.WithDbAsync(db => db.Decisions.AnyAsync(d => d.AccountId == account.Id)));
    }
}
