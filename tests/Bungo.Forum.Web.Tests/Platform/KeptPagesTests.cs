using System.Net;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Architecture;
using Bungo.Forum.Web.Tests.Features.Announcements;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Bungo.Forum.Web.Tests.Features.Polls;

namespace Bungo.Forum.Web.Tests.Platform;

/// <summary>
/// Pages kept for the anonymous, attacked over every public address of the running site: what a member, a liar about
/// the host or somebody with a stranger's ETag was given is given to nobody else.
/// </summary>
public sealed class KeptPagesTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Name = "Zubaidah Anggota";
    private const string Liar = "jahat.example";

    [Fact]
    public async Task What_a_member_is_given_is_given_to_nobody_else()
    {
        using var member = await host.AVisitorAsync(await host.AnAccountAsync(name: Name));
        foreach (var address in await AddressesAsync())
        {
            await member.GetAsync(address);
            if (member.Response.Content.Headers.ContentType?.MediaType == "text/html")
                Assert.True(member.Response.Headers.CacheControl is { NoStore: true } or { Private: true }, $"{address}: {member.Response.Headers.CacheControl}");
            for (var i = 0; i < 2; i++)
            {
                using var stranger = host.AVisitor();
                await stranger.GetAsync(address);
                Assert.False(stranger.Page.DocumentElement.OuterHtml.Contains(Name, StringComparison.Ordinal), $"{address} names a member");
                Assert.False(stranger.Response.Headers.Age is not null && stranger.Response.Headers.Contains("Set-Cookie"), $"{address}: a kept answer sets a cookie");
            }
        }
    }

    [Fact]
    public async Task A_member_with_a_strangers_mark_of_a_page_gets_their_own_page_or_one_that_is_the_same()
    {
        using var member = await host.AVisitorAsync(await host.AnAccountAsync(name: Name));
        var marked = 0;
        foreach (var address in await AddressesAsync())
        {
            using var stranger = host.AVisitor();
            await stranger.GetAsync(address);
            if (stranger.Response.Headers.ETag is not { } mark) continue;
            marked++;
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { IfNoneMatch = { mark } } };
            using var answer = await member.Http.SendAsync(asked);
            if (answer.StatusCode != HttpStatusCode.NotModified) continue;
            await member.GetAsync(address);
            Assert.Equal(stranger.Page.DocumentElement.OuterHtml, member.Page.DocumentElement.OuterHtml);
        }

        Assert.True(marked > 0, "No address has an ETag: this test has tried nothing");
    }

    [Fact]
    public async Task Who_lies_about_the_host_leaves_nothing_of_it_behind()
    {
        foreach (var address in await AddressesAsync())
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            using var lie = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { Host = Liar } };
            lie.Headers.Add("X-Forwarded-Host", Liar);
            (await http.SendAsync(lie)).Dispose();
            Assert.False((await http.GetStringAsync(new Uri(address, UriKind.Relative))).Contains(Liar, StringComparison.Ordinal), $"{address} was poisoned");
        }
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_or_the_other_coding_does_not_spoil_the_page()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic, body: "Isi yang harus terbaca");
        using var http = new HttpClient { BaseAddress = host.Address };
        using (var head = new HttpRequestMessage(HttpMethod.Head, new Uri(Urls.Topic(topic), UriKind.Relative))) (await http.SendAsync(head)).Dispose();
        foreach (var coding in new[] { "br", "gzip", "identity", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Urls.Topic(topic), UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd(coding);
            using var answer = await http.SendAsync(request);
            Assert.Equal(coding == "identity" ? "" : coding, string.Join(',', answer.Content.Headers.ContentEncoding));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            if (coding == "identity") Assert.Contains("Isi yang harus terbaca", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Every public address to read: things that are there, and of the rest the route's own sample where it answers.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic);
        var decision = await host.HideAsync(post);
        var poll = await host.APollAsync();
        var announcement = await host.AnAnnouncementAsync();
        var consultation = await host.AnOpenConsultationAsync();
        var addresses = new List<string>
        {
            Urls.Topic(topic), $"{Urls.Topic(topic)}/1", Urls.Poll(poll), Urls.Announcement(announcement.Slug), Urls.AnnouncementVersion(announcement.Slug, 1),
            Urls.Decision(decision.Id), Urls.Consultation(consultation), $"/diskusi/kiriman/{post.Id}/riwayat", $"/api/v1/topics/{topic.Id}", $"/api/v1/topics/{topic.Id}/posts",
        };
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var route in (await SiteRoute.AllAsync(host.Services)).Where(r => r.IsOpenToAll && r.Methods.Contains("GET")))
        {
            using var answer = await http.GetAsync(new Uri(route.Sample, UriKind.Relative));
            if (answer.IsSuccessStatusCode && answer.RequestMessage!.RequestUri!.AbsolutePath == route.Sample) addresses.Add(route.Sample);
        }

        Assert.True(addresses.Count > 30, $"{addresses.Count} addresses");
        return addresses;
    }
}
