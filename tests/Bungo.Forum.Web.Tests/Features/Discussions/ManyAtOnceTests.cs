using System.Net;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Discussions;

public class ManyAtOnceTests(ForumHost host) : IClassFixture<ForumHost>
{
    /// <summary>
    /// A much-read post is supported and answered at the same moment by many. Whoever takes the post's row before
    /// the topic's waits for a stream that somebody holds who waits for the post: PostgreSQL then breaks one off.
    /// </summary>
    [Fact]
    public async Task Support_for_and_replies_to_one_post_do_not_wait_for_each_other_in_a_circle()
    {
        const int Rounds = 30;
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic);
        var replier = await host.AnAccountAsync();
        var supporters = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await host.AVisitorAsync(await host.AnAccountAsync())));
        foreach (var supporter in supporters) await supporter.GetAsync(Urls.Topic(topic));

        var replies = Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++) await host.APostAsync(topic, replier, $"Balasan {i}", post);
        });
        var answers = await Task.WhenAll(supporters.Select(s => Task.Run(() => PressAsync(s, post.Id, Rounds))));
        await replies;
        Assert.All(answers.SelectMany(a => a), a => Assert.Equal(HttpStatusCode.OK, a));
        var after = await host.WithDbAsync(db => db.Posts.AsNoTracking().SingleAsync(p => p.Id == post.Id));
        Assert.Equal((Rounds, 0), (after.ReplyCount, after.SupportCount));
    }

    private static async Task<List<HttpStatusCode>> PressAsync(Visitor visitor, long postId, int times)
    {
        var token = visitor.Page.QuerySelector("form#act [name=form_token]")!.GetAttribute("value")!;
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/diskusi/kiriman/{postId}/dukung", UriKind.Relative));
            request.Headers.Accept.ParseAdd("application/json");
            request.Content = new FormUrlEncodedContent([new("form_token", token), new("dukung", i % 2 == 0 ? "beri" : "tarik")]);
            using var answer = await visitor.Http.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }
}
