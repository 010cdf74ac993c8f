using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Features.Announcements;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Features.Polls;
using Bungo.Forum.Web.Features.Recruitment;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// A community to look at, made through the same rules and acts as a real one: rounds with criteria in versions,
/// an open consultation with talk, polls with votes, announcements, a hidden post, people of each role. Only an
/// empty database is filled.
/// </summary>
internal sealed class DemoCommunity(IServiceProvider services)
{
    public const string Password = "peragaan-bungo";

    private readonly ForumDb _db = services.GetRequiredService<ForumDb>();
    private readonly ActRecorder _acts = services.GetRequiredService<ActRecorder>();
    private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <returns>The accounts to try it with (mail address, role); empty when the database was not.</returns>
    public async Task<IReadOnlyList<(string Mail, Role Role)>> FillAsync(IProgress<string> progress, CancellationToken cancel)
    {
        if (await _db.Accounts.AnyAsync(cancel)) return [];
        progress.Report("Membuat warga peragaan / making the demonstration community ...");
        var accounts = new List<(string Mail, Role Role)>();
        foreach (var (role, name) in new[] { (Role.Warga, "Rahmi A."), (Role.Pejabat, "Hendra Saputra"), (Role.Moderator, "Sari Melati"), (Role.Penilai, "Yusuf Hamdani"), (Role.Admin, "Admin Peragaan") })
            accounts.Add((await SignableAsync(role, name, cancel), role));
        var members = await MembersAsync(cancel);
        var official = await _db.Accounts.Where(a => a.Role == Role.Pejabat).Select(a => a.Id).FirstAsync(cancel);

        var consultation = await ConsultationAsync(official, cancel);
        progress.Report("Mengisi diskusi / filling discussions ...");
        await DiscussAsync(consultation, members, official, cancel);
        progress.Report("Jajak pendapat, pengumuman, moderasi / polls, announcements, moderation ...");
        await PollsAsync(consultation, members, official, cancel);
        await AnnouncementsAsync(official, cancel);
        await ModerateAsync(cancel);
        return accounts;
    }

    private async Task<string> SignableAsync(Role role, string name, CancellationToken cancel)
    {
        var office = role switch { Role.Warga => null, Role.Pejabat => "BKPSDM Kabupaten Bungo", Role.Penilai => "Lembaga Independen", _ => "Dinas Komunikasi dan Informatika" };
        var account = Account.Open(name, role, office, _now.AddDays(-40)).Value;
        account.Verify(_now.AddDays(-39));
        var mail = $"{role.ToString().ToLowerInvariant()}@peragaan.example";
        _ = (await services.GetRequiredService<AccountOpening>().InsertAsync(account, mail, Password, confirmed: true)).Value;
        await _db.SaveChangesAsync(cancel);
        return mail;
    }

    private async Task<IReadOnlyList<long>> MembersAsync(CancellationToken cancel)
    {
        var ids = new List<long>();
        for (var i = 0; i < DemoPeople.Count; i++)
        {
            var member = Account.Open(DemoPeople.Name(i), Role.Warga, null, _now.AddDays(-38 + i % 20)).Value;
            if (i % 6 != 5) member.Verify(_now.AddDays(-15));
            _db.Add(member);
            ids.Add(member.Id);
        }

        await _db.SaveChangesAsync(cancel);
        return ids;
    }

    private async Task<Consultation> ConsultationAsync(long official, CancellationToken cancel)
    {
        var import = services.GetRequiredService<RoundImport>();
        var rounds = new List<Round>();
        foreach (var document in new[] { "pppk-2026-nakes-v1", "pppk-2026-nakes-v2", "pppk-2026-nakes-v3", "cpns-2026-umum-v1" })
            rounds.Add((await import.RunAsync(RoundReader.Read(Document(document)).Round!, cancel)).Value);
        var opening = services.GetRequiredService<ConsultationOpening>();
        var by = await _db.Accounts.FirstAsync(a => a.Id == official, cancel);
        var open = await opening.PublishAsync(
            by, "Kriteria Seleksi PPPK Tenaga Kesehatan 2026",
            "Rancangan ini dibahas terbuka sebelum ditetapkan. Setiap kriteria menyebut siapa yang berwenang mengubahnya; hasil pembahasan bersifat masukan.",
            rounds[2], new Timetable(_now.AddDays(-12), _now.AddDays(-10), _now.AddDays(20), _now.AddDays(48)), cancel);
        await opening.PublishAsync(
            by, "Persyaratan CPNS Tenaga Teknis 2026", "Dua formasi: pranata komputer dan arsiparis.", rounds[3],
            new Timetable(_now.AddHours(-3), _now.AddDays(3), _now.AddDays(24), _now.AddDays(45)), cancel);
        return open.Value;
    }

