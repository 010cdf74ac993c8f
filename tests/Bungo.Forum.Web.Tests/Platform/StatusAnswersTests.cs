using System.Net;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Platform;

public sealed class StatusAnswersTests(ForumHost host, TestPostgres postgres) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("/tidak-ada")]
    [InlineData("/tidak/ada/berkas.png")]
    [InlineData("/diskusi/999999-hilang")]
    public async Task A_missing_page_says_so_within_the_site(string address)
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal("Halaman tidak ditemukan", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(visitor.Page.QuerySelector("header.bar"));
        Assert.Single(visitor.Response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task It_speaks_the_readers_language()
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/bahasa/en?kembali=/tidak-ada");
        Assert.Equal("Page not found", visitor.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_program_gets_problem_details()
    {
        using var program = new HttpClient { BaseAddress = host.Address };
        var answer = await program.GetAsync(new Uri("/api/v1/tidak-ada", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(404, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_wrong_method_is_told_from_a_missing_page()
    {
        using var program = new HttpClient { BaseAddress = host.Address };
        var answer = await program.DeleteAsync(new Uri("/api/v1/topics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/ditolak", HttpStatusCode.Forbidden)]
    [InlineData("/galat/404", HttpStatusCode.NotFound)]
    [InlineData("/galat/200", HttpStatusCode.Forbidden)]
    public async Task The_status_pages_have_the_status_they_tell_of(string address, HttpStatusCode status)
    {
        using var visitor = await host.AVisitorAsync(await host.AnAccountAsync(Role.Warga));
        await visitor.GetAsync(address);
        Assert.Equal(status, visitor.Status);
    }

    [Theory]
    [InlineData("/diskusi/1-x")]
    [InlineData("/api/v1/topics")]
    public async Task With_the_database_gone_something_is_still_said_and_nothing_of_the_inside(string address)
    {
        await using var doomed = new ForumHost(postgres);
        await doomed.InitializeAsync();
        await DropAsync(doomed.ConnectionString);
        using var visitor = doomed.AVisitor();
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.InternalServerError, visitor.Status);
        var text = await visitor.Response.Content.ReadAsStringAsync();
        Assert.NotEmpty(text);
        Assert.DoesNotContain("Npgsql", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    private static async Task DropAsync(string connectionString)
    {
        var doomed = new NpgsqlConnectionStringBuilder(connectionString);
        var name = doomed.Database;
        doomed.Database = "postgres";
        await using var connection = new NpgsqlConnection(doomed.ConnectionString);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database {name} with (force)", connection);
        await drop.ExecuteNonQueryAsync();
    }
}
