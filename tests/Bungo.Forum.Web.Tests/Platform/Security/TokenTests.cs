using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Platform.Security;

public sealed class TokenTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_program_posts_in_the_name_of_its_token()
    {
        var account = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        using var program = await host.AProgramAsync(account);
        var answer = await PostAsync(program, topic);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(account.Id, await host.WithDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.AuthorId).SingleAsync()));
    }

    [Theory]
    [InlineData(null, "token-missing")]
    [InlineData("Bearer salah", "token-invalid")]
    [InlineData("Bearer", "token-missing")]
    [InlineData("Basic YTpi", "token-missing")]
    public async Task Without_a_good_token_nothing_is_written_and_the_answer_says_why(string? header, string code)
    {
        using var program = new HttpClient { BaseAddress = host.Address };
        if (header is not null) program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await AssertRefusedAsync(program, HttpStatusCode.Unauthorized, code);
    }

    [Fact]
    public async Task A_token_of_ten_thousand_letters_is_just_wrong()
    {
        using var program = new HttpClient { BaseAddress = host.Address };
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + new string('a', 10_000));
        await AssertRefusedAsync(program, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task An_expired_a_revoked_and_a_deleted_accounts_token_are_refused()
    {
        var account = await host.AnAccountAsync();
        using var program = await host.AProgramAsync(account);
        using var other = await host.AProgramAsync(account);
        await host.WithDbAsync(db => db.AccessTokens.Where(t => t.AccountId == account.Id).OrderBy(t => t.Id).Take(1).ExecuteDeleteAsync());
        await AssertRefusedAsync(program, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(other, await host.ATopicAsync())).StatusCode);

        await host.WithAsync<AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(account.Id, default);
            return true;
        });
        await AssertRefusedAsync(other, HttpStatusCode.Unauthorized, "token-invalid");

        using var aged = await host.AProgramAsync(await host.AnAccountAsync());
        host.Clock.Advance(TimeSpan.FromDays(31));
        await AssertRefusedAsync(aged, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_suspended_accounts_token_is_refused_until_the_suspension_ends()
    {
        var account = await host.AnAccountAsync();
        using var program = await host.AProgramAsync(account);
        await host.ASuspensionAsync(account);
        await AssertRefusedAsync(program, HttpStatusCode.Forbidden, "account-suspended");
        host.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(program, await host.ATopicAsync())).StatusCode);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        using var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Penilai));
        await AssertRefusedAsync(program, HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_cookie_means_nothing_to_the_api_and_a_token_nothing_to_the_pages()
    {
        var account = await host.AnAccountAsync();
        using var visitor = await host.AVisitorAsync(account);
        await AssertRefusedAsync(visitor.Http, HttpStatusCode.Unauthorized, "token-missing");

        using var program = await host.AProgramAsync(account);
        var answer = await program.GetAsync(new Uri("/akun", UriKind.Relative));
        Assert.StartsWith("/masuk", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_makes_a_token_sees_it_once_and_revokes_it()
    {
        var account = await host.AnAccountAsync();
        using var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync("/akun/token");
        await visitor.SubmitAsync("#buat", ("Name", "Skrip rekap"), ("Days", "10"), ("Password", "bukan kata sandinya"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SubmitAsync("#buat", ("Name", "Skrip rekap"), ("Days", "1000"), ("Password", ForumHost.Password));
        Assert.NotNull(visitor.Page.QuerySelector("#Days-error"));
        await visitor.SubmitAsync("#buat", ("Name", "Skrip rekap"), ("Days", "10"), ("Password", ForumHost.Password));
        var text = visitor.Page.GetElementById("token")!.TextContent;
        Assert.StartsWith(AccessToken.Mark, text, StringComparison.Ordinal);
        var row = await host.WithDbAsync(db => db.AccessTokens.SingleAsync(t => t.AccountId == account.Id));
        Assert.Equal(host.Now.AddDays(10), row.ExpiresAt);
        Assert.StartsWith(row.Prefix, text, StringComparison.Ordinal);

        using var program = new HttpClient { BaseAddress = host.Address, DefaultRequestHeaders = { Authorization = new("Bearer", text) } };
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(program, await host.ATopicAsync())).StatusCode);
        await visitor.GetAsync("/akun/token");
        Assert.Null(visitor.Page.GetElementById("token"));
        Assert.Contains("Skrip rekap", visitor.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("table form");
        await AssertRefusedAsync(program, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task Nobody_revokes_anothers_token()
    {
        var owner = await host.AnAccountAsync();
        var stranger = await host.AnAccountAsync();
        using var program = await host.AProgramAsync(owner);
        using var strangers = await host.AProgramAsync(stranger);
        using var visitor = await host.AVisitorAsync(stranger);
        await visitor.GetAsync("/akun/token");
        var id = await host.WithDbAsync(db => db.AccessTokens.Where(t => t.AccountId == owner.Id).Select(t => t.Id).SingleAsync());
        await visitor.SubmitAsync("table form", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(program, await host.ATopicAsync())).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient program, Topic topic) =>
        program.PostAsJsonAsync(new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative), new { body = "Dari program." });

    private async Task AssertRefusedAsync(HttpClient program, HttpStatusCode status, string code)
    {
        var topic = await host.ATopicAsync();
        var answer = await PostAsync(program, topic);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("type").GetString());
        if (status == HttpStatusCode.Unauthorized) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(0, await host.WithDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }
}
