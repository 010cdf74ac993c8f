using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Benchmarks;

/// <summary>A topic of 50 posts to readers who are not signed in, against bare Kestrel serving the same bytes with the same headers.</summary>
public static class AnonymousTopic
{
    public static async Task<IReadOnlyList<Ratio>> RunAsync(BenchSite site)
    {
        var topic = await site.ATopicAsync(50);
        var page = new Uri(site.Address, Urls.Topic(topic));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Content-Length" or "Date" or "Age"))
            .Select(h => new KeyValuePair<string, string>(h.Key, string.Join(",", h.Value)));
        site.ServeBare(body, headers);
        var second = TimeSpan.FromSeconds(2);
        var (ratio, ours, bare) = await Load.PairAsync(() => Load.RateAsync(page, second), () => Load.RateAsync(site.BareAddress, second));
        return [new Ratio("topic page of 50 posts, anonymous / bare Kestrel, same bytes", ratio, "x", 0.7, AtMost: false, $"{ours:N0}/s against {bare:N0}/s, {body.Length:N0} bytes")];
    }
}
