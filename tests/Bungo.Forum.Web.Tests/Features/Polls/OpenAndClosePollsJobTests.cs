using System.Net.Http.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class OpenAndClosePollsJobTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_poll_opens_and_closes_on_time_and_each_is_told_once()
    {
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddHours(1), ClosesAt = host.Now.AddHours(3) });
        await host.RunJobAsync();
        Assert.Empty(await host.ActsAsync(poll));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RunJobAsync();
        await host.RunJobAsync();
        Assert.Equal(["jajak.buka"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
        await host.VotesAsync(poll, 0);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.RunJobAsync();
        await host.RunJobAsync();
        Assert.Equal(["jajak.buka", "jajak.tutup", "jajak.hasil"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
    }

    [Fact]
    public async Task Pages_keep_the_hour_while_the_job_sleeps_and_it_catches_up_in_order()
    {
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddHours(1), ClosesAt = host.Now.AddHours(2) });
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("Tidak ada suara", (await host.AVisitor().GetAsync(Urls.Poll(poll))).QuerySelector(".outcome")!.TextContent, StringComparison.Ordinal);
        await Task.WhenAll(host.RunJobAsync(), host.RunJobAsync());
        Assert.Equal(["jajak.buka", "jajak.tutup", "jajak.hasil"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
    }

    [Fact]
    public async Task A_vote_in_the_minute_before_the_job_runs_puts_the_opening_on_record_first()
    {
        await host.AnAccountAsync(Role.Penilai);
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddHours(1) });
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.VotesAsync(poll, 1);
        Assert.Equal(["jajak.buka"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
        var read = await host.ReadAsync(poll);
        Assert.Equal(await host.WithDbAsync(db => db.Accounts.CountAsync(a => a.Role == Role.Warga || a.Role == Role.Pejabat || a.Role == Role.Moderator)), read.EligibleAtOpening);
    }

    [Fact]
    public async Task Who_watches_sees_the_form_give_way_to_the_close_and_the_wait_to_the_opening()
    {
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddHours(1), ClosesAt = host.Now.AddHours(2) });
        var page = await host.AVisitor().GetAsync(Urls.Poll(poll));
        Assert.NotNull(page.QuerySelector($"#poll-wait-{poll.Id}"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RunJobAsync();
        var opened = await HeadAsync(poll.Id);
        Assert.Contains($"id=\"poll-wait-{poll.Id}\"", opened, StringComparison.Ordinal);
        Assert.Contains("Jajak sudah dibuka", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("poll-vote-", opened, StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.RunJobAsync();
        var closed = await HeadAsync(poll.Id);
        Assert.Contains($"<p class=\"notice\" data-color=\"neutral\" id=\"poll-vote-{poll.Id}\"", closed, StringComparison.Ordinal);
        Assert.Contains($"id=\"poll-wait-{poll.Id}\" data-live-remove", closed, StringComparison.Ordinal);
    }

    private async Task<string> HeadAsync(long id)
    {
        var answer = (await host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/poll-{id}?after=0", UriKind.Relative)))!;
        return answer.Events.Single(e => e.Html.Contains("poll-head", StringComparison.Ordinal)).Html;
    }
}
