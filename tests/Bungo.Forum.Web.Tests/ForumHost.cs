using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Bungo.Forum.Web.Tests;

/// <summary>
/// The real site on Kestrel over a database of its own, with a clock that stands until a test moves it. Jobs do
/// not run by themselves; a test runs the job it is about.
/// </summary>
public class ForumHost(TestPostgres postgres) : IAsyncLifetime
{
    public const string Password = "rahasia-untuk-uji";

    /// <summary>24 November 2026, 09.00 WIB.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private WebApplication _site = null!;
    private int _accounts;

    protected TestPostgres Postgres => postgres;

    /// <summary>Of the ledger's files, key and records.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "forum-buku-" + Guid.NewGuid().ToString("N")[..8]);

    public FakeTimeProvider Clock { get; } = new(Start);
    public IServiceProvider Services => _site.Services;
    public Uri Address { get; private set; } = null!;
    public string ConnectionString { get; private set; } = "";
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Tests are many visitors of one network, in no time at all; the brakes against floods have a host of their own.</summary>
    protected virtual Dictionary<string, string?> Settings => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Jobs:RunServer"] = "false",
        ["Ledger:Sequence"] = "false",
        ["Ledger:Folder"] = Folder,
        ["Logging:LogLevel:Default"] = "Warning",
        ["RateLimits:SignInsByNetwork:Most"] = "100000",
        ["RateLimits:RegistrationsByNetwork:Most"] = "100000",
        ["RateLimits:WritesByAccount:Most"] = "100000",
        ["RateLimits:ApiByToken:Most"] = "100000",
        ["RateLimits:ApiByNetwork:Most"] = "100000",
    };

    /// <summary>A database of its own, unless it is another node over one that is there.</summary>
    protected virtual Task<string> DatabaseAsync(TestPostgres postgres) => postgres.CreateDatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await DatabaseAsync(postgres);
        _site = Site.Build(
            ConnectionString,
            Settings,
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).ConfigureDbContext<ForumDb>(RefuseAnyRow));
        await SetDatabaseClockAsync();
        await _site.StartAsync();
        Address = new Uri(_site.Urls.First());
    }

    // What an operator would read as a warning, "some row, no matter which", is a fault in every test.
    private static void RefuseAnyRow(DbContextOptionsBuilder options) => options.ConfigureWarnings(w =>
        w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));

    protected async Task StopAsync()
    {
        await _site.StopAsync();
        await _site.DisposeAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Moves the program's clock and the one by which the database guards its ballot box.</summary>
    public Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        return SetDatabaseClockAsync();
    }

    public async Task SetDatabaseClockAsync(DateTimeOffset? at = null)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        await using var command = database.CreateCommand(
            $"create or replace function ballot_box.clock() returns timestamptz language sql volatile as $$select timestamptz '{at ?? Now:O}'$$");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs with a scope of its own, as a request does.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> WithDbAsync<T>(Func<ForumDb, Task<T>> work) => WithAsync(work);

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public async Task<Account> AnAccountAsync(Role role = Role.Warga, string? name = null, bool verified = false, string? office = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>();
        var number = Interlocked.Increment(ref _accounts);
        var account = Account.Open(name ?? $"{role} {number}", role, office ?? OfficeOf(role), Now).Value;
        if (verified) account.Verify(Now);
        db.Add(account);
        var mail = MailOf(account.Id);
        var signIn = new SignIn { Id = account.Id, Account = account, UserName = mail, Email = mail, EmailConfirmed = true };
        var created = await users.CreateAsync(signIn, Password);
        Assert.True(created.Succeeded, string.Join(", ", created.Errors.Select(e => e.Code)));
        return account;
    }

    // Moderators stand apart from the office that speaks, or they could decide about nothing it says.
    private static string? OfficeOf(Role role) => role switch
    {
        Role.Warga => null,
        Role.Moderator => "Dinas Kominfo",
        _ => "BKPSDM Kabupaten Bungo",
    };

    public static string MailOf(long accountId) => $"akun{accountId}@contoh.example";

    /// <summary>A program that calls the API in an account's name.</summary>
    public async Task<HttpClient> AProgramAsync(Account account)
    {
        var token = await WithAsync<AccessTokens, string>(async tokens => (await tokens.DrawAsync(account.Id, "uji", 30, default)).Value);
        return new HttpClient { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    /// <summary>A browser without script: keeps cookies, follows redirects when told to.</summary>
    public Visitor AVisitor() => new(Address);

    public async Task<Visitor> AVisitorAsync(Account account)
    {
        var visitor = AVisitor();
        await visitor.SignInAsync(MailOf(account.Id), Password);
        return visitor;
    }
}
