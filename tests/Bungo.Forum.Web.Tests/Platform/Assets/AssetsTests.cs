using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Bungo.Forum.Web.Tests.Platform.Assets;

public class AssetsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_page_names_styles_and_scripts_that_may_be_kept_for_ever()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync("/masuk");
        foreach (var address in new[] { visitor.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, visitor.Page.QuerySelector("script")!.GetAttribute("src")! })
        {
            Assert.Matches(@"^/dist/site-[\w-]{10}\.(css|js)$", address);
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", Assert.Single(answer.Headers.GetValues("Cache-Control")));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("", null)]
    public async Task Each_reader_gets_the_same_bytes_in_the_encoding_they_read(string accepted, string? encoding)
    {
        var visitor = host.AVisitor();
        var (plain, _) = await ReadAsync(visitor, "");
        var (bytes, told) = await ReadAsync(visitor, accepted);
        Assert.Equal(encoding, told);
        Assert.Equal(plain, Decode(bytes, told));
        Assert.Contains(".ds-button", System.Text.Encoding.UTF8.GetString(plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_has_is_not_sent_again()
    {
        var visitor = host.AVisitor();
        var address = new Uri(Web.Platform.Assets.Assets.Url("site.js"), UriKind.Relative);
        using var first = await visitor.Http.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await visitor.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task The_script_names_a_live_part_that_is_there()
    {
        var visitor = host.AVisitor();
        foreach (var name in new[] { "site.js", "board.js" })
        {
            var script = await visitor.Http.GetStringAsync(new Uri(Web.Platform.Assets.Assets.Url(name), UriKind.Relative));
            var live = Regex.Match(script, @"\./(live-[\w-]+\.js)").Groups[1].Value;
            using var answer = await visitor.Http.GetAsync(new Uri("/dist/" + live, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_old_or_invented_name_is_not_found()
    {
        using var answer = await host.AVisitor().Http.GetAsync(new Uri("/dist/site-0000000000.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<(byte[] Bytes, string? Encoding)> ReadAsync(Visitor visitor, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Web.Platform.Assets.Assets.Url("site.css"));
        if (accepted.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await visitor.Http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    private static byte[] Decode(byte[] bytes, string? encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
