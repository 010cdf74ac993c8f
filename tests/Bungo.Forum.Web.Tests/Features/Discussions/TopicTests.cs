using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Discussions;

public class TopicTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Anybody_reads_a_topic_in_thread_order()
    {
        var topic = await host.ATopicAsync();
        var first = await host.APostAsync(topic, body: "Pertama");
        await host.APostAsync(topic, body: "Kedua");
        await host.APostAsync(topic, body: "Balasan pertama", parent: first);
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.Equal(["post-1", "post-3", "post-2"], page.QuerySelectorAll("ol.posts > li.post").Select(p => p.Id));
        Assert.Equal("1", page.QuerySelector("#post-3")!.GetAttribute("data-depth"));
    }

    [Fact]
    public async Task A_member_posts_and_the_act_is_left_behind()
    {
        var topic = await host.ATopicAsync();
        var member = await host.AnAccountAsync(name: "Rahmi A.");
        var visitor = await host.AVisitorAsync(member);
        await visitor.GetAsync(Urls.Topic(topic));
        await visitor.SubmitAsync("form#tulis", ("Body", "Usul: boleh memakai **slip honor**."));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("slip honor", visitor.Page.QuerySelector("#post-1 .body strong")!.TextContent);

        var post = await host.WithDbAsync(db => db.Posts.SingleAsync(p => p.TopicId == topic.Id));
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == post.ObjectId));
        Assert.Equal("pos.buat", act.Kind);
        Assert.DoesNotContain("slip honor", System.Text.Encoding.UTF8.GetString(act.Leaf), StringComparison.Ordinal);
        var opening = await host.WithDbAsync(db => db.ActOpenings.SingleAsync(o => o.ActId == act.ActId && o.Label == "body"));
        Assert.Equal(post.Body, System.Text.Encoding.UTF8.GetString(opening.Content!));
    }

    [Fact]
    public async Task Sending_the_same_form_twice_posts_once()
    {
        var topic = await host.ATopicAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Topic(topic));
        var form = visitor.Page;
        await visitor.SubmitAsync("form#tulis", ("Body", "Sekali saja."));
        var there = visitor.Path;
        await visitor.GetAsync(Urls.Topic(topic));
        await visitor.SubmitAsync("form#tulis", ("Body", "Sekali saja."), ("form_key", form.QuerySelector("[name=form_key]")!.GetAttribute("value")!));
        Assert.Equal(there, visitor.Path);
        Assert.Equal(1, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Twenty_sends_of_one_form_at_once_post_once()
    {
        var topic = await host.ATopicAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Topic(topic));
        var fields = visitor.Page.QuerySelectorAll("form#tulis input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Append(new("Body", "Klik ganda.")).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(fields);
            using var response = await visitor.Http.PostAsync(new Uri(Urls.Topic(topic), UriKind.Relative), content);
            return response.StatusCode;
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(1, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Twenty_writers_at_once_get_twenty_numbers_without_a_gap_and_events_without_a_gap()
    {
        var topic = await host.ATopicAsync();
        var member = await host.AnAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.APostAsync(topic, member, $"Tulisan {i}")));
        var numbers = await host.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 20), numbers);
        var stream = PublicActs.Streams.Topic(topic.Id);
        var events = await host.WithDbAsync(db => db.StreamEvents.Where(e => e.Stream == stream).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events);
    }

    [Fact]
    public async Task A_refused_text_is_given_back_with_the_reason()
    {
        var topic = await host.ATopicAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Topic(topic));
        var tooLong = new string('a', Post.LongestBody + 1);
        await visitor.SubmitAsync("form#tulis", ("Body", tooLong));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(tooLong, visitor.Page.QuerySelector("#Body")!.TextContent);
        Assert.Contains("10.000", visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>halo", "script")]
    [InlineData("<img src=x onerror=alert(1)>", "img")]
    [InlineData("![gambar](https://jahat.example/a.png)", "img")]
    [InlineData("[klik](javascript:alert(1))", "a[href^='javascript']")]
    [InlineData("[klik](data:text/html;base64,AAAA)", "a[href^='data']")]
    [InlineData("<svg onload=alert(1)>", ".body svg")]
    [InlineData("<a href='https://x.example' style='position:fixed'>x</a>", ".body [style]")]
    public async Task Hostile_Markdown_comes_out_harmless(string body, string forbidden)
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic, body: body);
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.NotNull(page.QuerySelector("#post-1 .body"));
        Assert.Null(page.QuerySelector($"#post-1 {forbidden}"));
    }

    [Fact]
    public async Task Links_carry_nofollow_ugc_noopener()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic, body: "Lihat https://www.bkn.go.id/ dan [ini](https://x.example).");
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        var links = page.QuerySelectorAll("#post-1 .body a");
        Assert.Equal(2, links.Length);
        Assert.All(links, l => Assert.Equal("nofollow ugc noopener", l.GetAttribute("rel")));
    }

    [Fact]
    public async Task An_edit_keeps_the_earlier_words_in_public()
    {
        var topic = await host.ATopicAsync();
        var member = await host.AnAccountAsync();
        var post = await host.APostAsync(topic, member, "Dua tahun");
        var visitor = await host.AVisitorAsync(member);
        await visitor.GetAsync($"/diskusi/kiriman/{post.Id}/sunting");
        Assert.Equal("Dua tahun", visitor.Page.QuerySelector("#Body")!.TextContent);
        await visitor.SubmitAsync("main form button:not([name])", ("Body", "Satu tahun"));
        Assert.Equal("Satu tahun", visitor.Page.QuerySelector("#post-1 .body")!.TextContent.Trim());
        var history = await host.AVisitor().GetAsync($"/diskusi/kiriman/{post.Id}/riwayat");
        Assert.Equal(["Satu tahun", "Dua tahun"], history.QuerySelectorAll(".history .prose").Select(p => p.TextContent.Trim()));
    }

    [Fact]
    public async Task Another_persons_post_cannot_be_edited_or_withdrawn()
    {
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, body: "Milik orang lain");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync($"/diskusi/kiriman/{post.Id}/sunting");
        Assert.NotEqual(HttpStatusCode.OK, visitor.Status);
        await visitor.GetAsync(Urls.Topic(topic));
        var token = visitor.Page.QuerySelector("form#act input[name=form_token]")!.GetAttribute("value")!;
        foreach (var act in new[] { "sunting", "tarik" })
        {
            using var content = new FormUrlEncodedContent([new("form_token", token), new("Body", "Diganti")]);
            using var response = await visitor.Http.PostAsync(new Uri($"/diskusi/kiriman/{post.Id}/{act}", UriKind.Relative), content);
            Assert.False(response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/diskusi/" + topic.Id, StringComparison.Ordinal));
        }

        Assert.Equal("Milik orang lain", await host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_withdrawn_post_leaves_its_number_and_none_of_its_words()
    {
        var topic = await host.ATopicAsync();
        var member = await host.AnAccountAsync();
        var post = await host.APostAsync(topic, member, "Kata yang ditarik");
        await host.APostAsync(topic, body: "Balasan tetap", parent: post);
        var visitor = await host.AVisitorAsync(member);
        await visitor.GetAsync($"/diskusi/kiriman/{post.Id}/tarik");
        await visitor.SubmitAsync("main form");
        foreach (var address in new[] { Urls.Topic(topic), $"/diskusi/kiriman/{post.Id}/riwayat", $"/api/v1/topics/{topic.Id}/posts", $"/live/{PublicActs.Streams.Topic(topic.Id)}?after=0" })
            Assert.DoesNotContain("Kata yang ditarik", await host.AVisitor().Http.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.NotNull(page.QuerySelector("#post-1.trace"));
        Assert.Contains("Balasan tetap", page.QuerySelector("#post-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_counts_once_and_can_be_taken_back()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Topic(topic));
        await visitor.SubmitAsync("#post-1 .support");
        Assert.Equal("1", visitor.Page.QuerySelector("#post-1 .support .count")!.TextContent);
        Assert.Contains("#post-1 .support.mine-on{display:inline-flex}", visitor.Page.QuerySelector("head style")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("#post-1 .support");
        Assert.Equal("1", visitor.Page.QuerySelector("#post-1 .support .count")!.TextContent);
        await visitor.SubmitAsync("#post-1 .support.mine-on");
        Assert.Equal("0", visitor.Page.QuerySelector("#post-1 .support .count")!.TextContent);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.Topic(topic));
        Assert.Null(visitor.Page.QuerySelector("form#tulis"));
        await visitor.SubmitAsync("#post-1 .support");
        Assert.StartsWith("/masuk", visitor.Path, StringComparison.Ordinal);
        var member = await host.AnAccountAsync();
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(member.Id)), ("Password", ForumHost.Password));
        Assert.StartsWith($"/diskusi/{topic.Id}-", visitor.Path, StringComparison.Ordinal);
        Assert.Equal("0", visitor.Page.QuerySelector("#post-1 .support .count")!.TextContent);
    }

    [Fact]
    public async Task A_topic_of_ten_thousand_posts_takes_no_more_statements_than_one_of_ten()
    {
        var small = await host.ATopicAsync(title: "Kecil");
        var large = await host.ATopicAsync(title: "Besar");
        foreach (var (topic, posts) in new[] { (small, 10), (large, 10_000) })
        {
            var author = await host.AnAccountAsync();
            await host.WithDbAsync(async db =>
            {
                var tracked = await db.Topics.SingleAsync(t => t.Id == topic.Id);
                var writer = await db.Accounts.SingleAsync(a => a.Id == author.Id);
                var all = new List<Post>();
                for (var i = 0; i < posts; i++)
                    db.Add(all.AddAnd(tracked.Import(writer, i % 3 == 0 ? null : all[i * 7 % all.Count], "Isi", host.Now)));
                return await db.SaveChangesAsync();
            });
        }

        foreach (var query in new[] { "", "?urut=Terbaru", "?urut=Didukung", "?urut=BelumDijawab" })
        {
            var few = await host.CountStatementsAsync(() => host.AVisitor().GetAsync(Urls.Topic(small) + query));
            var many = await host.CountStatementsAsync(() => host.AVisitor().GetAsync(Urls.Topic(large) + query));
            Assert.True(few > 0);
            Assert.Equal(few, many);
        }
    }

    [Fact]
    public async Task Paging_by_cursor_shows_every_post_once_in_every_order()
    {
        var topic = await host.ATopicAsync();
        var author = await host.AnAccountAsync();
        await host.WithDbAsync(async db =>
        {
            var tracked = await db.Topics.SingleAsync(t => t.Id == topic.Id);
            var writer = await db.Accounts.SingleAsync(a => a.Id == author.Id);
            var all = new List<Post>();
            for (var i = 0; i < 230; i++) db.Add(all.AddAnd(tracked.Import(writer, i % 2 == 0 ? null : all[i * 5 % all.Count], $"Isi {i}", host.Now)));
            return await db.SaveChangesAsync();
        });
        foreach (var (query, expected) in new[] { ("?", 230), ("?urut=Terbaru", 230), ("?urut=Didukung", 115), ("?urut=BelumDijawab", 115) })
        {
            var seen = new List<string>();
            var visitor = host.AVisitor();
            await visitor.GetAsync(Urls.Topic(topic) + query);
            while (true)
            {
                seen.AddRange(visitor.Page.QuerySelectorAll("li.post").Select(p => p.Id!));
                if (visitor.Page.QuerySelector("a[rel=next]") is null) break;
                await visitor.FollowAsync("a[rel=next]");
            }

            Assert.Equal(expected, seen.Count);
            Assert.Equal(expected, seen.Distinct().Count());
        }
    }

    [Fact]
    public async Task A_permalink_shows_the_post_in_its_context()
    {
        var topic = await host.ATopicAsync();
        var first = await host.APostAsync(topic);
        for (var i = 0; i < 3; i++) await host.APostAsync(topic, parent: first);
        var page = await host.AVisitor().GetAsync(Urls.Post(topic, 3));
        Assert.NotNull(page.QuerySelector("#post-1"));
        Assert.NotNull(page.QuerySelector("#post-3"));
        await host.AVisitor().GetAsync($"/diskusi/{topic.Id}-{topic.Slug}/99");
        var missing = host.AVisitor();
        await missing.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}/99");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Fact]
    public async Task An_official_post_is_marked_with_the_office()
    {
        var topic = await host.ATopicAsync();
        var input = await host.APostAsync(topic);
        await host.APostAsync(topic, await host.AnAccountAsync(Role.Pejabat), "Diterima.", input);
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.Equal("BKPSDM Kabupaten Bungo", page.QuerySelector("#post-2.official header b")!.TextContent);
        Assert.Contains("1 dari 1", page.QuerySelector(".topic-head")!.TextContent, StringComparison.Ordinal);
    }
}
