using System.Net;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class AppealTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_hidden_post_goes_through_both_stages_and_the_evaluator_gives_it_back_for_all_to_read()
    {
        var author = await host.AnAccountAsync(name: "Rahmi Penulis");
        var post = await host.APostAsync(await host.ATopicAsync(), author, "Hubungi 0812-3456.", stance: Stance.Support);
        var decision = await host.HideAsync(post);
        var writer = await host.AVisitorAsync(author);
        await writer.GetAsync(Urls.Notices);
        await writer.FollowAsync("ul.notices .unread a");
        await writer.FollowAsync($"main a[href='{Urls.Appeal(decision.Id)}']");
        await writer.SubmitAsync("main form button", ("Reason", Court.Words));
        Assert.Equal((HttpStatusCode.OK, Urls.Decision(decision.Id)), (writer.Status, writer.Path));

        var other = await host.AVisitorAsync(await host.AnotherModeratorAsync());
        await other.GetAsync(Urls.Appeals);
        await other.FollowAsync($"main a[href='{Urls.RuleOnAppeal(decision.Id)}']");
        Assert.All(["0812-3456", Court.Words, Desk.Reason], part => Assert.Contains(part, other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        await other.SubmitAsync("main form button[value=ditolak]", ("Reason", "Nomor itu milik perorangan."));
        Assert.Equal(HttpStatusCode.OK, other.Status);

        await writer.FileAsync(decision, "Nomornya nomor layanan pengaduan kantor.");
        var evaluator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Penilai, office: "Ombudsman Jambi"));
        await evaluator.GetAsync(Urls.Appeals);
        await evaluator.FollowAsync($"main a[href='{Urls.RuleOnAppeal(decision.Id)}']");
        await evaluator.SubmitAsync("main form button[value=dikabulkan]", ("Reason", "Nomor layanan publik bukan data pribadi."));
        Assert.Equal(HttpStatusCode.OK, evaluator.Status);

        Assert.Contains("0812-3456", (await host.AVisitor().GetAsync(Urls.Post(post.Topic!, post.Number))).QuerySelector("#post-1 .body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new StanceCount(Support: 1), await host.WithDbAsync(db => db.Topics.Where(t => t.Id == post.TopicId).Select(t => t.Stances).SingleAsync()));
        var story = (await host.AVisitor().GetAsync(Urls.Decision(decision.Id))).QuerySelector("main")!.TextContent;
        Assert.All(
            [Desk.Reason, Court.Words, "Nomor itu milik perorangan.", "Nomornya nomor layanan", "Nomor layanan publik bukan", "Penilai, Ombudsman Jambi", "Banding ditolak", "Banding dikabulkan"],
            part => Assert.Contains(part, story, StringComparison.Ordinal));
        Assert.DoesNotContain("Rahmi", story, StringComparison.Ordinal);
        var row = (await host.AVisitor().GetAsync(Urls.ModerationLog)).QuerySelector($"#decision-{decision.Id}")!.TextContent;
        Assert.All(["Tingkat 1: ditolak", "Tingkat 2: dikabulkan"], part => Assert.Contains(part, row, StringComparison.Ordinal));
        Assert.Equal(OpeningState.Open, await host.WithDbAsync(db => db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && o.Label == "body").Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task Each_step_is_an_act_on_the_post_and_names_nobody()
    {
        var (decision, finding) = await host.AFindingAsync();
        var postId = decision.Post!.ObjectId;
        var acts = await host.WithDbAsync(db => db.PendingActs.Where(a => a.ObjectId == postId).OrderBy(a => a.Number).ToListAsync());
        Assert.Equal(["pos.buat", "mod.putus", "banding.ajukan", "banding.putus", "banding.ajukan", "banding.putus", "mod.pulih"], acts.Select(a => a.Kind));
        var leaves = acts.ConvertAll(a => Encoding.UTF8.GetString(a.Leaf));
        Assert.All(leaves[2..6], l => Assert.Contains($"\"putusan\":\"{LedgerId.Of(decision.ObjectId)}\"", l, StringComparison.Ordinal));
        Assert.All(["\"a\":\"penilai\"", "\"hasil\":\"dikabulkan\"", "\"tingkat\":2"], part => Assert.Contains(part, leaves[5], StringComparison.Ordinal));
        Assert.All(["\"a\":\"penilai\"", "\"sumber\":\"banding\""], part => Assert.Contains(part, leaves[6], StringComparison.Ordinal));
        Assert.Equal(finding.ActId, acts[5].ActId);
        Assert.All(await host.WithDbAsync(db => db.ActOpenings.Where(o => o.ObjectId == postId && o.Label == "actor").ToListAsync()),
            o => Assert.Equal(o.ActId == acts[0].ActId ? OpeningState.Open : OpeningState.Restricted, o.State));
    }

    [Fact]
    public async Task Appellants_and_the_author_are_told_in_the_site_and_by_mail()
    {
        var (author, reader) = (await host.AnAccountAsync(), await host.AnAccountAsync());
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        await host.AppealAsync(decision, reader);
        Assert.Equal(1, await CountAsync(author, NoticeKind.AppealFiled));
        await host.RuleAsync(decision, await host.AnotherModeratorAsync());
        foreach (var told in new[] { author, reader })
        {
            Assert.Equal(1, await CountAsync(told, NoticeKind.AppealRuled));
            var mail = ForumHost.MailOf(told.Id);
            var letter = await host.WithDbAsync(db => db.Letters.SingleAsync(l => l.To == mail && l.Subject.StartsWith("Banding ditolak")));
            Assert.All(["Keputusan semula sudah tepat.", Urls.Appeal(decision.Id), "Moderator, Bagian Hukum"], part => Assert.Contains(part, letter.Text, StringComparison.Ordinal));
            var visitor = await host.AVisitorAsync(told);
            await visitor.GetAsync(Urls.Notices);
            await visitor.FollowAsync("ul.notices .unread a");
            Assert.Contains("Keputusan semula sudah tepat.", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_suspended_member_appeals_against_the_suspension_and_is_free_again()
    {
        var member = await host.AnAccountAsync();
        var decision = await host.SuspendAsync(member);
        var visitor = await host.AVisitorAsync(member);
        await visitor.FileAsync(decision);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        var other = await host.AVisitorAsync(await host.AnotherModeratorAsync());
        await other.RuleAsync(decision, "dikabulkan", "Yang menulis itu orang lain.");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.False(await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == member.Id).Select(a => a.Suspension != null).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_appeals_against_the_lock_of_a_topic_and_it_opens()
    {
        var topic = await host.ATopicAsync();
        var decision = await host.LockAsync(topic);
        await (await host.AVisitorAsync(await host.AnAccountAsync())).FileAsync(decision);
        await (await host.AVisitorAsync(await host.AnotherModeratorAsync())).RuleAsync(decision, "dikabulkan", "Pembahasannya masih tertib.");
        Assert.True(await host.WithDbAsync(db => db.Topics.Where(t => t.Id == topic.Id).Select(t => t.Lock == null).SingleAsync()));
    }

    [Fact]
    public async Task The_moderator_who_decided_finds_no_form_and_is_refused_when_they_send_one()
    {
        var moderator = await host.AnAccountAsync(Role.Moderator);
        var (author, evaluator) = (await host.AnAccountAsync(), await host.AnAccountAsync(Role.Penilai));
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author), moderator);
        await host.AppealAsync(decision, author);
        foreach (var account in new[] { moderator, evaluator })
        {
            using var visitor = await host.AVisitorOnAsync(account, Urls.RuleOnAppeal(decision.Id));
            Assert.Null(visitor.Page.QuerySelector("main form"));
            var (status, body) = await visitor.PostAsync(Urls.RuleOnAppeal(decision.Id), ("hasil", "dikabulkan"), ("Reason", "Alasan yang sudah diketik panjang."), ("form_key", Guid.NewGuid().ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("Alasan yang sudah diketik panjang.", body, StringComparison.Ordinal);
        }

        Assert.False(await host.WithDbAsync(db => db.AppealRulings.AnyAsync(r => r.DecisionId == decision.Id)));
    }

    [Fact]
    public async Task A_second_appeal_is_no_moderators_business()
    {
        var (decision, author) = await host.ARejectedAppealAsync();
        await host.AppealAsync(decision, author);
        using var other = await host.AVisitorOnAsync(await host.AnotherModeratorAsync(), Urls.RuleOnAppeal(decision.Id));
        Assert.Null(other.Page.QuerySelector("main form"));
        var (status, _) = await other.PostAsync(Urls.RuleOnAppeal(decision.Id), ("hasil", "ditolak"), ("Reason", Court.Words), ("form_key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(1, await host.WithDbAsync(db => db.AppealRulings.CountAsync(r => r.DecisionId == decision.Id)));
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Admin)]
    public async Task Nobody_else_sees_appeals_that_wait_or_the_words_they_are_about(Role role)
    {
        var (decision, _) = await host.ARejectedAppealAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        foreach (var address in new[] { Urls.Appeals, Urls.RuleOnAppeal(decision.Id) })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
            Assert.DoesNotContain("Mohon dijelaskan", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_evaluator_who_tries_numbers_reads_nothing_that_is_hidden_and_not_theirs_to_rule_on()
    {
        var (decision, author) = await host.ARejectedAppealAsync();
        var evaluator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Penilai));
        await evaluator.GetAsync(Urls.RuleOnAppeal(decision.Id));
        Assert.DoesNotContain("Mohon dijelaskan", evaluator.Page.Body!.TextContent, StringComparison.Ordinal);
        await host.AppealAsync(decision, author);
        await evaluator.GetAsync(Urls.RuleOnAppeal(decision.Id));
        Assert.Contains("Mohon dijelaskan", evaluator.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_by_the_same_person_is_once_also_fifty_times_at_once()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        using var reader = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Appeal(decision.Id));
        var answers = await Crowd.AtOnceAsync(_ => reader.PostAsync(Urls.Appeal(decision.Id), ("Reason", Court.Words), ("form_key", Guid.NewGuid().ToString())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(1, await host.WithDbAsync(db => db.Appeals.CountAsync(a => a.DecisionId == decision.Id)));
        Assert.Equal(1, await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.ObjectId == decision.Post!.ObjectId && a.Kind == "banding.ajukan")));
    }

    [Fact]
    public async Task Two_moderators_who_rule_at_once_make_one_ruling_one_restoration_and_one_letter()
    {
        var author = await host.AnAccountAsync();
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author, stance: Stance.Oppose));
        await host.AppealAsync(decision, author);
        using var one = await host.AVisitorOnAsync(await host.AnotherModeratorAsync(), Urls.RuleOnAppeal(decision.Id));
        using var two = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"), Urls.RuleOnAppeal(decision.Id));
        var answers = await Crowd.AtOnceAsync(i => (i % 2 == 0 ? one : two).PostAsync(
            Urls.RuleOnAppeal(decision.Id), ("hasil", i % 2 == 0 ? "dikabulkan" : "ditolak"), ("Reason", Court.Words), ("form_key", Guid.NewGuid().ToString())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(Crowd.Size - 1, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        var ruling = await host.WithDbAsync(db => db.AppealRulings.SingleAsync(r => r.DecisionId == decision.Id));
        var isHidden = await host.WithDbAsync(db => db.Posts.Where(p => p.Id == decision.PostId).Select(p => p.Hiding != null).SingleAsync());
        Assert.Equal(ruling.Outcome == AppealOutcome.Rejected, isHidden);
        Assert.Equal(1, await CountAsync(author, NoticeKind.AppealRuled));
    }

    [Fact]
    public async Task A_late_appeal_is_refused_with_what_was_typed()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        await host.AdvanceAsync(TimeSpan.FromDays(15));
        using var reader = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Appeal(decision.Id));
        Assert.Null(reader.Page.QuerySelector("main form"));
        var (status, body) = await reader.PostAsync(Urls.Appeal(decision.Id), ("Reason", Court.Words), ("form_key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.All([Court.Words, "sudah lewat"], part => Assert.Contains(part, body, StringComparison.Ordinal));
        Assert.False(await host.WithDbAsync(db => db.Appeals.AnyAsync(a => a.DecisionId == decision.Id)));
    }

    [Fact]
    public async Task An_appeal_that_waits_too_long_stands_on_the_log_until_it_is_ruled_on()
    {
        var author = await host.AnAccountAsync();
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        var appeal = await host.AppealAsync(decision, author);
        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        string? Overdue() => reader.Page.QuerySelector("section.notice[aria-labelledby=lewat]")?.TextContent;
        await reader.GetAsync(Urls.ModerationLog);
        Assert.DoesNotContain($"no. {decision.Id}", Overdue() ?? "", StringComparison.Ordinal);
        await host.AdvanceAsync(appeal.DueAt - host.Now);
        await reader.GetAsync(Urls.ModerationLog);
        Assert.Contains($"no. {decision.Id}", Overdue()!, StringComparison.Ordinal);
        await host.RuleAsync(decision, await host.AnotherModeratorAsync());
        await reader.GetAsync(Urls.ModerationLog);
        Assert.DoesNotContain($"no. {decision.Id}", Overdue() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_evaluator_gave_back_is_not_hidden_again_on_the_same_grounds_until_it_is_edited()
    {
        var (decision, finding) = await host.AFindingAsync();
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"));
        await moderator.GetAsync(Urls.DecidePost(decision.PostId!.Value));
        await moderator.SubmitAsync("button[value=sembunyikan]", ("Rule", "T-4"), ("Reason", Desk.Reason), ("Criticised", "tidak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moderator.Status);
        Assert.Contains("Putusan penilai mengikat", moderator.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.WithDbAsync(db => db.Decisions.CountAsync(d => d.PostId == decision.PostId && d.Measure == Measure.Hide)));

        await host.WithDbAsync(db => db.Posts.Where(p => p.Id == decision.PostId).ExecuteUpdateAsync(s => s.SetProperty(p => p.EditedAt, finding.At.AddMinutes(1))));
        await moderator.GetAsync(Urls.DecidePost(decision.PostId.Value));
        await moderator.SubmitAsync("button[value=sembunyikan]", ("Rule", "T-4"), ("Reason", Desk.Reason), ("Criticised", "tidak"));
        Assert.Equal(HttpStatusCode.OK, moderator.Status);
    }

    private Task<int> CountAsync(Account account, NoticeKind kind) => host.WithDbAsync(db => db.Notices.CountAsync(n => n.AccountId == account.Id && n.Kind == kind));
}
