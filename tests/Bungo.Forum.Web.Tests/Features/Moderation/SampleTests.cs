using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Features.Moderation;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>The month's sample: drawn by the ledger, repeated here by a stranger who has nothing but its files.</summary>
public sealed class SampleTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset December = new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);
    private readonly LedgerHost _host = new(postgres);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_stranger_with_the_ledgers_files_draws_the_same_decisions()
    {
        await DecideAsync(60);
        // An evaluator's own decision is not theirs to examine.
        var (_, finding) = await _host.AFindingAsync();
        await _host.NumberAsync();
        await DrawAsync();
        Assert.False(await _host.WithDbAsync(db => db.ReviewSamples.AnyAsync()));

        await _host.AdvanceAsync(December.AddMinutes(3) - _host.Now);
        await DrawAsync();
        Assert.False(await _host.WithDbAsync(db => db.ReviewSamples.AnyAsync()), "the ledger has not come to the month's end");
        await DecideAsync(3);
        await _host.NumberAsync();
        await DrawAsync();
        await DecideAsync(1);
        await _host.NumberAsync();
        await DrawAsync();

        var log = await _host.LogAsync();
        var end = Enumerable.Range(0, log.Count).First(i => log[i].At >= December);
        var decisions = log.Take(end).Where(l => l.Kind.Name is "mod.putus" or "mod.pulih" && l.By == ActRole.Moderator).Select(l => l.Id.ToString()).ToList();
        var seed = Convert.ToBase64String(Root([.. log.Take(end + 1).Select(l => l.Bytes)]));
        var expected = decisions.OrderBy(id => Sha($"bungo-forum/sampel/v1\n2026-11\n{seed}\n{id}"), StringComparer.Ordinal).Take(50).ToList();
        Assert.Equal(61, decisions.Count);

        var page = await _host.AVisitor().GetAsync(Urls.Sample("2026-11"));
        Assert.Contains(seed, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("50 dari 61", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        var shown = page.QuerySelectorAll("tbody tr td:nth-child(2) a").Select(a => a.GetAttribute("href")).ToList();
        var acts = await _host.WithDbAsync(db => db.Decisions.ToDictionaryAsync(d => Urls.Decision(d.Id), d => PublicActs.LedgerId.Of(d.ActId)));
        Assert.Equal(expected, shown.Select(address => acts[address!]));
        Assert.DoesNotContain(Urls.Decision(finding.RestoringId!.Value), shown);
        Assert.Equal(1, await _host.WithDbAsync(db => db.ReviewSamples.CountAsync()));
        Assert.Contains("2026-11", (await _host.AVisitor().GetAsync(Urls.Samples)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluator_examines_once_and_the_error_rate_is_public()
    {
        var post = await ASampleAsync();
        var evaluator = await _host.AVisitorAsync(await _host.AnAccountAsync(Role.Penilai, office: "Ombudsman Jambi"));
        await evaluator.GetAsync(Urls.Sample("2026-11"));
        var item = await _host.WithDbAsync(db => db.ReviewItems.SingleAsync(i => i.Decision!.PostId == post));
        await evaluator.FollowAsync($"main a[href='{Urls.Review("2026-11", item.Rank)}']");
        Assert.Contains("Mohon dijelaskan", evaluator.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        await evaluator.SubmitAsync("button[value=keliru]", ("Reason", "pendek"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, evaluator.Status);
        await evaluator.SubmitAsync("button[value=keliru]", ("Reason", "Tidak ada nomor di dalamnya."));
        Assert.Equal((HttpStatusCode.OK, Urls.Sample("2026-11")), (evaluator.Status, evaluator.Path));

        var page = (await _host.AVisitor().GetAsync(Urls.Sample("2026-11"))).QuerySelector("main")!.TextContent;
        Assert.All(["Tidak ada nomor di dalamnya.", "1 keliru", "100,0%"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        var leaf = await _host.WithDbAsync(db => db.RecordedActs.Where(a => a.Kind == "nilai.tinjau").Select(a => a.Leaf).SingleAsync());
        Assert.All(["\"hasil\":\"keliru\"", "\"periode\":\"2026-11\"", "\"a\":\"penilai\""], part => Assert.Contains(part, Encoding.UTF8.GetString(leaf), StringComparison.Ordinal));

        using var again = await _host.AVisitorOnAsync(await _host.AnAccountAsync(Role.Penilai), Urls.Review("2026-11", item.Rank));
        Assert.Null(again.Page.QuerySelector("main form"));
        var (status, _) = await again.PostAsync(Urls.Review("2026-11", item.Rank), ("hasil", "tepat"), ("Reason", "Alasan lain yang panjang."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await RefusesAsync("never_changed", "update review_item set verdict = 'Agree' where verdict is not null");
        await RefusesAsync("never_changed", "update review_item set verdict = null, reason = null, by_id = null, at = null, act_id = null, office = null where verdict is not null");
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Admin)]
    public async Task Nobody_else_examines_and_nobody_changes_a_sample(Role role)
    {
        await ASampleAsync();
        using var visitor = await _host.AVisitorOnAsync(await _host.AnAccountAsync(role), Urls.Review("2026-11", 1));
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        Assert.DoesNotContain("Mohon dijelaskan", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Urls.Samples);
        var (status, _) = await visitor.PostAsync(Urls.Review("2026-11", 1), ("hasil", "tepat"), ("Reason", "Alasan yang panjang."));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        await RefusesAsync("never_changed", "update review_sample set seed = 'palsu'");
        await RefusesAsync("never_changed", "delete from review_item where rank = 1");
        await RefusesAsync("never_changed", "update review_item set rank = rank + 100");
        await RefusesAsync("review_item_act", "update review_item set verdict = 'Agree', reason = 'Alasan yang dipalsukan.', by_id = (select min(id) from account), at = now(), act_id = gen_random_uuid() where rank = 1");
    }

    private async Task<long> ASampleAsync()
    {
        var hidden = await _host.HideAsync(await _host.APostAsync(await _host.ATopicAsync()));
        await DecideAsync(2);
        await _host.AdvanceAsync(December - _host.Now);
        await _host.ATopicAsync();
        await _host.NumberAsync();
        await DrawAsync();
        return hidden.PostId!.Value;
    }

    private async Task DecideAsync(int count)
    {
        var (moderator, author) = (await _host.AnAccountAsync(Role.Moderator), await _host.AnAccountAsync());
        for (var i = 0; i < count; i++) await _host.LockAsync(await _host.ATopicAsync(author), moderator);
    }

    private Task<bool> DrawAsync() => _host.WithAsync<DrawSamplesJob, bool>(async job =>
    {
        await job.RunAsync(default);
        return true;
    });

    private async Task RefusesAsync(string constraint, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _host.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Equal(constraint, refused.ConstraintName);
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // RFC 6962, section 2.1, as it is written there.
    private static byte[] Root(ReadOnlyMemory<byte>[] entries)
    {
        if (entries.Length == 1) return SHA256.HashData([0, .. entries[0].Span]);
        var left = 1;
        while (left * 2 < entries.Length) left *= 2;
        return SHA256.HashData([1, .. Root(entries[..left]), .. Root(entries[left..])]);
    }
}
