using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Polls;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <param name="Posts">Over all topics: few hold most, as everywhere.</param>
/// <param name="Votes">Over as many polls as they need, since a person has one ballot in each.</param>
public sealed record GeneratedSize(int Topics, int Posts, int People, int Votes)
{
    public int Total => Topics + Posts + People + Votes;
}

/// <summary>
/// A made-up community of any size, to see how the site bears it: the same seed gives the same people, topics, trees,
/// texts and times (random ids aside). Rules and acts are those of real posts and votes. What was made before an
/// interruption stays.
/// </summary>
public sealed class GeneratedCommunity(IServiceProvider services, ulong seed, bool withActs = true)
{
    private const int People = 500;

    private static readonly DateTimeOffset Joined = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Things = ["Bobot pengalaman", "Batas usia", "Jadwal", "Lokasi tes", "Bukti domisili", "Sertifikat", "Wawancara", "Masa sanggah"];
    private static readonly string[] For = ["perawat", "bidan", "guru kelas", "guru agama", "arsiparis", "pranata komputer", "penyuluh pertanian", "tenaga teknis"];
    private static readonly string[] Where = ["Rimbo Tengah", "Pelepat", "Jujuhan", "Tanah Tumbuh", "Limbur Lubuk Mengkuang", "Rantau Pandan", "Bathin III"];

    private readonly ForumDb _db = services.GetRequiredService<ForumDb>();
    private readonly ActRecorder _acts = services.GetRequiredService<ActRecorder>();

    /// <param name="made">Told how many more things there are.</param>
    public async Task FillAsync(GeneratedSize size, bool add, Action<int> made, CancellationToken cancel)
    {
        if (!add && (await _db.Accounts.AnyAsync(cancel) || await _db.Topics.AnyAsync(cancel)))
            throw new OperatorException("Basis data ini tidak kosong; --add menambahkan ke yang ada.", "This database is not empty; --add adds to what is there.");
        var people = await PeopleAsync(size.People, made, cancel);
        var rest = size.Posts - size.Topics;
        var weights = Enumerable.Range(1, size.Topics).Sum(rank => 1.0 / rank);
        for (var (rank, given) = (1, 0); rank <= size.Topics; rank++)
        {
            var share = rank == size.Topics ? rest - given : Math.Min(rest - given, (int)Math.Round(rest / (rank * weights)));
            given += share;
            await TopicAsync(rank, people, 1 + share, made, cancel);
        }

        await PollsAsync(people, size.Votes, made, cancel);
        // The planner's picture of tables that have just grown from nothing; autovacuum would come to it in its own time.
        await _db.Database.ExecuteSqlRawAsync("analyze", cancel);
    }

    public async Task<IReadOnlyList<long>> PeopleAsync(int count, Action<int> made, CancellationToken cancel)
    {
        var ids = new List<long>(count);
        for (var i = 0; i < count; i++)
        {
            var account = Account.Open(DemoPeople.Name(i), Role.Warga, null, Joined).Value;
            account.Verify(Joined);
            _db.Add(account);
            ids.Add(account.Id);
            if (ids.Count % People != 0 && ids.Count != count) continue;
            await _db.SaveChangesAsync(cancel);
            _db.ChangeTracker.Clear();
            made(ids.Count % People == 0 ? People : ids.Count % People);
        }

        return ids;
    }

    /// <returns>The topic's id.</returns>
    public async Task<long> TopicAsync(int rank, IReadOnlyList<long> people, int posts, Action<int> made, CancellationToken cancel)
    {
        var dice = new Dice(seed * 1_000_003 + (ulong)rank);
        var opener = await _db.Accounts.FirstAsync(a => a.Id == people[dice.Skewed(people.Count)], cancel);
        var topic = Topic.Open(opener, null, $"{Things[dice.Throw(Things.Length)]} {For[dice.Throw(For.Length)]} di {Where[dice.Throw(Where.Length)]}", Joined.AddHours(rank % 90)).Value;
        _db.Add(topic);
        if (withActs) await _acts.CommitAsync(new TopicOpened(topic, opener), cancel);
        else await _db.SaveChangesAsync(cancel);
        _db.ChangeTracker.Clear();
        made(1);
        await new GeneratedTalk(_db, _acts, withActs).FillAsync(topic.Id, people, await OfficialAsync(cancel), posts, dice, made, cancel);
        return topic.Id;
    }

    private async Task PollsAsync(IReadOnlyList<long> people, int votes, Action<int> made, CancellationToken cancel)
    {
        var dice = new Dice(seed * 1_000_033);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var number = 1; votes > 0; number++, votes -= people.Count)
        {
            var official = await OfficialAsync(cancel);
            var by = await _db.Accounts.FirstAsync(a => a.Id == official, cancel);
            var plan = new PollPlan(
                $"{Things[dice.Throw(Things.Length)]}: mana yang didahulukan? ({number})", "", Where, PollKind.OneChoice, null, Electorate.Members, ResultTiming.Live, null, now.AddDays(30));
            await _acts.BeginAsync(cancel);
            var poll = (await services.GetRequiredService<PollDesk>().ScheduleAsync(by, plan, PollSubject.Free, (_, _) => { }, cancel)).Value;
            _db.ChangeTracker.Clear();
            foreach (var person in people.Take(votes))
            {
                var voter = await _db.Accounts.FirstAsync(a => a.Id == person, cancel);
                await services.GetRequiredService<PollingBooth>().CastAsync(poll.Id, voter, [poll.Options[dice.Skewed(poll.Options.Count)].Id], Guid.NewGuid(), cancel);
                _db.ChangeTracker.Clear();
                made(1);
            }
        }
    }

    // One for all that is generated: it has no sign-in, and nobody is found by its name.
    private async Task<long> OfficialAsync(CancellationToken cancel)
    {
        const string Office = "Perangkat Daerah Rekaan";
        if (await _db.Accounts.Where(a => a.Office == Office).Select(a => a.Id).FirstOrDefaultAsync(cancel) is > 0 and var known) return known;
        var official = Account.Open("Pejabat Rekaan", Role.Pejabat, Office, Joined).Value;
        _db.Add(official);
        await _db.SaveChangesAsync(cancel);
        _db.ChangeTracker.Clear();
        return official.Id;
    }
}
