using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Platform.Postgres;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Platform.Acts;

/// <summary>
/// A thousand posts while the site, its database and both are killed without warning. Who got no answer sends the
/// same request again, as a browser and its owner would.
/// </summary>
public sealed class KilledWhilePostingTests : IDisposable
{
    private const int Writers = 8;
    private const int PostsEach = 125;
    private const int PostsBetweenKills = 60;

    private readonly PostgresFolder _folder = new();
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private readonly List<string> _told = [];
    private Process _site = null!;

    public void Dispose()
    {
        if (_site is { HasExited: false }) _site.Kill();
        _site?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_post_answered_with_success_is_there_once_and_has_its_act()
    {
        var (topics, tokens) = await PrepareAsync();
        _site = await StartSiteAsync();

        var writing = Task.WhenAll(tokens.Select((token, writer) => WriteAsync(topics[writer % topics.Count], token, writer)));
        for (var kill = 1; kill < Writers * PostsEach / PostsBetweenKills; kill++)
        {
            await ToldAsync(kill * PostsBetweenKills, writing);
            // In turn: the database twice, the site, the database twice, both. A third death of the database in a row
            // would make the site give up, as it should.
            if (kill % 6 != 3) _folder.KillServer();
            if (kill % 3 != 0) continue;
            _site.Kill();
            await _site.WaitForExitAsync(TestContext.Current.CancellationToken);
            _site = await StartSiteAsync();
        }

        await writing;
        _site.Kill();
        await _site.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Writers * PostsEach, _told.Distinct().Count());
        await using var postgres = await _folder.StartAsync();
        Task<object?> Ask(string sql) => PostgresFolder.RunAsync(postgres, sql);
        Assert.Equal((long)Writers * PostsEach, await Ask("select count(*) from post"));
        Assert.Equal(_told.Order(StringComparer.Ordinal), ((string[])(await Ask("select array_agg(body order by body collate \"C\") from post"))!));
        Assert.Equal(0L, await Ask("select count(*) from post p where 1 <> (select count(*) from ledger.act a where a.object_id = p.object_id and a.kind = 'pos.buat')"));
        Assert.Equal(0L, await Ask("select count(*) from ledger.act a where a.kind = 'pos.buat' and not exists (select 1 from post p where p.object_id = a.object_id)"));
        Assert.Equal(0L, await Ask("select count(*) from ledger.act a where a.kind = 'pos.buat' and 2 <> (select count(*) from ledger.opening o where o.act_id = a.act_id)"));
        Assert.Equal(0L, await Ask("select count(*) from submission s where not exists (select 1 from ledger.act a where a.act_id = s.act_id)"));
        Assert.Equal(true, await Ask("select h.size > 0 and h.size = (select count(*) from ledger.entry) and h.size = (select max(idx) + 1 from ledger.entry) from ledger.head h"));
        Assert.Equal(0L, await Ask("select count(*) from topic t where t.last_number <> (select count(*) from post p where p.topic_id = t.id)"));
        Assert.Equal(0L, await Ask("select count(*) from live.stream s where s.last_number <> (select count(*) from live.stream_event e where e.stream = s.name)"));
    }

    private async Task<(IReadOnlyList<long> Topics, IReadOnlyList<string> Tokens)> PrepareAsync()
    {
        await using var postgres = await _folder.StartAsync();
        await using var site = Site.Build(postgres.ConnectionString, new Dictionary<string, string?> { ["Jobs:RunServer"] = "false" });
        await ServeVerb.MigrateAsync(site.Services, default);
        await using var scope = site.Services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        Topic[] topics = [.. Enumerable.Range(1, Writers / 2).Select(i => Topic.Imported($"Bobot kriteria {i}", null, now))];
        db.AddRange(topics);
        await scope.ServiceProvider.GetRequiredService<ActRecorder>().CommitAsync([.. topics.Select(t => new TopicOpened(t, null))], default);
        var tokens = new List<string>();
        for (var i = 0; i < Writers; i++)
        {
            var account = Account.Open($"Penulis {i}", Role.Warga, null, now).Value;
            var mail = $"penulis{i.ToString(CultureInfo.InvariantCulture)}@contoh.example";
            db.Add(account);
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>()
                .CreateAsync(new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = true });
            Assert.True(made.Succeeded);
            tokens.Add((await scope.ServiceProvider.GetRequiredService<AccessTokens>().DrawAsync(account.Id, "uji", 30, default)).Value);
        }

        return ([.. topics.Select(t => t.Id)], tokens);
    }

    private async Task WriteAsync(long topicId, string token, int writer)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_address), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        for (var i = 0; i < PostsEach; i++)
        {
            var body = $"Kiriman {i} dari penulis {writer}.";
            var key = Guid.NewGuid();
            // As a person tries again: the pause keeps eight writers from hammering a site that is coming back.
            while (await SendAsync(http, topicId, body, key) != HttpStatusCode.Created) await Task.Delay(100);
            lock (_told) _told.Add(body);
        }
    }

    private static async Task<HttpStatusCode?> SendAsync(HttpClient http, long topicId, string body, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/topics/{topicId}/posts") { Content = JsonContent.Create(new { body }), Headers = { { "Idempotency-Key", key.ToString() } } };
        try
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode >= HttpStatusCode.InternalServerError, await answer.Content.ReadAsStringAsync());
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task ToldAsync(int count, Task writing)
    {
        while (true)
        {
            lock (_told) if (_told.Count >= count) return;
            if (writing.IsCompleted) await writing;
            // Looks at the count of another process's answers; there is nothing to wait on.
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Process> StartSiteAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "serve", "--urls", _address])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["FORUM_DATA"] = _folder.Data,
                ["Logging__LogLevel__Default"] = "None",
                ["RateLimits__WritesByAccount__Most"] = "100000",
                ["RateLimits__ApiByToken__Most"] = "100000",
                ["RateLimits__ApiByNetwork__Most"] = "100000",
            },
        };
        start.Environment.Remove("ConnectionStrings__Forum");
        var site = Process.Start(start)!;
        while (await site.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("Forum siap:", StringComparison.Ordinal)) return site;
        throw new InvalidOperationException("The site ended before it was ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
