using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Journeys;
using Bungo.Forum.Web;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Postgres;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Bungo.Forum.Journeys;

/// <summary>The real site over its own PostgreSQL, and one Chromium that every journey opens a fresh profile in.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    public const string Password = "rahasia-untuk-uji";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "forum-journeys-" + Guid.NewGuid().ToString("N")[..8]);
    private EmbeddedPostgres _postgres = null!;
    private WebApplication _site = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public string Address => _site.Urls.First();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _postgres = await EmbeddedPostgres.StartAsync(_folder, null, CancellationToken.None);
        _site = Site.Build(_postgres.ConnectionString, new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Jobs:RunServer"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await ServeVerb.MigrateAsync(_site.Services, CancellationToken.None);
        await _site.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A person's own browser: cookies and storage shared with nobody.</summary>
    public async Task<IPage> ABrowserAsync(bool script = true, int width = 360) =>
        await (await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address, JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = 780 } })).NewPageAsync();

    public async Task<(Account Account, string Mail)> AMemberAsync(string name)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var account = Account.Open(name, Role.Warga, null, TimeProvider.System.GetUtcNow()).Value;
        db.Add(account);
        var mail = $"akun{account.Id}@contoh.example";
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>()
            .CreateAsync(new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = true }, Password);
        Assert.True(created.Succeeded);
        return (account, mail);
    }

    public async Task<string> ATopicAsync(string title)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var topic = Topic.Imported(title, null, TimeProvider.System.GetUtcNow());
        db.Add(topic);
        await scope.ServiceProvider.GetRequiredService<ActRecorder>().CommitAsync(new TopicOpened(topic, null), CancellationToken.None);
        return Web.Platform.Urls.Topic(topic);
    }

    public static async Task SignInAsync(IPage page, string mail)
    {
        await page.GotoAsync("/masuk");
        await page.FillAsync("[name=Email]", mail);
        await page.FillAsync("[name=Password]", Password);
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForSelectorAsync("header.bar a[href='/akun']");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _site.StopAsync();
        await _site.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
