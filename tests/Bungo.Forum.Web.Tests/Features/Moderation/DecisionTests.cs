using System.Net;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class DecisionTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_moderator_hides_a_flagged_post_from_the_queue_and_all_that_follows_is_there()
    {
        var author = await host.AnAccountAsync(name: "Rahmi Penulis");
        var post = await host.APostAsync(await host.ATopicAsync(), author, "Hubungi 0812-3456.", stance: Stance.Support);
        await host.FlagAsync(post, note: "Nomor orang lain");
        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.Moderation);
        var item = moderator.Page.QuerySelector($"#kiriman-{post.Id}")!;
        Assert.Contains("Nomor orang lain", item.TextContent, StringComparison.Ordinal);
        Assert.Contains("0812-3456", item.TextContent, StringComparison.Ordinal);
        Assert.Equal("T-4", item.QuerySelector("option[selected]")!.GetAttribute("value"));
        await moderator.SubmitAsync($"#kiriman-{post.Id} button[value=sembunyikan]", ("Reason", Desk.Reason), ("Criticised", "tidak"));
        Assert.Equal(Urls.Moderation, moderator.Path);
        Assert.Null(moderator.Page.QuerySelector($"#kiriman-{post.Id}"));

        var decision = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.PostId == post.Id));
        Assert.Equal((Measure.Hide, DecisionSource.Report, 1, 1), (decision.Measure, decision.Source, decision.FlagCount, decision.Hearing));
        var page = await host.AVisitor().GetAsync(Urls.Post(post.Topic!, post.Number));
        var trace = page.QuerySelector("#post-1.trace")!;
        Assert.Equal(Urls.Decision(decision.Id), trace.QuerySelector("p.body a")!.GetAttribute("href"));
        Assert.DoesNotContain("Rahmi Penulis", trace.TextContent, StringComparison.Ordinal);

        var statement = (await host.AVisitor().GetAsync(Urls.Decision(decision.Id))).QuerySelector("main")!.TextContent;
        Assert.All(["T-4", Desk.Reason, "Dinas Kominfo", "Laporan pembaca", "Keberatan"], part => Assert.Contains(part, statement, StringComparison.Ordinal));
        Assert.All(["0812-3456", "Rahmi Penulis"], part => Assert.DoesNotContain(part, statement, StringComparison.Ordinal));
        Assert.NotNull((await host.AVisitor().GetAsync(Urls.ModerationLog)).QuerySelector($"#decision-{decision.Id}"));
        Assert.Equal(new StanceCount(), await host.WithDbAsync(db => db.Topics.Where(t => t.Id == post.TopicId).Select(t => t.Stances).SingleAsync()));
    }

    [Fact]
    public async Task The_act_tells_codes_in_clear_and_commits_to_the_reason()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var moderator = await host.AnAccountAsync(Role.Moderator);
        await host.HideAsync(post, moderator);
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == post.ObjectId && a.Kind == "mod.putus"));
        var leaf = Encoding.UTF8.GetString(act.Leaf);
        Assert.All(["\"tindakan\":\"sembunyikan\"", "\"aturan\":\"T-4\"", "\"sumber\":\"proaktif\"", "\"otomatis\":false", "\"kantor\":\"dinas-kominfo\"", "\"a\":\"moderator\"", "\"p\":"],
            part => Assert.Contains(part, leaf, StringComparison.Ordinal));
        Assert.DoesNotContain("telepon", leaf, StringComparison.Ordinal);
        Assert.DoesNotContain(LedgerId.Of(moderator.ObjectId), leaf, StringComparison.Ordinal);
        var openings = await host.WithDbAsync(db => db.ActOpenings.Where(o => o.ActId == act.ActId).ToDictionaryAsync(o => o.Label));
        Assert.Equal((Desk.Reason, OpeningState.Open), (Encoding.UTF8.GetString(openings["alasan"].Content!), openings["alasan"].State));
        Assert.Equal(OpeningState.Restricted, openings["actor"].State);
    }

    [Fact]
    public async Task What_the_ledger_could_open_of_a_hidden_post_is_closed_and_opened_again_with_its_restoration()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        Task<OpeningState> State() => host.WithDbAsync(db => db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && o.Label == "body").Select(o => o.State).SingleAsync());
        Assert.Equal(OpeningState.Open, await State());
        await host.HideAsync(post);
        Assert.Equal(OpeningState.Restricted, await State());
        await RestoreAsync(post);
        Assert.Equal(OpeningState.Open, await State());
    }

    [Fact]
    public async Task A_restored_post_is_as_it_was_and_both_decisions_stand_in_the_log()
    {
        var post = await host.APostAsync(await host.ATopicAsync(), body: "Kembali seperti semula", stance: Stance.Oppose);
        var hidden = await host.HideAsync(post);
        await RestoreAsync(post);
        var page = await host.AVisitor().GetAsync(Urls.Post(post.Topic!, post.Number));
        Assert.Contains("Kembali seperti semula", page.QuerySelector("#post-1 .body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new StanceCount(0, 1, 0), await host.WithDbAsync(db => db.Topics.Where(t => t.Id == post.TopicId).Select(t => t.Stances).SingleAsync()));
        var restored = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.UndoneId == hidden.Id));
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == post.ObjectId && a.Kind == "mod.pulih"));
        Assert.Contains(LedgerId.Of(hidden.ObjectId), Encoding.UTF8.GetString(act.Leaf), StringComparison.Ordinal);
        Assert.NotNull((await host.AVisitor().GetAsync(Urls.Decision(hidden.Id))).QuerySelector($"main a[href='{Urls.Decision(restored.Id)}']"));
    }

    [Fact]
    public async Task Flags_that_found_no_breach_are_a_decision_too_and_leave_the_post()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        await host.FlagAsync(post, FlagReason.Insult);
        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.Moderation);
        await moderator.SubmitAsync($"#kiriman-{post.Id} button[value=tanpa-tindakan]", ("Reason", "Kritik terhadap kantor, bukan hinaan."));
        Assert.Null(moderator.Page.QuerySelector($"#kiriman-{post.Id}"));
        Assert.True(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.Hiding == null).SingleAsync()));
        var decision = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.PostId == post.Id));
        Assert.Equal(Measure.None, decision.Measure);
        Assert.NotNull((await host.AVisitor().GetAsync(Urls.ModerationLog)).QuerySelector($"#decision-{decision.Id}"));
    }

    [Fact]
    public async Task Without_rule_or_reason_the_form_comes_back_with_what_was_typed()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.DecidePost(post.Id));
        await moderator.SubmitAsync("button[value=sembunyikan]", ("Rule", ""), ("Reason", "Alasan yang sudah diketik panjang."), ("Criticised", "tidak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moderator.Status);
        Assert.Equal("Alasan yang sudah diketik panjang.", moderator.Page.QuerySelector("textarea[name=Reason]")!.TextContent);
        Assert.Equal("#Rule", moderator.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("true", moderator.Page.GetElementById("Rule")!.GetAttribute("aria-invalid"));
        Assert.False(await host.WithDbAsync(db => db.Decisions.AnyAsync(d => d.PostId == post.Id)));
    }

    [Fact]
    public async Task Two_moderators_at_once_make_one_decision()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        await host.FlagAsync(post);
        var moderators = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync()));
        foreach (var moderator in moderators) await moderator.GetAsync(Urls.DecidePost(post.Id));
        await Task.WhenAll(moderators.Select(m => m.SubmitAsync("button[value=sembunyikan]", ("Reason", Desk.Reason), ("Criticised", "tidak"))));
        Assert.Single(moderators, m => m.Status == HttpStatusCode.OK);
        Assert.Equal(3, moderators.Count(m => m.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await host.WithDbAsync(db => db.Decisions.CountAsync(d => d.PostId == post.Id)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_decides_once_and_leads_to_the_same_place()
    {
        var topic = await host.ATopicAsync();
        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.DecideTopic(topic.Id));
        var key = moderator.Page.QuerySelector("[name=form_key]")!.GetAttribute("value")!;
        await moderator.SubmitAsync("button[value=kunci]", ("Rule", "T-1"), ("Reason", Desk.Reason));
        var there = moderator.Path;
        await moderator.GetAsync(Urls.DecideTopic(topic.Id));
        await moderator.SubmitAsync("button[value=buka-kunci]", ("form_key", key), ("Rule", "T-1"), ("Reason", Desk.Reason));
        Assert.Equal(there, moderator.Path);
        Assert.True(await host.WithDbAsync(db => db.Topics.Where(t => t.Id == topic.Id).Select(t => t.Lock != null).SingleAsync()));
    }

    [Fact]
    public async Task A_locked_topic_says_so_takes_no_posts_and_can_be_unlocked()
    {
        var topic = await host.ATopicAsync();
        var decision = await host.LockAsync(topic);
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.NotNull(page.QuerySelector($".topic-head a[href='{Urls.Decision(decision.Id)}']"));
        var member = await host.AVisitorAsync(await host.AnAccountAsync());
        await member.GetAsync(Urls.Topic(topic));
        Assert.Null(member.Page.QuerySelector("form#tulis"));

        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.DecideTopic(topic.Id));
        await moderator.SubmitAsync("button[value=buka-kunci]", ("Rule", "T-1"), ("Reason", "Pembahasannya sudah tenang kembali."));
        await member.GetAsync(Urls.Topic(topic));
        Assert.NotNull(member.Page.QuerySelector("form#tulis"));
    }

    [Fact]
    public async Task A_moderator_leaves_their_own_posts_and_those_of_their_office_to_others()
    {
        var account = await host.AnAccountAsync(Role.Moderator);
        var own = await host.APostAsync(await host.ATopicAsync(), account);
        var colleague = await host.APostAsync(await host.ATopicAsync(), await host.AnAccountAsync(Role.Pejabat, office: "Dinas Kominfo"));
        foreach (var post in new[] { own, colleague }) await host.FlagAsync(post);
        var moderator = await host.AVisitorAsync(account);
        var other = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator, office: "Bagian Hukum"));
        await other.GetAsync(Urls.DecidePost(own.Id));
        var fields = other.Page.QuerySelectorAll("main form input, main form select").Select(e => e.GetAttribute("name")).ToList();
        Assert.Contains("Rule", fields);
        foreach (var post in new[] { own, colleague })
        {
            await moderator.GetAsync(Urls.Moderation);
            Assert.Null(moderator.Page.QuerySelector($"#kiriman-{post.Id} form"));
            await moderator.GetAsync(Urls.DecidePost(post.Id));
            Assert.Null(moderator.Page.QuerySelector("main form"));
            await moderator.GetAsync("/pemberitahuan/surel");
            using var content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["form_token"] = moderator.Page.QuerySelector("[name=form_token]")!.GetAttribute("value")!,
                ["Rule"] = "T-1",
                ["Reason"] = Desk.Reason,
                ["tindakan"] = "sembunyikan",
            });
            using var answer = await moderator.Http.PostAsync(new Uri(Urls.DecidePost(post.Id), UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.False(await host.WithDbAsync(db => db.Decisions.AnyAsync(d => d.PostId == post.Id)));
        }
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Nobody_but_moderators_sees_the_queue_or_a_form_of_decision(Role role)
    {
        var post = await host.APostAsync(await host.ATopicAsync(), body: "Tersembunyi bagi peran lain");
        await host.HideAsync(post);
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        foreach (var address in new[] { Urls.Moderation, Urls.DecidePost(post.Id), Urls.DecideTopic(post.TopicId), Urls.DecideAccount(post.AuthorId) })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
            Assert.DoesNotContain("Tersembunyi bagi", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private Task<Visitor> SignInAsync() => SignInAsync(host);

    private static async Task<Visitor> SignInAsync(ForumHost host) => await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));

    private async Task RestoreAsync(Post post)
    {
        var moderator = await SignInAsync();
        await moderator.GetAsync(Urls.DecidePost(post.Id));
        await moderator.SubmitAsync("button[value=pulihkan]", ("Rule", "T-4"), ("Reason", "Nomornya nomor kantor yang memang diumumkan."));
        Assert.Equal(HttpStatusCode.OK, moderator.Status);
    }
}
