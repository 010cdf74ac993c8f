using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Demo;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Postgres;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bungo.Forum.Benchmarks;

/// <summary>The real site on Kestrel and a private PostgreSQL, and beside it a bare Kestrel that serves fixed bytes.</summary>
public sealed class BenchSite : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgres _postgres;
    private readonly WebApplication _site;
    private readonly WebApplication _bare;
    private byte[] _bareBody = [];
    private List<KeyValuePair<string, string>> _bareHeaders = [];

    private BenchSite(string folder, EmbeddedPostgres postgres, WebApplication site, WebApplication bare)
    {
        (_folder, _postgres, _site, _bare) = (folder, postgres, site, bare);
        bare.Run(context =>
        {
            foreach (var (name, value) in _bareHeaders) context.Response.Headers[name] = value;
            context.Response.ContentLength = _bareBody.Length;
            return context.Response.Body.WriteAsync(_bareBody, 0, _bareBody.Length);
        });
    }

    public IServiceProvider Services => _site.Services;
    public Uri Address => new(_site.Urls.First());
    public Uri BareAddress => new(_bare.Urls.First());
    public string ConnectionString => _postgres.ConnectionString;

    public static async Task<BenchSite> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "forum-bench-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(folder);
        var postgres = await EmbeddedPostgres.StartAsync(folder, null, default);
        var site = Web.Site.Build(postgres.ConnectionString, new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Jobs:RunServer"] = "false",
            ["Ledger:Folder"] = Path.Combine(folder, "buku"),
            ["Logging:LogLevel:Default"] = "Error",
        });
        await ServeVerb.MigrateAsync(site.Services, default);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var started = new BenchSite(folder, postgres, site, builder.Build());
        await site.StartAsync();
        await started._bare.StartAsync();
        return started;
    }

    /// <summary>Makes the bare server answer with exactly these bytes and headers.</summary>
    public void ServeBare(byte[] body, IEnumerable<KeyValuePair<string, string>> headers) =>
        (_bareBody, _bareHeaders) = (body, headers.ToList());

    public async Task<T> WithDbAsync<T>(Func<ForumDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ForumDb>());
    }

    /// <summary>An input as the site makes it, under the topic's lock, up to its commit, which is the caller's.</summary>
    public async Task PostAsync(long account, long topicId, string body, Func<ForumDb, ActRecorder, PostAdded, Task> commit)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var acts = scope.ServiceProvider.GetRequiredService<ActRecorder>();
        await acts.BeginAsync(default);
        await db.LockTopicAsync(topicId, default);
        var topic = await db.Topics.FirstAsync(t => t.Id == topicId);
        var author = await db.Accounts.FirstAsync(a => a.Id == account);
        var post = topic.Reply(author, null, body, Stance.Support, DateTimeOffset.UnixEpoch.AddYears(56)).Value;
        db.Add(post);
        await commit(db, acts, new PostAdded(topic, post, author));
    }

    /// <summary>A topic with this many posts, made as <c>./forum generate</c> makes them, but for the acts: what is measured here is reading.</summary>
    public async Task<Topic> ATopicAsync(int posts)
    {
        await using var scope = Services.CreateAsyncScope();
        var community = new GeneratedCommunity(scope.ServiceProvider, seed: 1, withActs: false);
        var people = await community.PeopleAsync(Math.Clamp(posts / 10, 20, 2_000), _ => { }, default);
        var id = await community.TopicAsync(1, people, posts, _ => { }, default);
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        await db.Database.ExecuteSqlRawAsync("analyze post");
        return await db.Topics.AsNoTracking().FirstAsync(t => t.Id == id);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync();
        await _bare.StopAsync();
        await _site.DisposeAsync();
        await _bare.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
