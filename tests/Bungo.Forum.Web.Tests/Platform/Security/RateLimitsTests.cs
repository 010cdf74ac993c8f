using System.Net;
using System.Text.Json;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Platform.Security;

/// <summary>A site that takes three of everything an hour.</summary>
public sealed class StrictForumHost(TestPostgres postgres) : ForumHost(postgres)
{
    protected override Dictionary<string, string?> Settings
    {
        get
        {
            var settings = base.Settings;
            foreach (var limit in (string[])["SignInsByNetwork", "RegistrationsByNetwork", "DownloadsByNetwork", "ChecksByNetwork", "WritesByAccount", "ApiByToken", "ApiByNetwork"])
            {
                settings[$"RateLimits:{limit}:Most"] = "3";
                settings[$"RateLimits:{limit}:Window"] = "01:00:00";
            }

            settings["RateLimits:SignInsByNetwork:Most"] = "20";
            return settings;
        }
    }
}

public sealed class RateLimitsTests(StrictForumHost host) : IClassFixture<StrictForumHost>
{
    [Fact]
    public async Task A_member_who_sends_too_much_gets_the_text_back_and_the_time_to_wait()
    {
        var topic = await host.ATopicAsync();
        using var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        for (var i = 0; i < 4; i++)
        {
            await visitor.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
            await visitor.SubmitAsync("#tulis", ("Body", $"Kiriman nomor {i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.InRange(int.Parse(visitor.Response.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        Assert.Equal("Kiriman nomor 3", visitor.Page.QuerySelector("main textarea[name=Body]")!.TextContent.Trim());
        Assert.Equal(3, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));

        using var other = await host.AVisitorAsync(await host.AnAccountAsync());
        await other.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
        await other.SubmitAsync("#tulis", ("Body", "Orang lain tidak ikut menunggu"));
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Too_many_registrations_from_one_network_wait_and_reading_goes_on()
    {
        using var visitor = host.AVisitor();
        for (var i = 0; i < 4; i++)
        {
            await visitor.GetAsync("/daftar");
            await visitor.SubmitAsync("main form", ("Name", "Warga"), ("Email", $"banyak{i}@contoh.example"), ("Password", ForumHost.Password), ("IsOldEnough", "true"), ("Agrees", "true"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Terlalu sering", visitor.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.True(visitor.Response.Headers.Contains("Retry-After"));
        await visitor.GetAsync("/daftar");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Too_many_receipts_for_the_server_to_check_wait()
    {
        using var visitor = host.AVisitor();
        for (var i = 0; i < 4; i++)
        {
            await visitor.GetAsync("/buku/periksa");
            await visitor.SubmitAsync("main form", ("teks", "bukan tanda terima"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
    }

    [Fact]
    public async Task Too_many_cosignatures_to_check_wait()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 4; i++) answer = await http.PostAsync(new Uri("/buku/v1/saksi", UriKind.Relative), new StringContent("bukan kepala buku"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task A_registration_that_comes_too_soon_comes_back_with_what_was_typed_but_the_password()
    {
        using var visitor = host.AVisitor();
        for (var i = 0; i < 4; i++)
        {
            await visitor.GetAsync("/daftar");
            await visitor.SubmitAsync("main form", ("Name", "Siti Nama Panjang"), ("Email", $"cepat{i}@contoh.example"), ("Password", ForumHost.Password), ("IsOldEnough", "true"), ("Agrees", "true"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Contains("Siti Nama Panjang", visitor.Page.QuerySelector("main textarea[name=Name]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ForumHost.Password, visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_made_for_each_who_asks_is_not_made_without_end()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        for (var i = 0; i < 3; i++) Assert.Contains("putusan", await http.GetStringAsync(new Uri("/moderasi/catatan.csv", UriKind.Relative)), StringComparison.Ordinal);
        using var answer = await http.GetAsync(new Uri("/moderasi/catatan.csv", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_program_is_told_in_its_own_way()
    {
        using var program = await host.AProgramAsync(await host.AnAccountAsync());
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 4; i++) answer = await program.GetAsync(new Uri("/api/v1/topics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(429, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.250", true)]
    [InlineData("203.0.113.7", "203.0.114.7", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.9", true)]
    [InlineData("2001:db8:1::1", "2001:db8:1:ffff::2", true)]
    [InlineData("2001:db8:1::1", "2001:db8:2::1", false)]
    public void A_network_is_coarser_than_a_household(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.NetworkOf(IPAddress.Parse(one)) == RateLimits.NetworkOf(IPAddress.Parse(other)));
}
