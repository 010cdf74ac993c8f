using System.Net;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>Criticism of an office is hidden by two, neither of them of that office.</summary>
public class ProposalTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Reason = "Menghina petugas dengan kata kasar.";

    [Fact]
    public async Task One_moderator_proposes_nothing_is_hidden_and_another_confirms()
    {
        var post = await host.APostAsync(await host.ATopicAsync(), body: "Petugas dinas itu tidak becus.");
        await host.AnAccountAsync(Role.Pejabat, office: "Dinas Pendidikan");
        await host.FlagAsync(post, FlagReason.Insult);
        var one = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        await one.GetAsync(Urls.Moderation);
        await one.SubmitAsync($"#kiriman-{post.Id} button[value=sembunyikan]", ("Reason", Reason), ("Criticised", "Dinas Pendidikan"));
        Assert.Equal((HttpStatusCode.OK, Urls.DecidePost(post.Id)), (one.Status, one.Path));
        Assert.NotNull((await host.AVisitor().GetAsync(Urls.Post(post.Topic!, post.Number))).QuerySelector("#post-1 .body"));
        Assert.False(await host.WithDbAsync(db => db.Decisions.AnyAsync(d => d.PostId == post.Id)));
        Assert.Null(one.Page.QuerySelector("button[value=setujui]"));

        var two = await host.AVisitorAsync(await host.AnotherModeratorAsync());
        await two.GetAsync(Urls.Moderation);
        await two.FollowAsync($"section[aria-labelledby=usulan] a[href='{Urls.DecidePost(post.Id)}']");
        Assert.Contains(Reason, two.Page.QuerySelector("section[aria-labelledby=usulan]")!.TextContent, StringComparison.Ordinal);
        await two.SubmitAsync("button[value=setujui]");
        Assert.Equal(HttpStatusCode.OK, two.Status);

        var decision = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.PostId == post.Id));
        Assert.Equal(("T-2", "Dinas Pendidikan", "Dinas Kominfo", "Bagian Hukum", 1), (decision.Rule, decision.Criticised, decision.Office, decision.SecondOffice, decision.FlagCount));
        Assert.False(await host.WithDbAsync(db => db.Proposals.AnyAsync(p => p.PostId == post.Id)));
        var statement = (await host.AVisitor().GetAsync(Urls.Decision(decision.Id))).QuerySelector("main")!.TextContent;
        Assert.All(["Ya, Dinas Pendidikan", "Dua moderator: Dinas Kominfo dan Bagian Hukum", Reason], part => Assert.Contains(part, statement, StringComparison.Ordinal));
        var leaf = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ActId == decision.ActId).Select(a => a.Leaf).SingleAsync());
        Assert.All(["\"kritik\":true", "\"pemutus\":2"], part => Assert.Contains(part, Encoding.UTF8.GetString(leaf), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_proposed_cannot_second_it_under_a_form_of_their_own_making()
    {
        var moderator = await host.AnAccountAsync(Role.Moderator);
        var proposal = await host.AProposalAsync(by: moderator);
        await RefusesAsync(moderator, proposal, "Ini usulan Anda");
    }

    [Fact]
    public async Task A_moderator_of_the_criticised_office_neither_proposes_nor_seconds()
    {
        var own = await host.AnAccountAsync(Role.Moderator, office: "Dinas Pendidikan");
        await RefusesAsync(own, await host.AProposalAsync(), "kantor Anda");
        var post = await host.APostAsync(await host.ATopicAsync());
        using var visitor = await host.AVisitorOnAsync(own, Urls.DecidePost(post.Id));
        var (status, body) = await visitor.PostAsync(Urls.DecidePost(post.Id), ("tindakan", "sembunyikan"), ("Rule", "T-2"), ("Reason", Reason), ("Source", "Proactive"), ("Criticised", "dinas pendidikan"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Yang dikritik kantor Anda", body, StringComparison.Ordinal);
        Assert.False(await host.WithDbAsync(db => db.Proposals.AnyAsync(p => p.PostId == post.Id)));
    }

    [Fact]
    public async Task A_reply_to_an_office_is_criticism_of_it_whatever_is_declared()
    {
        var topic = await host.ATopicAsync();
        var official = await host.APostAsync(topic, await host.AnAccountAsync(Role.Pejabat, office: "Dinas Kesehatan"));
        var reply = await host.APostAsync(topic, parent: official);
        using var one = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator), Urls.DecidePost(reply.Id));
        await one.PostAsync(Urls.DecidePost(reply.Id), ("tindakan", "sembunyikan"), ("Rule", "T-2"), ("Reason", Reason), ("Source", "Proactive"), ("Criticised", "tidak"));
        Assert.Equal("Dinas Kesehatan", await host.WithDbAsync(db => db.Proposals.Where(p => p.PostId == reply.Id).Select(p => p.Criticised).SingleAsync()));
        using var own = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator, office: "Dinas Kesehatan"), Urls.DecidePost(reply.Id));
        Assert.Null(own.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Personal_data_is_hidden_at_once_also_in_criticism_and_the_statement_says_why()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var decision = await host.HideAsync(post, grounds: Desk.Grounds with { Criticised = "Dinas Pendidikan" });
        Assert.Null(decision.SecondId);
        Assert.Contains("disembunyikan seketika", (await host.AVisitor().GetAsync(Urls.Decision(decision.Id))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_declaration_the_form_comes_back()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Role.Moderator));
        await moderator.GetAsync(Urls.DecidePost(post.Id));
        await moderator.SubmitAsync("button[value=sembunyikan]", ("Rule", "T-2"), ("Reason", Reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moderator.Status);
        Assert.Equal("#Criticised", moderator.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal(Reason, moderator.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task An_edit_outdates_a_proposal()
    {
        var proposal = await host.AProposalAsync();
        await host.WithDbAsync(db => db.Posts.Where(p => p.Id == proposal.PostId).ExecuteUpdateAsync(s => s.SetProperty(p => p.EditedAt, host.Now.AddMinutes(1))));
        await RefusesAsync(await host.AnotherModeratorAsync(), proposal, "disunting sesudah diusulkan");
    }

    [Fact]
    public async Task A_proposal_is_dropped_and_one_that_others_second_at_once_is_one_decision()
    {
        var dropped = await host.AProposalAsync();
        var other = await host.AVisitorAsync(await host.AnotherModeratorAsync());
        await other.GetAsync(Urls.DecidePost(dropped.PostId));
        await other.SubmitAsync("button[formaction*=Decline]");
        Assert.False(await host.WithDbAsync(db => db.Proposals.AnyAsync(p => p.PostId == dropped.PostId)));

        var proposal = await host.AProposalAsync();
        using var one = await host.AVisitorOnAsync(await host.AnotherModeratorAsync(), Urls.DecidePost(proposal.PostId));
        using var two = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"), Urls.DecidePost(proposal.PostId));
        var answers = await Crowd.AtOnceAsync(i => (i % 2 == 0 ? one : two).PostAsync(Urls.DecidePost(proposal.PostId), ("tindakan", "setujui"), ("form_key", Guid.NewGuid().ToString())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(1, await host.WithDbAsync(db => db.Decisions.CountAsync(d => d.PostId == proposal.PostId)));
    }

    [Fact]
    public async Task Neither_of_the_two_rules_on_the_appeal()
    {
        var (author, second) = (await host.AnAccountAsync(), await host.AnotherModeratorAsync());
        var post = await host.APostAsync(await host.ATopicAsync(), author);
        await host.AProposalAsync(post);
        await (await host.AVisitorOnAsync(second, Urls.DecidePost(post.Id))).SubmitAsync("button[value=setujui]");
        var decision = await host.WithDbAsync(db => db.Decisions.SingleAsync(d => d.PostId == post.Id));
        await host.AppealAsync(decision, author);
        using var visitor = await host.AVisitorOnAsync(second, Urls.RuleOnAppeal(decision.Id));
        Assert.Null(visitor.Page.QuerySelector("main form"));
        var (status, _) = await visitor.PostAsync(Urls.RuleOnAppeal(decision.Id), ("hasil", "ditolak"), ("Reason", Court.Words));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    private async Task RefusesAsync(Account account, Proposal proposal, string because)
    {
        using var visitor = await host.AVisitorOnAsync(account, Urls.DecidePost(proposal.PostId));
        Assert.Null(visitor.Page.QuerySelector("button[value=setujui]"));
        var (status, body) = await visitor.PostAsync(Urls.DecidePost(proposal.PostId), ("tindakan", "setujui"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(because, body, StringComparison.Ordinal);
        Assert.True(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == proposal.PostId).Select(p => p.Hiding == null).SingleAsync()));
    }
}
