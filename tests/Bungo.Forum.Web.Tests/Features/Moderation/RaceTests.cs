using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class RaceTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Fifty_flags_of_one_member_are_one()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Flag(post.Id));
        var answers = await Crowd.AtOnceAsync(_ => visitor.PostAsync(Urls.Flag(post.Id), ("Reason", "spam"), ("Note", "")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(1, await host.WithDbAsync(db => db.Flags.CountAsync(f => f.PostId == post.Id)));
        Assert.Equal(1, await host.WithDbAsync(db => db.Dockets.Where(d => d.PostId == post.Id).Select(d => d.OpenCount).SingleAsync()));
    }

    [Fact]
    public async Task Fifty_hidings_by_two_moderators_are_one_decision_one_notice_and_one_act()
    {
        var author = await host.AnAccountAsync();
        var post = await host.APostAsync(await host.ATopicAsync(), author, stance: Stance.Oppose);
        var moderators = await TwoAsync(Urls.DecidePost(post.Id));
        var answers = await Crowd.AtOnceAsync(i => DecideAsync(moderators[i % 2], Urls.DecidePost(post.Id), "sembunyikan"));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(Crowd.Size - 1, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity && a.Body.Contains(Desk.Reason, StringComparison.Ordinal)));
        Assert.Equal(1, await host.WithDbAsync(db => db.Decisions.CountAsync(d => d.PostId == post.Id)));
        Assert.Equal(1, await host.WithDbAsync(db => db.Notices.CountAsync(n => n.AccountId == author.Id)));
        Assert.Equal(1, await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.ObjectId == post.ObjectId && a.Kind == "mod.putus")));
        Assert.Equal(new StanceCount(), await StancesAsync(post));
    }

    [Fact]
    public async Task Two_moderators_who_hide_and_restore_at_once_leave_a_chain_in_which_each_undoes_the_one_before()
    {
        var post = await host.APostAsync(await host.ATopicAsync(), stance: Stance.Support);
        var moderators = await TwoAsync(Urls.DecidePost(post.Id));
        var answers = await Crowd.AtOnceAsync(i => DecideAsync(moderators[i % 2], Urls.DecidePost(post.Id), i % 2 == 0 ? "sembunyikan" : "pulihkan"));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, a.Status.ToString()));

        var decisions = await host.WithDbAsync(db => db.Decisions.Where(d => d.PostId == post.Id).OrderBy(d => d.Id).ToListAsync());
        var (hidings, restorings) = (decisions.Where(d => d.Measure == Measure.Hide).ToList(), decisions.Where(d => d.Measure == Measure.Restore).ToList());
        Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.OK), decisions.Count);
        Assert.Equal(restorings.Count, restorings.Select(d => d.UndoneId).Distinct().Intersect(hidings.Select(h => (long?)h.Id)).Count());
        var isHidden = await host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.Hiding != null).SingleAsync());
        Assert.Equal(isHidden ? 1 : 0, hidings.Count - restorings.Count);
        Assert.Equal(isHidden ? new StanceCount() : new StanceCount(Support: 1), await StancesAsync(post));
    }

    [Fact]
    public async Task Two_moderators_who_decide_about_each_other_do_not_wait_for_each_other_in_a_circle()
    {
        var (one, other) = (await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"), await host.AnAccountAsync(Role.Moderator, office: "Dinas Sosial"));
        using var a = await host.AVisitorOnAsync(one, Urls.DecideAccount(other.Id));
        using var b = await host.AVisitorOnAsync(other, Urls.DecideAccount(one.Id));
        var answers = await Crowd.AtOnceAsync(i => i % 2 == 0
            ? DecideAsync(a, Urls.DecideAccount(other.Id), "tangguhkan")
            : DecideAsync(b, Urls.DecideAccount(one.Id), "tangguhkan"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
    }

    private async Task<Visitor[]> TwoAsync(string address) =>
    [
        await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator, office: "Inspektorat"), address),
        await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Moderator, office: "Dinas Sosial"), address),
    ];

    private static Task<(HttpStatusCode Status, string Body)> DecideAsync(Visitor moderator, string address, string measure) => moderator.PostAsync(
        address, ("tindakan", measure), ("Rule", "T-4"), ("Reason", Desk.Reason), ("Source", "Proactive"), ("Days", "7"), ("Criticised", "tidak"), ("form_key", Guid.NewGuid().ToString()));

    private Task<StanceCount> StancesAsync(Post post) => host.WithDbAsync(db => db.Topics.Where(t => t.Id == post.TopicId).Select(t => t.Stances).SingleAsync());
}
