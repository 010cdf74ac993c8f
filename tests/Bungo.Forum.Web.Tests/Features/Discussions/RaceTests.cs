using System.Net;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Discussions;

/// <summary>Fifty at once. What counts is the rows: whatever the answers were, the count that is shown is theirs.</summary>
public class RaceTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Fifty_sends_of_one_form_are_one_post()
    {
        var topic = await host.ATopicAsync();
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Topic(topic));
        var key = Guid.NewGuid().ToString();
        var answers = await Crowd.AtOnceAsync(_ => visitor.PostAsync(Urls.Topic(topic), ("Body", "Dikirim sekali"), ("form_key", key)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var post = await host.WithDbAsync(db => db.Posts.SingleAsync(p => p.TopicId == topic.Id));
        Assert.Equal(1, await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.ObjectId == post.ObjectId)));
        Assert.Equal(1, await host.WithDbAsync(db => db.Topics.Where(t => t.Id == topic.Id).Select(t => t.LastNumber).SingleAsync()));
    }

    [Fact]
    public async Task Fifty_sends_of_one_new_topic_are_one_topic()
    {
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), "/diskusi/baru");
        var (key, title) = (Guid.NewGuid().ToString(), "Topik " + Guid.NewGuid());
        var answers = await Crowd.AtOnceAsync(_ => visitor.PostAsync("/diskusi/baru", ("Subject", title), ("Body", "Isi"), ("form_key", key)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(1, await host.WithDbAsync(db => db.Topics.CountAsync(t => t.Title == title)));
    }

    [Fact]
    public async Task Fifty_presses_of_one_member_are_one_support()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Topic(post.Topic!));
        var answers = await Crowd.AtOnceAsync(_ => visitor.PostAsync($"/diskusi/kiriman/{post.Id}/dukung", ("dukung", "beri")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal((1, 1), await SupportsAsync(post.Id));
        await Crowd.AtOnceAsync(_ => visitor.PostAsync($"/diskusi/kiriman/{post.Id}/dukung", ("dukung", "tarik")));
        Assert.Equal((0, 0), await SupportsAsync(post.Id));
    }

    [Fact]
    public async Task Fifty_members_who_give_and_take_back_leave_a_count_that_is_the_rows()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var address = $"/api/v1/posts/{post.Id}/support";
        var programs = await host.ProgramsAsync();
        Assert.All(await Crowd.AtOnceAsync(i => programs[i].AskAsync("PUT", address)), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal((50, 50), await SupportsAsync(post.Id));
        // Each both takes back and gives, twice, in whatever order they arrive.
        var answers = await Crowd.AtOnceAsync(i => programs[i / 4].AskAsync(i % 2 == 0 ? "DELETE" : "PUT", address), 4 * Crowd.Size);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        var (count, rows) = await SupportsAsync(post.Id);
        Assert.Equal(rows, count);
        Assert.All(await Crowd.AtOnceAsync(i => programs[i].AskAsync("DELETE", address)), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal((0, 0), await SupportsAsync(post.Id));
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_it_wants_changes_nothing()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(), Urls.Topic(post.Topic!));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync($"/diskusi/kiriman/{post.Id}/dukung")).Status);
        Assert.Equal((0, 0), await SupportsAsync(post.Id));
    }

    private Task<(int Count, int Rows)> SupportsAsync(long postId) => host.WithDbAsync(async db =>
        (await db.Posts.Where(p => p.Id == postId).Select(p => p.SupportCount).SingleAsync(), await db.Supports.CountAsync(s => s.PostId == postId)));
}
