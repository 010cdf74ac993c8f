using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Platform;

/// <summary>A key makes one person's form count once. Whoever else sends the same key is another sender.</summary>
public class SubmissionTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Another_accounts_key_neither_reveals_nor_blocks()
    {
        var topic = await host.ATopicAsync();
        var posts = new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative);
        var key = Guid.NewGuid().ToString();
        var (one, two) = (await host.AProgramAsync(await host.AnAccountAsync()), await host.AProgramAsync(await host.AnAccountAsync()));
        var told = new List<PostedV1>();
        foreach (var program in new[] { one, two, one, two })
        {
            program.DefaultRequestHeaders.Remove("Idempotency-Key");
            program.DefaultRequestHeaders.Add("Idempotency-Key", key);
            using var answer = await program.PostAsJsonAsync(posts, new { body = "Mohon dijelaskan." });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            told.Add((await answer.Content.ReadFromJsonAsync<PostedV1>())!);
        }

        Assert.NotEqual(told[0].Id, told[1].Id);
        Assert.Equal((told[0], told[1]), (told[2], told[3]));
        Assert.Equal(2, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Theory]
    [InlineData(Role.Warga, "/diskusi/baru", "/diskusi/")]
    [InlineData(Role.Pejabat, "/pengumuman/tulis", "/pengumuman/kelola")]
    public async Task A_forms_key_copied_from_another_is_just_a_key(Role role, string address, string result)
    {
        var key = Guid.NewGuid().ToString();
        var titles = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
            await visitor.GetAsync(address);
            ((IHtmlInputElement)visitor.Page.QuerySelector("main form input[name=form_key]")!).Value = key;
            titles.Add($"Kunci sama {role} {i}");
            await visitor.SubmitAsync("main form button:not([name])", ("Subject", titles[i]), ("Body", "Isi."));
            Assert.StartsWith(result, visitor.Path, StringComparison.Ordinal);
            Assert.Contains(titles[i], visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused_in_words()
    {
        var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        program.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var topic = await host.ATopicAsync();
        (string Address, object Body)[] requests =
        [
            ("/api/v1/announcements", new { title = "Pertama", body = "Isi." }),
            ("/api/v1/topics", new { title = "Kedua", body = "Isi." }),
            ($"/api/v1/topics/{topic.Id}/posts", new { body = "Isi." }),
            ("/api/v1/polls", new { question = "Keempat?", options = new[] { "Ya", "Tidak" }, closesAt = host.Now.AddDays(1) }),
        ];
        for (var i = 0; i < requests.Length; i++)
        {
            using var answer = await program.PostAsJsonAsync(new Uri(requests[i].Address, UriKind.Relative), requests[i].Body);
            Assert.Equal(i == 0 ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            if (i > 0) Assert.Contains("idempotency-key-used", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
