using System.Net;
using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Benchmarks;

/// <summary>What a phone loads for a topic of 50 posts: the page and everything the page names, compressed, first and second time.</summary>
public static partial class PageWeight
{
    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var topic = await site.ATopicAsync(50);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site.Address };
        var (page, html) = await FetchAsync(http, Urls.Topic(topic));
        var parts = Part().Matches(html).Select(m => m.Groups[1].Value).Where(p => !p.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();
        var total = page;
        var lasting = 0L;
        foreach (var part in parts)
        {
            var (size, _) = await FetchAsync(http, part);
            total += size;
            lasting += size;
        }

        var foreign = parts.Count(p => p.StartsWith("http", StringComparison.Ordinal) || p.StartsWith("//", StringComparison.Ordinal));
        return
        [
            new Ratio("first view, HTML + CSS + JS", total / 1000.0, "kB", 60, AtMost: true, $"page {page:N0} bytes, parts {lasting:N0} bytes"),
            new Ratio("requests of a first view", parts.Count + 1, "", 8, AtMost: true, string.Join(' ', parts)),
            new Ratio("second view (parts are immutable)", page / 1000.0, "kB", 12, AtMost: true, "the page alone"),
            new Ratio("parts from another host", foreign, "", 0, AtMost: true, "none allowed"),
        ];
    }

    private static async Task<(long Size, string Text)> FetchAsync(HttpClient http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var headers = response.Headers.Concat(response.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
        if (!response.Content.Headers.ContentEncoding.Contains("br")) return (bytes.Length + headers, System.Text.Encoding.UTF8.GetString(bytes));
        await using var plain = new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return (bytes.Length + headers, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("""<(?:link[^>]+rel="(?:stylesheet|icon|modulepreload)"[^>]+href|script[^>]+src|img[^>]+src)="([^"]+)["]""")]
    private static partial Regex Part();
}
