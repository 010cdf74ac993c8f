using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests;

/// <summary>Situations that tests begin in, made by the same verbs and acts as the pages use.</summary>
public static class Given
{
    public static async Task<Topic> ATopicAsync(this ForumHost host, Account? by = null, string title = "Jadwal seleksi")
    {
        by ??= await host.AnAccountAsync();
        return await host.ActAsync(async (db, acts) =>
        {
            var author = await db.Accounts.SingleAsync(a => a.Id == by.Id);
            var topic = Topic.Open(author, null, title, host.Now).Value;
            db.Add(topic);
            await acts.CommitAsync(new TopicOpened(topic, author), default);
            return topic;
        });
    }

    public static async Task<Post> APostAsync(
        this ForumHost host, Topic topic, Account? by = null, string body = "Mohon dijelaskan.", Post? parent = null, Stance stance = Stance.Neutral)
    {
        by ??= await host.AnAccountAsync();
        return await host.ActAsync(async (db, acts) =>
        {
            await acts.BeginAsync(default);
            await db.LockTopicAsync(topic.Id, default);
            var locked = await db.Topics.Include(t => t.Consultation).SingleAsync(t => t.Id == topic.Id);
            var author = await db.Accounts.SingleAsync(a => a.Id == by.Id);
            var above = parent is null ? null : await db.Posts.SingleAsync(p => p.Id == parent.Id);
            var post = locked.Reply(author, above, body, stance, host.Now).Value;
            db.Add(post);
            await acts.CommitAsync(new PostAdded(locked, post, author), default);
            return post;
        });
    }

    public static Task SupportAsync(this ForumHost host, Post post, Account by) => host.ActAsync(async (db, acts) =>
    {
        await acts.BeginAsync(default);
        await db.LockTopicAsync(post.TopicId, default);
        var locked = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.Id == post.Id);
        var support = Support.Give(locked, await db.Accounts.SingleAsync(a => a.Id == by.Id), host.Now).Value;
        db.Add(support);
        await acts.CommitAsync(new SupportChanged(locked.Topic!, locked), default);
        return support;
    });

    /// <summary>A moderator suspends the account for some days.</summary>
    public static async Task ASuspensionAsync(this ForumHost host, Account account, int days = 7)
    {
        var moderator = await host.AnAccountAsync(Role.Moderator);
        await host.ActAsync(async (db, acts) =>
        {
            var suspended = await db.Accounts.SingleAsync(a => a.Id == account.Id);
            var by = await db.Accounts.SingleAsync(a => a.Id == moderator.Id);
            var decision = Ruling.Suspend(suspended, days, by, new Grounds("T-1", "Menghina warga lain berulang kali.", DecisionSource.Proactive), host.Now).Value;
            db.Add(decision);
            await acts.CommitAsync(new DecisionMade(decision), default);
            return decision;
        });
    }

    public static async Task<T> ActAsync<T>(this ForumHost host, Func<ForumDb, ActRecorder, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ForumDb>(), scope.ServiceProvider.GetRequiredService<ActRecorder>());
    }
}
