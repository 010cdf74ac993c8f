using System.Net;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>A site that takes three things from each member an hour.</summary>
public sealed class ThreeWritesHost(TestPostgres postgres) : ForumHost(postgres)
{
    public const int Most = 3;

    protected override Dictionary<string, string?> Settings => new(base.Settings)
    {
        ["RateLimits:WritesByAccount:Most"] = "3",
        ["RateLimits:WritesByAccount:Window"] = "01:00:00",
    };
}

public sealed class TooManyWritesTests(ThreeWritesHost host) : IClassFixture<ThreeWritesHost>
{
    [Fact]
    public Task Who_sends_too_much_waits_with_every_write_and_keeps_the_text() => Trials.EachAsync(async write =>
    {
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        for (var i = 0; i < ThreeWritesHost.Most; i++) await sender.PreviewAsync();
        var before = await host.PrintAsync();
        var answer = await sender.SendAsync(write, sending);
        return answer is { Status: HttpStatusCode.TooManyRequests, SaysWhenAgain: true } && answer.GivesBack(sending.Typed) && await host.PrintAsync() == before
            ? null
            : $"{answer}: {answer.Beginning}";
    });
}
