using System.Net;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Attacks;

/// <summary>Addresses, headers and fields that nobody types: the site says no, and never that it is out of order.</summary>
public class HostileAddressTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("/konsultasi?setelah=%00")]
    [InlineData("/konsultasi/%00")]
    [InlineData("/pengumuman?setelah=%00")]
    [InlineData("/pengumuman/a%00b")]
    [InlineData("/pengumuman/a%00b/versi/1")]
    [InlineData("/diskusi?setelah=%00")]
    [InlineData("/diskusi?setelah=9223372036854775807.9223372036854775807")]
    [InlineData("/jajak?setelah=9223372036854775807.1")]
    [InlineData("/laporan/%00")]
    [InlineData("/laporan/9999-Q4")]
    [InlineData("/laporan/2026-Q4?versi=2147483648")]
    [InlineData("/moderasi/catatan?setelah=%00&tindakan=%00&pasal=%00")]
    [InlineData("/moderasi/catatan?setelah=3155378975999999999.9223372036854775807")]
    [InlineData("/live/a%00b?after=0")]
    [InlineData("/live/topic-99999999999999999999?after=-1")]
    [InlineData("/api/v1/topics?consultation=-1&after=-9223372036854775808")]
    [InlineData("/api/v1/polls?after=%00")]
    [InlineData("/api/v1/announcements?after=%00")]
    [InlineData("/api/v1/recruitment/rounds/a%00b")]
    [InlineData("/masuk?kembali=%00")]
    [InlineData("/daftar/konfirmasi?akun=%00&kode=%00")]
    [InlineData("/galat/99999")]
    [InlineData("/bahasa/en?kembali=/diskusi%3Fq%3D%C3%A9")]
    [InlineData("/bahasa/en?kembali=/%0d%0aX-Evil:1")]
    [InlineData("/bahasa/en?kembali=%2F%2Fjahat.example")]
    [InlineData("/bahasa/en?kembali=%2F%5Cjahat.example")]
    public async Task An_odd_address_is_no_failure_and_leads_nowhere_else(string address)
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(address);
        Assert.True(visitor.Status < HttpStatusCode.InternalServerError, $"{address}: {visitor.Status}");
        Assert.Equal(host.Address.Authority, visitor.Response.RequestMessage!.RequestUri!.Authority);
    }

    [Fact]
    public async Task The_cursor_of_a_topic_may_be_anything()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        foreach (var query in new[] { "?setelah=a%00b.1", "?urut=Didukung&setelah=%00.1", "?urut=%00", "?balas=%00", "?balas=99999999999999999999", "/2147483648" })
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
            await visitor.GetAsync(Urls.Topic(topic) + query);
            Assert.True(visitor.Status < HttpStatusCode.InternalServerError, $"{query}: {visitor.Status}");
        }
    }

    [Theory]
    [InlineData("/masuk")]
    [InlineData("/sandi/lupa")]
    [InlineData("/daftar")]
    [InlineData("/daftar/ulang")]
    public async Task A_mail_address_with_invisible_bytes_is_no_failure(string form)
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(form);
        if (visitor.Page.QuerySelector("main form [name=Email]") is null) return;
        List<(string, string)> values = [("Email", "a\0b@contoh.example")];
        foreach (var name in new[] { "Password", "Name" })
            if (visitor.Page.QuerySelector($"main form [name={name}]") is not null) values.Add((name, "rahasia\0-panjang-sekali"));
        await visitor.SubmitAsync("main form", [.. values]);
        Assert.True(visitor.Status < HttpStatusCode.InternalServerError, visitor.Status.ToString());
    }

    [Fact]
    public async Task NUL_in_what_is_written_is_dropped_and_lone_surrogates_are_refused()
    {
        var topic = await host.ATopicAsync();
        using var program = await host.AProgramAsync(await host.AnAccountAsync());
        foreach (var body in new[] { "{\"body\":\"a\\u0000b\"}", "{\"body\":\"a\\ud800b\"}", "{\"body\":\"" + new string('a', 1_000_000) + "\"}", "{\"body\":null}", "null", "[]", "{\"body\":\"a\",\"stance\":\"99\"}", "{\"body\":\"a\",\"replyTo\":-1}" })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await program.PostAsync(new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{body[..Math.Min(40, body.Length)]}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Letters_and_pages_name_the_region_s_own_address_whatever_the_request_s_headers_say()
    {
        var visitor = host.AVisitor();
        visitor.Http.DefaultRequestHeaders.Host = "jahat.example";
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "jahat.example");
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Http.DefaultRequestHeaders.Add("X-Original-URL", "//jahat.example/");
        await host.ATopicAsync();
        foreach (var address in new[] { "/", "/diskusi", "/pengumuman", "/umpan/pengumuman.atom", "/umpan/pengumuman.json", "/openapi/v1.json" })
            Assert.DoesNotContain("jahat.example", await visitor.Http.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);
        var letters = await host.WithDbAsync(db => db.Letters.Select(l => l.Text).ToListAsync());
        Assert.DoesNotContain(letters, l => l.Contains("jahat.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_of_a_hundred_thousand_characters_in_its_title_is_given_back()
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync("/diskusi/baru");
        var title = new string('j', 100_000);
        await visitor.SubmitAsync("main form button:not([name])", ("Subject", title), ("Body", "Isi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(title, visitor.Page.QuerySelector("#Subject")!.GetAttribute("value"));
    }
}
