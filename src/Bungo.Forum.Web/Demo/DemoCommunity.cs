using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Announcements;
using Bungo.Forum.Web.Features.Answers;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Features.Polls;
using Bungo.Forum.Web.Features.Recruitment;
using Bungo.Forum.Web.Features.Reports;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// A community to look at, made through the same rules and acts as a real one: rounds with criteria in versions,
/// consultations with talk, polls with votes, announcements, moderation, a transparency report, people of each role.
/// Only an empty database is filled.
/// </summary>
internal sealed class DemoCommunity
{
    public const string Password = "peragaan-bungo";

    private readonly IServiceProvider _services;
    private readonly ForumDb _db;
    private readonly ActRecorder _acts;
    private readonly DemoTimeline _timeline;
    private readonly DateTimeOffset _now;

    private DemoCommunity(IServiceProvider services, DemoTimeline timeline, DateTimeOffset now)
    {
        (_services, _timeline, _now) = (services, timeline, now);
        (_db, _acts) = (services.GetRequiredService<ForumDb>(), services.GetRequiredService<ActRecorder>());
    }

    /// <summary>
    /// Fills an empty database through a site of its own, whose clock goes where the demonstration is. Call it before the
    /// real site is built: Hangfire keeps what it logs to in a static of the process, and that dies with this site.
    /// </summary>
    /// <returns>The accounts to try it with (mail address, role); empty when the database was not.</returns>
    public static async Task<IReadOnlyList<(string Mail, Role Role)>> FillAsync(string connectionString, IProgress<string> progress, CancellationToken cancel)
    {
        var timeline = new DemoTimeline();
        await using var site = Site.Build(
            connectionString, new Dictionary<string, string?> { ["Jobs:RunServer"] = "false" }, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(timeline)));
        await ServeVerb.MigrateAsync(site.Services, cancel);
        await using var scope = site.Services.CreateAsyncScope();
        return await new DemoCommunity(scope.ServiceProvider, timeline, TimeProvider.System.GetUtcNow()).FillAsync(progress, cancel);
    }

    private async Task<IReadOnlyList<(string Mail, Role Role)>> FillAsync(IProgress<string> progress, CancellationToken cancel)
    {
        if (await _db.Accounts.AnyAsync(cancel)) return [];
        progress.Report("Membuat warga peragaan / making the demonstration community ...");
        var accounts = new List<(string Mail, Role Role)>();
        foreach (var (role, name) in new[] { (Role.Warga, "Rahmi A."), (Role.Pejabat, "Hendra Saputra"), (Role.Moderator, "Sari Melati"), (Role.Penilai, "Yusuf Hamdani"), (Role.Admin, "Admin Peragaan") })
            accounts.Add((await SignableAsync(role, name, cancel), role));
        var members = await MembersAsync(cancel);
        var official = await _db.Accounts.Where(a => a.Role == Role.Pejabat).Select(a => a.Id).SingleAsync(cancel);

        PlanConsultations(members, official);
        PlanAnnouncements(official);
        _timeline.At(_now.AddDays(-30), c => ModerateAsync(flagged: 1, hidden: 1, c));
        _timeline.At(_now.AddHours(-4), c => ModerateAsync(flagged: 2, hidden: 0, c));
        // The machine compiles in the night after a month has ended; here it cannot be a night that is still to come.
        var night = Period.Containing(_now, PeriodKind.Month).From.AddHours(2);
        _timeline.At(night < _now ? night : _now, c => _services.GetRequiredService<CompileReportsJob>().RunAsync(c));
        // The database itself refuses ballots at any hour but its own.
        _timeline.At(_now, c => PollsAsync(members, official, c));
        progress.Report("Mengisi diskusi, jajak pendapat, pengumuman / filling discussions, polls, announcements ...");
        await _timeline.PlayAsync(cancel);
        return accounts;
    }

    private async Task<string> SignableAsync(Role role, string name, CancellationToken cancel)
    {
        var office = role switch { Role.Warga => null, Role.Pejabat => "BKPSDM Kabupaten Bungo", Role.Penilai => "Lembaga Independen", _ => "Dinas Komunikasi dan Informatika" };
        var account = Account.Open(name, role, office, _now.AddDays(-54)).Value;
        account.Verify(_now.AddDays(-53));
        var mail = $"{role.ToString().ToLowerInvariant()}@peragaan.example";
        _ = (await _services.GetRequiredService<AccountOpening>().InsertAsync(account, mail, Password, confirmed: true)).Value;
        await _db.SaveChangesAsync(cancel);
        return mail;
    }

    private async Task<IReadOnlyList<long>> MembersAsync(CancellationToken cancel)
    {
        var ids = new List<long>();
        for (var i = 0; i < DemoPeople.Count; i++)
        {
            var member = Account.Open(DemoPeople.Name(i), Role.Warga, null, _now.AddDays(-53 + i % 6)).Value;
            if (i % 6 != 5) member.Verify(_now.AddDays(-46));
            _db.Add(member);
            ids.Add(member.Id);
        }

        await _db.SaveChangesAsync(cancel);
        return ids;
    }

    // Offices begin in the morning and let a day end; only people write at any minute.
    private DateTimeOffset Morning(int days) => Wib.FromInput(Wib.Local(_now).Date.AddDays(days).AddHours(8));

    private DateTimeOffset Evening(int days) => Wib.FromInput(Wib.Local(_now).Date.AddDays(days).AddHours(23).AddMinutes(59));

    private void PlanConsultations(IReadOnlyList<long> members, long official)
    {
        var discussion = new DemoDiscussion(_db, _acts, _timeline, members, official);
        var opened = 0L;
        var talkedAbout = new HashSet<long>();
        Version("pppk-2026-nakes-v1", Morning(-50));
        _timeline.At(Morning(-50), async cancel =>
        {
            opened = await PublishAsync(
                official, "PPPK-2026-NAKES", "Kriteria Seleksi PPPK Tenaga Kesehatan 2026",
                "Rancangan ini dibahas terbuka sebelum ditetapkan. Setiap kriteria menyebut siapa yang berwenang mengubahnya; hasil pembahasan bersifat masukan.",
                new Timetable(Morning(-50), Morning(-46), Evening(20), Morning(48)), cancel);
            await TalkAsync(_now.AddDays(-45), cancel);
            new DemoPassages(_db, _acts, _timeline, members).Plan(opened, _now.AddDays(-44));
        });
        foreach (var (document, days) in new[] { ("pppk-2026-nakes-v2", -28), ("pppk-2026-nakes-v3", -12) })
        {
            Version(document, Morning(days));
            _timeline.At(Morning(days), async cancel =>
            {
                var by = await _db.Accounts.SingleAsync(a => a.Id == official, cancel);
                _ = (await _services.GetRequiredService<ConsultationOpening>().PresentNewestAsync(by, opened, cancel)).Value;
                await TalkAsync(Morning(days).AddHours(1), cancel);
            });
        }

        var answers = new DemoAnswers(_db, _services.GetRequiredService<AnswerDesk>());
        foreach (var (days, ofEach) in new[] { (-26, 3), (-10, 4), (-2, 5) })
            _timeline.At(Morning(days).AddHours(6), cancel => answers.AnswerAsync(opened, official, ofEach, cancel));
        Version("cpns-2026-umum-v1", _now.AddHours(-3));
        _timeline.At(_now.AddHours(-3), cancel => PublishAsync(
            official, "CPNS-2026-UMUM", "Persyaratan CPNS Tenaga Teknis 2026", "Dua formasi: pranata komputer dan arsiparis.",
            new Timetable(_now.AddHours(-3), Morning(3), Evening(24), Morning(45)), cancel));

        void Version(string document, DateTimeOffset at) => _timeline.At(at, async cancel =>
        {
            _db.ChangeTracker.Clear();
            _ = (await _services.GetRequiredService<RoundImport>().RunAsync(RoundReader.Read(Document(document)).Round!, cancel)).Value;
        });

        async Task TalkAsync(DateTimeOffset from, CancellationToken cancel)
        {
            int[] inputs = [9, 14, 34, 28, 6, 22, 12, 8, 17];
            foreach (var topic in await _db.Topics.AsNoTracking().Where(t => t.ConsultationId == opened && t.PartOfId == null).OrderBy(t => t.Id).ToListAsync(cancel))
                if (talkedAbout.Add(topic.Id))
                    discussion.Plan(topic, inputs[talkedAbout.Count % inputs.Length], from.AddHours(talkedAbout.Count), _now.AddMinutes(-20 - talkedAbout.Count));
        }
    }

    private async Task<long> PublishAsync(long official, string round, string title, string summary, Timetable timetable, CancellationToken cancel)
    {
        _db.ChangeTracker.Clear();
        var by = await _db.Accounts.SingleAsync(a => a.Id == official, cancel);
        var of = await _db.Rounds.SingleAsync(r => r.Code == round, cancel);
        return (await _services.GetRequiredService<ConsultationOpening>().PublishAsync(by, title, summary, of, timetable, cancel)).Value.Id;
    }

    private async Task PollsAsync(IReadOnlyList<long> members, long official, CancellationToken cancel)
    {
        var desk = _services.GetRequiredService<PollDesk>();
        var booth = _services.GetRequiredService<PollingBooth>();
        var consultation = await _db.Consultations.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(cancel);
        PollPlan[] plans =
        [
            new("Bukti pengalaman mana yang sebaiknya diterima?", "Boleh memilih lebih dari satu.", ["Surat keterangan pimpinan", "Daftar hadir yang dilegalisasi", "Slip honor", "Kontrak kerja"],
                PollKind.SeveralChoices, 4, Electorate.Members, ResultTiming.Live, null, Evening(14)),
            new("Berapa lama masa tugas di puskesmas terpencil yang wajar?", "", ["Tiga tahun", "Lima tahun", "Tujuh tahun"],
                PollKind.OneChoice, null, Electorate.VerifiedPersons, ResultTiming.AfterClose, null, Evening(10)),
        ];
        for (var i = 0; i < plans.Length; i++)
        {
            _db.ChangeTracker.Clear();
            var by = await _db.Accounts.FirstAsync(a => a.Id == official, cancel);
            await _acts.BeginAsync(cancel);
            var subject = PollSubject.Of(await _db.Consultations.FirstAsync(c => c.Id == consultation, cancel), null, null, _now).Value;
            var poll = (await desk.ScheduleAsync(by, plans[i], subject, (_, _) => { }, cancel)).Value;
            var options = poll.Options.Select(o => o.Id).ToArray();
            foreach (var (member, index) in members.Where((_, m) => m % 6 != 5).Take(52 - i * 9).Select((m, index) => (m, index)))
            {
                _db.ChangeTracker.Clear();
                var voter = await _db.Accounts.FirstAsync(a => a.Id == member, cancel);
                Guid[] choice = i == 0 && index % 3 == 0 ? [options[0], options[1 + index % 3]] : [options[index * 7 % 5 % options.Length]];
                await booth.CastAsync(poll.Id, voter, choice, Guid.NewGuid(), cancel);
            }
        }
    }

    private void PlanAnnouncements(long official)
    {
        (string Title, string Body)[] all =
        [
            ("Konsultasi kriteria PPPK tenaga kesehatan dibuka", "Warga dapat memberi masukan atas rancangan kriteria sampai tanggal yang tertulis pada halaman konsultasi. Membaca tidak perlu akun; menulis perlu akun dengan surel yang dikonfirmasi."),
            ("Jadwal sosialisasi di kecamatan", "Tim BKPSDM hadir di kantor camat:\n\n- Rantau Pandan, Senin pukul 09.00 WIB\n- Limbur Lubuk Mengkuang, Rabu pukul 09.00 WIB\n- Jujuhan, Jumat pukul 13.30 WIB\n\nMasukan lisan dicatat petugas dan dihitung tersendiri."),
            ("Waspada penipuan seleksi ASN", "Seluruh tahap seleksi **tidak dipungut biaya**. Laporkan permintaan uang kepada Inspektorat atau melalui SP4N-LAPOR!"),
        ];
        for (var i = 0; i < all.Length; i++)
        {
            var (title, body) = all[i];
            _timeline.At(Morning(-46 + 21 * i), cancel => AnnounceAsync(official, title, body, cancel));
        }
    }

    private async Task AnnounceAsync(long official, string title, string body, CancellationToken cancel)
    {
        _db.ChangeTracker.Clear();
        await _acts.BeginAsync(cancel);
        var by = await _db.Accounts.SingleAsync(a => a.Id == official, cancel);
        var draft = AnnouncementDraft.Begin(by, title, body, _timeline.GetUtcNow()).Value;
        await _acts.CommitAsync((await _services.GetRequiredService<Publishing>().PrepareAsync(draft, by, cancel)).Value, cancel);
    }

    /// <param name="flagged">How many of the newest inputs get flagged.</param>
    /// <param name="hidden">How many of those are hidden.</param>
    private async Task ModerateAsync(int flagged, int hidden, CancellationToken cancel)
    {
        _db.ChangeTracker.Clear();
        var now = _timeline.GetUtcNow();
        var moderator = await _db.Accounts.SingleAsync(a => a.Role == Role.Moderator, cancel);
        var flaggers = await _db.Accounts.Where(a => a.Role == Role.Warga).OrderBy(a => a.Id).Take(4).ToListAsync(cancel);
        var posts = await _db.Posts.Include(p => p.Topic).Include(p => p.Author).Include(p => p.Parent)
            .Where(p => p.Office == null && p.Depth == 1 && p.WithdrawnAt == null && p.Parent!.Office == null).OrderByDescending(p => p.Id).Take(flagged).ToListAsync(cancel);
        for (var i = 0; i < posts.Count; i++)
        {
            await _acts.BeginAsync(cancel);
            var docket = new Docket(posts[i]);
            _db.Add(docket);
            var recorded = new List<Act>();
            foreach (var flagger in flaggers.Take(i + 2).Where(f => f.Id != posts[i].AuthorId))
            {
                var flag = docket.Receive(flagger, i < hidden ? FlagReason.Accusation : FlagReason.OffTopic, null, now).Value;
                _db.Add(flag);
                recorded.Add(new PostFlagged(docket, flag));
            }

            if (i < hidden)
            {
                var grounds = new Grounds("T-5", "Menuduh seseorang menerima uang tanpa bukti. Dugaan tindak pidana disampaikan lewat saluran pengaduan.", DecisionSource.Report);
                var decision = Ruling.Hide(docket, moderator, grounds, now).Value;
                _db.Add(decision);
                recorded.Add(new DecisionMade(decision));
            }

            await _acts.CommitAsync(recorded, cancel);
        }
    }

    private static byte[] Document(string name)
    {
        using var stream = typeof(DemoCommunity).Assembly.GetManifestResourceStream($"demo/{name}.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
