using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

public class FlagTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_reader_flags_a_post_and_it_stays_where_it_is()
    {
        var post = await APostAsync();
        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        await reader.GetAsync(Urls.Post(post.Topic!, post.Number));
        await reader.FollowAsync("#post-1 a[href^='/lapor/']");
        Assert.Equal(Enum.GetValues<FlagReason>().Length, reader.Page.QuerySelectorAll("input[name=Reason]").Length);
        await reader.SubmitAsync("main form", ("Reason", "data-pribadi"), ("Note", "Ada nomor telepon."));
        Assert.StartsWith($"/diskusi/{post.TopicId}-", reader.Path, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector(".notice[role=status]"));
        Assert.Null(reader.Page.QuerySelector("#post-1.trace"));
        var flag = await host.WithDbAsync(db => db.Flags.SingleAsync(f => f.PostId == post.Id));
        Assert.Equal((FlagReason.PersonalData, "Ada nomor telepon.", 1), (flag.Reason, flag.Note, flag.Hearing));
    }

    [Fact]
    public async Task A_flag_is_no_act_of_the_ledger_and_no_live_event()
    {
        var post = await APostAsync();
        Task<int> Acts() => host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.ObjectId == post.ObjectId));
        Task<int> Events() => host.WithDbAsync(db => db.StreamEvents.CountAsync(e => e.Stream == $"topic-{post.TopicId}"));
        var before = (await Acts(), await Events());
        await host.FlagAsync(post);
        Assert.Equal(before, (await Acts(), await Events()));
    }

    [Fact]
    public async Task Flagging_twice_counts_once()
    {
        var post = await APostAsync();
        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        await reader.GetAsync(Urls.Flag(post.Id));
        var fields = new Dictionary<string, string>
        {
            ["form_token"] = reader.Page.QuerySelector("main form [name=form_token]")!.GetAttribute("value")!,
            ["Reason"] = "spam",
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(fields);
            using var response = await reader.Http.PostAsync(new Uri(Urls.Flag(post.Id), UriKind.Relative), content);
            return response.StatusCode;
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        var docket = await host.WithDbAsync(db => db.Dockets.SingleAsync(d => d.PostId == post.Id));
        Assert.Equal(1, docket.OpenCount);
        await reader.GetAsync(Urls.Flag(post.Id));
        Assert.Null(reader.Page.QuerySelector("input[name=Reason]"));
        Assert.NotNull(reader.Page.QuerySelector("main .notice"));
    }

    [Fact]
    public async Task Without_a_reason_the_form_comes_back_with_what_was_typed()
    {
        var post = await APostAsync();
        var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        await reader.GetAsync(Urls.Flag(post.Id));
        await reader.SubmitAsync("main form", ("Note", "Panjang lebar."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.Equal("Panjang lebar.", reader.Page.QuerySelector("textarea[name=Note]")!.TextContent);
        Assert.Equal("#Reason", reader.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(reader.Page.GetElementById("Reason"));
    }

    [Fact]
    public async Task Nobody_flags_their_own_post()
    {
        var author = await host.AnAccountAsync();
        var post = await APostAsync(author);
        var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync(Urls.Flag(post.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector("main form"));
        using var program = await host.AProgramAsync(author);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(program, post, "spam"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_the_form()
    {
        var post = await APostAsync();
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.Flag(post.Id));
        Assert.StartsWith("/masuk", visitor.Path, StringComparison.Ordinal);
        var member = await host.AnAccountAsync();
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(member.Id)), ("Password", ForumHost.Password));
        Assert.Equal(Urls.Flag(post.Id), visitor.Path);
    }

    [Theory]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Who_takes_no_part_cannot_flag(Role role)
    {
        var post = await APostAsync();
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        await visitor.GetAsync(Urls.Flag(post.Id));
        Assert.Null(visitor.Page.QuerySelector("input[name=Reason]"));
        Assert.False(await host.WithDbAsync(db => db.Flags.AnyAsync(f => f.PostId == post.Id)));
    }

    [Fact]
    public async Task A_program_flags_by_code_and_the_second_time_hears_of_the_first()
    {
        var post = await APostAsync();
        using var reader = await host.AProgramAsync(await host.AnAccountAsync());
        for (var i = 0; i < 2; i++)
        {
            using var answer = await reader.PostAsJsonAsync(Api(post), new { reason = i == 0 ? "spam" : "menghina" });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Contains("\"spam\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await host.WithDbAsync(db => db.Flags.CountAsync(f => f.PostId == post.Id)));
    }

    [Fact]
    public async Task A_program_that_flags_wrongly_is_told_the_refusals_code()
    {
        var post = await APostAsync();
        using var reader = await host.AProgramAsync(await host.AnAccountAsync());
        using var unknown = await reader.PostAsJsonAsync(Api(post), new { reason = "tidak-suka" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("flag-reason-missing", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nowhere = await reader.PostAsJsonAsync(new Uri("/api/v1/posts/999999999/flags", UriKind.Relative), new { reason = "spam" });
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private async Task<Post> APostAsync(Account? by = null) => await host.APostAsync(await host.ATopicAsync(), by);

    private static Uri Api(Post post) => new($"/api/v1/posts/{post.Id}/flags", UriKind.Relative);

    private static async Task<HttpStatusCode> SendAsync(HttpClient program, Post post, string reason)
    {
        using var answer = await program.PostAsJsonAsync(Api(post), new { reason });
        return answer.StatusCode;
    }
}
