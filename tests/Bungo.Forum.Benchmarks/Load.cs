using System.Diagnostics;
using System.Net;

namespace Bungo.Forum.Benchmarks;

/// <summary>Sends requests as fast as they are answered, from a few connections, for a bounded time.</summary>
public static class Load
{
    private const int Connections = 8;

    /// <returns>Answers per second.</returns>
    public static async Task<double> RateAsync(Uri address, TimeSpan time, string? acceptEncoding = "br")
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false, MaxConnectionsPerServer = Connections };
        using var http = new HttpClient(handler);
        if (acceptEncoding is not null) http.DefaultRequestHeaders.Add("Accept-Encoding", acceptEncoding);
        var count = 0L;
        var buffer = new byte[Connections][];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async i =>
        {
            buffer[i] = new byte[64 * 1024];
            while (clock.Elapsed < time)
            {
                using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
                response.EnsureSuccessStatusCode();
                await using var body = await response.Content.ReadAsStreamAsync();
                while (await body.ReadAsync(buffer[i]) > 0)
                {
                }

                Interlocked.Increment(ref count);
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Runs two loads in turn several times and gives the median of the ratios: the machine's drift hits both alike.</summary>
    public static async Task<(double Ratio, double A, double B)> PairAsync(Func<Task<double>> a, Func<Task<double>> b, int rounds = 5)
    {
        await a();
        await b();
        var pairs = new List<(double Ratio, double A, double B)>();
        for (var i = 0; i < rounds; i++)
        {
            var (x, y) = (await a(), await b());
            pairs.Add((x / y, x, y));
        }

        pairs.Sort();
        return pairs[rounds / 2];
    }
}