    private async Task DiscussAsync(Consultation consultation, IReadOnlyList<long> members, long official, CancellationToken cancel)
    {
        var topics = await _db.Topics.Where(t => t.ConsultationId == consultation.Id).OrderBy(t => t.CriterionCode).Select(t => t.Id).ToListAsync(cancel);
        _db.ChangeTracker.Clear();
        var discussion = new DemoDiscussion(_db, _acts);
        int[] inputs = [9, 14, 34, 28, 6, 22, 12, 8, 17];
        for (var i = 0; i < topics.Count; i++)
            await discussion.FillAsync(topics[i], members, official, inputs[i % inputs.Length], _now.AddDays(-9).AddHours(i), _now.AddMinutes(-20 - i), cancel);
    }

    private async Task PollsAsync(Consultation consultation, IReadOnlyList<long> members, long official, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<PollDesk>();
        var booth = services.GetRequiredService<PollingBooth>();
        PollPlan[] plans =
        [
            new("Bukti pengalaman mana yang sebaiknya diterima?", "Boleh memilih lebih dari satu.", ["Surat keterangan pimpinan", "Daftar hadir yang dilegalisasi", "Slip honor", "Kontrak kerja"],
                PollKind.SeveralChoices, 4, Electorate.Members, ResultTiming.Live, null, _now.AddDays(14)),
            new("Berapa lama masa tugas di puskesmas terpencil yang wajar?", "", ["Tiga tahun", "Lima tahun", "Tujuh tahun"],
                PollKind.OneChoice, null, Electorate.VerifiedPersons, ResultTiming.AfterClose, null, _now.AddDays(10)),
        ];
        for (var i = 0; i < plans.Length; i++)
        {
            _db.ChangeTracker.Clear();
            var by = await _db.Accounts.FirstAsync(a => a.Id == official, cancel);
            await _acts.BeginAsync(cancel);
            var subject = PollSubject.Of(await _db.Consultations.FirstAsync(c => c.Id == consultation.Id, cancel), null, null, _now).Value;
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

    private async Task AnnouncementsAsync(long official, CancellationToken cancel)
    {
        (string Title, string Body)[] all =
        [
            ("Konsultasi kriteria PPPK tenaga kesehatan dibuka", "Warga dapat memberi masukan atas rancangan kriteria sampai tanggal yang tertulis pada halaman konsultasi. Membaca tidak perlu akun; menulis perlu akun dengan surel yang dikonfirmasi."),
            ("Jadwal sosialisasi di kecamatan", "Tim BKPSDM hadir di kantor camat:\n\n- Rantau Pandan, Senin pukul 09.00 WIB\n- Limbur Lubuk Mengkuang, Rabu pukul 09.00 WIB\n- Jujuhan, Jumat pukul 13.30 WIB\n\nMasukan lisan dicatat petugas dan dihitung tersendiri."),
            ("Waspada penipuan seleksi ASN", "Seluruh tahap seleksi **tidak dipungut biaya**. Laporkan permintaan uang kepada Inspektorat atau melalui SP4N-LAPOR!"),
        ];
        foreach (var (title, body) in all)
        {
            _db.ChangeTracker.Clear();
            await _acts.BeginAsync(cancel);
            var by = await _db.Accounts.FirstAsync(a => a.Id == official, cancel);
            var draft = AnnouncementDraft.Begin(by, title, body, _now).Value;
            var published = (await services.GetRequiredService<Publishing>().PrepareAsync(draft, by, cancel)).Value;
            await _acts.CommitAsync(published, cancel);
        }
    }

    private async Task ModerateAsync(CancellationToken cancel)
    {
        _db.ChangeTracker.Clear();
        var moderator = await _db.Accounts.FirstAsync(a => a.Role == Role.Moderator, cancel);
        var flaggers = await _db.Accounts.Where(a => a.Role == Role.Warga).OrderBy(a => a.Id).Take(4).ToListAsync(cancel);
        var posts = await _db.Posts.Include(p => p.Topic).Include(p => p.Author).Include(p => p.Parent)
            .Where(p => p.Office == null && p.Depth == 1 && p.AuthorId != flaggers[0].Id).OrderByDescending(p => p.Id).Take(3).ToListAsync(cancel);
        for (var i = 0; i < posts.Count; i++)
        {
            await _acts.BeginAsync(cancel);
            var docket = new Docket(posts[i]);
            _db.Add(docket);
            var recorded = new List<Act>();
            foreach (var flagger in flaggers.Skip(1).Take(i + 1))
            {
                if (docket.Receive(flagger, i == 0 ? FlagReason.Accusation : FlagReason.OffTopic, null, _now.AddHours(-2)) is var flag && flag.IsRefused(out _)) continue;
                _db.Add(flag.Value);
                recorded.Add(new PostFlagged(docket, flag.Value));
            }

            if (i == 0 && Ruling.Hide(docket, moderator, new Grounds("T-5", "Menuduh seseorang menerima uang tanpa bukti. Dugaan tindak pidana disampaikan lewat saluran pengaduan.", DecisionSource.Report), _now) is var hidden && !hidden.IsRefused(out _))
            {
                _db.Add(hidden.Value);
                recorded.Add(new DecisionMade(hidden.Value));
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
