using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Reports;

/// <summary>
/// A forum that lived from September to January: people who post, answer, support, flag and decide at times
/// drawn anew from one seed, on both sides of the borders of the fourth quarter.
/// </summary>
internal sealed class ACommunity(ForumDb db, ulong seed)
{
    public static readonly Period Quarter = Period.Parse("2026-Q4").Value;
    private static readonly DateTimeOffset From = Quarter.From.AddDays(-15);
    private static readonly TimeSpan Span = TimeSpan.FromDays(130);
    private readonly List<Account> _residents = [];
    private readonly List<Post> _posts = [];
    private ulong _state = seed;

    public async Task LiveAsync()
    {
        // It lives by the clock of its own years and without a ledger.
        await db.Database.ExecuteSqlAsync($"alter table decision disable trigger recorded");
        for (var i = 0; i < 60; i++) _residents.Add(AnAccount(Role.Warga));
        foreach (var resident in _residents.Take(25)) resident.Verify(resident.CreatedAt.AddDays(Draw(60)));
        _residents[59].Delete(Quarter.Until);
        var official = AnAccount(Role.Pejabat, "BKPSDM");
        var moderator = AnAccount(Role.Moderator, "Dinas Kominfo");
        await db.SaveChangesAsync();
        var topics = Topics(official);
        await db.SaveChangesAsync();
        for (var i = 0; i < 400; i++) Write(topics[Draw(topics.Count)], official);
        await db.SaveChangesAsync();
        Support();
        Judge(moderator);
        Vote(official);
        db.Add(new ImportedItem("threads:lain.jsonl", "1", _posts[0].Id));
        db.Add(new ImportedItem("threads:lain.jsonl", "@x", _residents[0].Id));
        db.Add(new ImportedItem("threads:lain.jsonl", "2", topics[0].Id));
        await db.SaveChangesAsync();
    }

    private List<Topic> Topics(Account official)
    {
        var round = Round.Create("PPPK-2026");
        round.Describe(RoundKind.Pppk, "PPPK 2026", 2026, [], []);
        var criteria = Criteria(Authority.National, Authority.Local, Authority.Local, Authority.Proposal);
        var version = round.Publish(1, criteria, null, Quarter.From).Value!;
        // What a later version says of authority must not be taken for what the consultation presents.
        var later = round.Publish(2, Criteria(Authority.Local, Authority.National, Authority.National, Authority.National), null, Quarter.Until).Value!;
        db.AddRange(round, version, later);
        var timetable = new Timetable(Quarter.From, Quarter.From, Quarter.Until.AddDays(50), Quarter.Until.AddDays(60));
        var consultation = Consultation.Publish(official, "Kriteria PPPK", "", round, version, timetable, Quarter.From).Value;
        db.Add(consultation);
        List<Topic> topics =
        [
            .. Enumerable.Range(0, 4).Select(i => Topic.Open(_residents[i + 1], null, $"Topik {i}", i == 3 ? From : At()).Value),
            .. criteria.Select(c => Topic.ForCriterion(consultation, c.Code, c.Title, Quarter.From)),
        ];
        db.AddRange(topics);
        return topics;
    }

    private static List<Criterion> Criteria(params Authority[] authorities) =>
        [.. authorities.Select((a, i) => new Criterion($"K-{i + 1}", $"Kriteria {i + 1}", "Teks.", null, a, ""))];

    private void Write(Topic topic, Account official)
    {
        var parents = _posts.Where(p => p.TopicId == topic.Id && p.IsReadable).ToList();
        var parent = parents.Count > 0 && Draw(2) == 0 ? parents[Draw(parents.Count)] : null;
        var author = parent is not null && Draw(2) == 0 ? official : _residents[Draw(Draw(2) == 0 ? 5 : 50) + 1];
        // Imported into its place, which keeps the given time and asks no rule about when input is open.
        var post = topic.Import(author, parent, "Mohon dijelaskan.", parent is null ? At() : parent.PostedAt.AddMinutes(Draw(30_000)));
        if (Draw(20) == 0) post.Withdraw(author, post.PostedAt.AddHours(1));
        db.Add(post);
        _posts.Add(post);
    }

    private void Support()
    {
        var given = new HashSet<(long, long)>();
        for (var i = 0; i < 200; i++)
        {
            var (post, by) = (_posts[Draw(_posts.Count)], _residents[Draw(50) + 1]);
            if (!given.Add((post.Id, by.Id)) || Bungo.Forum.Domain.Discussions.Support.Give(post, by, At()) is var support && support.IsRefused(out _)) continue;
            db.Add(support.Value);
        }
    }

    private void Judge(Account moderator)
    {
        foreach (var post in _posts.Where(p => p.IsReadable && !p.IsOfficial && p.Parent?.Office is null).Take(60).ToList())
        {
            var docket = new Docket(post);
            var at = At();
            foreach (var by in _residents.Where(r => r.Id != post.AuthorId && !r.IsDeleted && Draw(30) == 0))
                db.Add(docket.Receive(by, (FlagReason)Draw(5), null, at = at.AddMinutes(Draw(300))).Value);
            if (docket.OpenCount == 0) continue;
            db.Add(docket);
            var decidedAt = at.AddMinutes(Draw(6_000));
            var grounds = new Grounds($"T-{Draw(4) + 1}", "Menyebut nomor telepon orang.", DecisionSource.Report);
            if (Draw(3) == 0) continue;
            if (Draw(2) == 0)
            {
                db.Add(Ruling.Dismiss(docket, moderator, grounds, decidedAt).Value);
                continue;
            }

            var hiding = Ruling.Hide(docket, moderator, grounds, decidedAt).Value;
            db.Add(hiding);
            db.SaveChanges();
            if (Draw(3) == 0) db.Add(Ruling.Restore(docket, moderator, grounds with { Source = DecisionSource.Proactive }, decidedAt.AddHours(5)).Value);
        }
    }

    private void Vote(Account official)
    {
        for (var i = 0; i < 6; i++)
        {
            var opens = Quarter.From.AddDays((i * 22) - 10);
            var plan = new PollPlan($"Pertanyaan {i}?", "", ["Ya", "Tidak"], PollKind.OneChoice, null, Electorate.Members, ResultTiming.AfterClose, opens, opens.AddDays(9));
            var poll = Poll.Schedule(official, plan, PollSubject.Free, opens).Value;
            db.Add(poll);
            poll.RecordOpening(40 + i, opens);
            var key = PollKey.Draw(poll);
            for (var voter = 1; voter < 20 + i; voter++) poll.Cast(_residents[voter], key, null, [poll.Options[0].Id], opens.AddHours(1));
            if (i == 4) poll.Close(official, "Pertanyaannya keliru.", opens.AddDays(1));
        }
    }

    private Account AnAccount(Role role, string? office = null)
    {
        var account = Account.Open($"Warga {Draw(100_000)}", role, office, role == Role.Warga ? From.AddDays(Draw(110)) : From).Value;
        db.Add(account);
        return account;
    }

    private DateTimeOffset At() => From + TimeSpan.FromSeconds(Draw((int)Span.TotalSeconds));

    // A generator of our own: equal in every version of the runtime, so a failure can be had again.
    private int Draw(int below)
    {
        _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((_state >> 33) % (ulong)below);
    }
}
