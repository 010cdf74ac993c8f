using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Journeys;
using Bungo.Forum.Web;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Demo;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Postgres;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Bungo.Forum.Journeys;

/// <summary>
/// The site as an operator runs it: its own PostgreSQL, its jobs, a mail server, and the demonstration community, so that
/// every page has something on it. And one Chromium, in which every person opens a profile of their own.
/// </summary>
public sealed class RunningSite : IAsyncLifetime
{
    public const string Password = "rahasia-untuk-uji";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "forum-journeys-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly ConcurrentDictionary<string, string> _signedIn = [];
    private readonly Lazy<Task<string>> _report;
    private EmbeddedPostgres _postgres = null!;
    private PostOffice? _post;
    private WebApplication _site = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public RunningSite() => _report = new Lazy<Task<string>>(async () =>
    {
        var month = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await RunVerbAsync("report", "compile", "--period", month);
        return month;
    });

    // Known before the site starts: the letters' links begin with it.
    public string Address { get; } = $"http://127.0.0.1:{PostOffice.FreePort()}";

    /// <summary>Ends the test as skipped, and says so, where no mail server could be installed.</summary>
    public PostOffice Post
    {
        get
        {
            Assert.SkipWhen(_post is null, "Tidak ada server surel / no mail server: apt-get install python3-aiosmtpd");
            return _post!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _post = await PostOffice.OpenAsync(Path.Combine(_folder, "mail"));
        _postgres = await EmbeddedPostgres.StartAsync(_folder, null, CancellationToken.None);
        await DemoCommunity.FillAsync(_postgres.ConnectionString, new Progress<string>(), CancellationToken.None);
        _site = Site.Build(_postgres.ConnectionString, new Dictionary<string, string?>
        {
            ["Urls"] = Address,
            ["Region:PublicAddress"] = Address,
            // All these people come from one address, within minutes.
            ["RateLimits:SignInsByNetwork:Most"] = "100000",
            ["RateLimits:ChecksByNetwork:Most"] = "100000",
            // A log of its own each time: one that goes on from an earlier run's would rightly be refused.
            ["Ledger:Folder"] = Path.Combine(_folder, "buku"),
            ["Logging:Console:LogLevel:Default"] = "Error",
            ["Logging:Console:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Critical",
            ["Mail:Host"] = _post is null ? "" : "127.0.0.1",
            ["Mail:Port"] = $"{_post?.Port}",
            ["Mail:Security"] = "None",
            ["Mail:PickupFolder"] = Path.Combine(_folder, "unsent"),
        });
        await _site.StartAsync();
        // How long something expected may take: patience for a busy machine, paid only by a test that fails.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A person's own browser: cookies and storage shared with nobody.</summary>
    public Task<IPage> ABrowserAsync(bool script = true, int width = 360) => OpenAsync(script, width, null);

    /// <summary>The browser of somebody who has signed in: by the form the first time, later as the one who stayed signed in.</summary>
    public async Task<IPage> SignedInAsync(string mail, bool script = true, int width = 360)
    {
        if (_signedIn.TryGetValue(mail, out var cookies))
        {
            var known = await OpenAsync(script, width, cookies);
            await known.GotoAsync("/");
            return known;
        }

        var page = await OpenAsync(script, width, null);
        await SignInAsync(page, mail);
        _signedIn[mail] = await page.Context.StorageStateAsync();
        return page;
    }

    private async Task<IPage> OpenAsync(bool script, int width, string? cookies) =>
        await (await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            StorageState = cookies,
            ViewportSize = new ViewportSize { Width = width, Height = 780 },
        })).NewPageAsync();

    public async Task<(Account Account, string Mail)> AMemberAsync(string name, Role role = Role.Warga, string? office = null)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var account = Account.Open(name, role, office, TimeProvider.System.GetUtcNow()).Value;
        db.Add(account);
        var mail = $"akun{account.Id}@contoh.example";
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>()
            .CreateAsync(new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = true }, Password);
        Assert.True(created.Succeeded);
        return (account, mail);
    }

    /// <summary>A moderator of an office that no author here belongs to.</summary>
    public Task<(Account Account, string Mail)> AModeratorAsync(string name) => AMemberAsync(name, Role.Moderator, "Dinas Kominfo");

    public Task<(Account Account, string Mail)> AnOfficialAsync(string name) => AMemberAsync(name, Role.Pejabat, "BKPSDM Kabupaten Bungo");

    public async Task<string> ATopicAsync(string title)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var topic = Topic.Imported(title, null, TimeProvider.System.GetUtcNow());
        db.Add(topic);
        await scope.ServiceProvider.GetRequiredService<ActRecorder>().CommitAsync(new TopicOpened(topic, null), CancellationToken.None);
        return Web.Platform.Urls.Topic(topic);
    }

    /// <summary>Reads something of the filled site that a test needs an address of.</summary>
    public async Task<T> ReadAsync<T>(Func<ForumDb, Task<T>> read)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ForumDb>());
    }

    /// <summary>Asks a part of the running site itself.</summary>
    public T Of<T>() where T : notnull => _site.Services.GetRequiredService<T>();

    /// <summary>The operator compiles the report on last month, in which the demonstration community already lived.</summary>
    public Task<string> AReportAsync() => _report.Value;

    /// <summary>A verb of the program, run as the operator runs it: a process of its own beside the site.</summary>
    private async Task RunVerbAsync(params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bungo.Forum.Web.dll"), .. verb]);
        start.Environment["ConnectionStrings__Forum"] = _postgres.ConnectionString;
        start.Environment["FORUM_DATA"] = _folder;
        using var program = Process.Start(start)!;
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
    }

    public static async Task SignInAsync(IPage page, string mail, string? password = null)
    {
        await page.GotoAsync("/masuk");
        await page.FillAsync("[name=Email]", mail);
        await page.FillAsync("[name=Password]", password ?? (mail.EndsWith("@peragaan.example", StringComparison.Ordinal) ? DemoCommunity.Password : Password));
        await page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(page.Locator("header.bar .me")).ToBeVisibleAsync();
    }

    /// <summary>Also after a start that failed half-way: what did start must not outlive the tests.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.StopAsync();
            await _site.DisposeAsync();
        }

        if (_postgres is not null) await _postgres.DisposeAsync();
        _post?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
