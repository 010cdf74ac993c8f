using System.Text;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Polls;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Polls;

/// <summary>Polls and votes, made through the same desk and booth as the pages use.</summary>
internal static class GivenPolls
{
    /// <summary>Open for a week, one choice, members, result hidden.</summary>
    public static PollPlan APlan(this ForumHost host) => new(
        "Bukti pengalaman apa yang cukup?", "", ["Surat keterangan", "Daftar hadir", "Slip honor"], PollKind.OneChoice, null,
        Electorate.Members, ResultTiming.AfterClose, null, host.Now.AddDays(7));

    public static async Task<Poll> APollAsync(this ForumHost host, PollPlan? plan = null, Consultation? consultation = null)
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await using var scope = host.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<PollDesk>();
        var subject = await scope.ServiceProvider.GetRequiredService<PollSubjects>().FindAsync(consultation?.Id, null, default);
        return (await desk.ScheduleAsync(official, plan ?? host.APlan(), subject.Value, (_, _) => { }, default)).Value;
    }

    /// <summary>One voter for each ballot, each naming options by their place.</summary>
    public static async Task VotesAsync(this ForumHost host, Poll poll, params int[] options)
    {
        foreach (var option in options) await host.VoteAsync(poll, await host.AnAccountAsync(verified: true), option);
    }

    public static async Task<CastAnswer> VoteAsync(this ForumHost host, Poll poll, Account voter, params int[] options)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var booth = scope.ServiceProvider.GetRequiredService<PollingBooth>();
        return (await booth.CastAsync(poll.Id, voter.Id, [.. options.Select(o => poll.Options[o].Id)], Guid.NewGuid(), default)).Value;
    }

    public static async Task RunJobAsync(this ForumHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenAndClosePollsJob>().RunAsync(default);
    }

    public static Task<Poll> ReadAsync(this ForumHost host, Poll poll) => host.WithDbAsync(db => db.Polls.AsNoTracking().SingleAsync(p => p.Id == poll.Id));

    public static Task<List<Ballot>> BallotsAsync(this ForumHost host, Poll poll) => host.WithDbAsync(db => db.Ballots.AsNoTracking().Where(b => b.PollId == poll.Id).ToListAsync());

    /// <summary>The leaves that tell of the poll itself, oldest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ActsAsync(this ForumHost host, Poll poll)
    {
        var acts = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == poll.ObjectId).ToListAsync());
        var leaves = acts.Select(a => JsonSerializer.Deserialize<JsonElement>(a.Leaf)).ToDictionary(l => l.TryGetProperty("p", out var p) ? p.GetString()! : "");
        var chain = new List<JsonElement>();
        for (var previous = ""; leaves.TryGetValue(previous, out var leaf); previous = leaf.GetProperty("i").GetString()!) chain.Add(leaf);
        Assert.Equal(acts.Count, chain.Count);
        return chain;
    }

    /// <summary>The leaves of the ballots cast in the poll, in no order.</summary>
    public static async Task<IReadOnlyList<(RecordedAct Act, JsonElement Leaf)>> BallotActsAsync(this ForumHost host, Poll poll)
    {
        var id = LedgerId.Of(poll.ObjectId);
        var acts = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.Kind == "suara.beri").ToListAsync());
        return [.. acts.Select(a => (a, JsonSerializer.Deserialize<JsonElement>(a.Leaf))).Where(a => a.Item2.GetProperty("x").GetProperty("jajak").GetString() == id)];
    }

    public static string Kind(this JsonElement leaf) => leaf.GetProperty("k").GetString()!;

    public static string Text(this ActOpening opening) => Encoding.UTF8.GetString(opening.Content!);
}
