using System.Net;
using System.Net.Http.Json;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Tests.Attacks;

/// <summary>Text made to hurt the parser: whoever sends it gets an answer, soon, and the topic stays readable.</summary>
public class HostileMarkdownTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const int Most = 9_900;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Shapes => ["quotes", "brackets", "links", "emphasis", "strikes", "lists", "backticks", "pipes", "angles", "parentheses", "images"];

    private static string Text(string shape, int length) => shape switch
    {
        "quotes" => Repeat(">", length) + "a",
        "brackets" => Repeat("[", length) + "a",
        "links" => Repeat("[a](", length),
        "emphasis" => Repeat("*a _b ", length),
        "strikes" => Repeat("~~a ", length),
        "lists" => Repeat("- ", length) + "a",
        "backticks" => string.Concat(Enumerable.Range(1, 130).Select(i => new string('`', i) + " ")),
        "pipes" => "|" + Repeat("a|", length / 2) + "\n|" + Repeat("-|", length / 2),
        "angles" => Repeat("<a@", length),
        "parentheses" => "[a](" + Repeat("(", length),
        _ => Repeat("![", length) + "a",
    };

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_post_is_taken_in_time_and_its_topic_is_still_read(string shape)
    {
        var text = Text(shape, Most);
        var topic = await host.ATopicAsync();
        using var program = await host.AProgramAsync(await host.AnAccountAsync());
        program.Timeout = Patience;
        using var answer = await program.PostAsJsonAsync(new Uri($"/api/v1/topics/{topic.Id}/posts", UriKind.Relative), new { body = text }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var reader = host.AVisitor();
        reader.Http.Timeout = Patience;
        var page = await reader.GetAsync(Urls.Topic(topic));
        Assert.NotNull(page.QuerySelector("#post-1 .body"));
    }

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_preview_of_a_megabyte_of_it_is_answered_in_time(string shape)
    {
        var topic = await host.ATopicAsync();
        var member = await host.AnAccountAsync();
        var visitor = host.AVisitor();
        visitor.Http.Timeout = Patience;
        await visitor.SignInAsync(ForumHost.MailOf(member.Id), ForumHost.Password);
        await visitor.GetAsync(Urls.Topic(topic));
        await visitor.SubmitAsync("form#tulis button[name=preview]", ("Body", Text(shape, 1_000_000)));
        Assert.True(visitor.Status < HttpStatusCode.InternalServerError, visitor.Status.ToString());
    }
}
