using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Announcements;
using Bungo.Forum.Web.Tests.Features.Answers;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Bungo.Forum.Web.Tests.Features.Passages;
using Bungo.Forum.Web.Tests.Features.Polls;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>
/// All writes of members, each with a sending that its rightful sender succeeds with (a test holds it to that), so
/// that a refusal of somebody else's is about them and not about the sending.
/// </summary>
internal static class Table
{
    public const string Words = "Tulisan yang tidak boleh hilang";

    public static readonly IReadOnlyList<Write> All =
    [
        new("POST /diskusi/baru", Permission.OpenTopic, (_, _) => Now(Sending.Form("/diskusi/baru", Words, ("Subject", "Topik baru dari uji"), ("Body", Words)))),
        new("POST /diskusi/{address:slugged}/{number:int?}", Permission.Participate, async (host, _) =>
            Sending.Form(Urls.Topic(await host.ATopicAsync()), Words, ("Body", Words))),
        new("POST /diskusi/kiriman/{id:long}/dukung", Permission.Participate, async (host, _) =>
            Sending.Form($"/diskusi/kiriman/{(await PostAsync(host)).Id}/dukung", null, ("dukung", "beri"))),
        new("POST /diskusi/kiriman/{id:long}/sunting", Permission.Participate, async (host, by) =>
            Sending.Form($"/diskusi/kiriman/{(await PostAsync(host, by)).Id}/sunting", Words, ("Body", Words))),
        new("POST /diskusi/kiriman/{id:long}/tarik", Permission.Participate, async (host, by) =>
            Sending.Form($"/diskusi/kiriman/{(await PostAsync(host, by)).Id}/tarik", null)),
        new("POST /lapor/{postId:long}", Permission.Participate, async (host, _) =>
            Sending.Form(Urls.Flag((await PostAsync(host)).Id), Words, ("Reason", "lainnya"), ("Note", Words))),

        new("POST /jajak/{address:slugged}", Permission.Participate, async (host, _) =>
        {
            var poll = await host.APollAsync();
            return Sending.Form(Urls.Poll(poll), null, ("pilihan", LedgerId.Of(poll.Options[0].Id)));
        }),
        new("POST /jajak/baru", Permission.OpenPoll, (host, _) => Now(Sending.Form(Urls.NewPoll, Words, PollFields(host)))),
        new("POST /jajak/{id:long}/ubah", Permission.OpenPoll, async (host, _) =>
            Sending.Form($"/jajak/{(await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddDays(1) })).Id}/ubah", Words, [.. PollFields(host), ("OpensAt", Wib.Input(host.Now.AddDays(2)))])),
        new("POST /jajak/{id:long}/tutup", Permission.OpenPoll, async (host, _) =>
            Sending.Form($"/jajak/{(await host.APollAsync()).Id}/tutup", Words, ("Reason", Words))),

        new("POST /konsultasi/terbitkan", Permission.PublishConsultation, async (host, _) => Sending.Form(
            Urls.PublishConsultation, Words, [("RoundId", $"{await RoundAsync(host)}"), ("Subject", "Kriteria uji serangan"), ("Body", Words), .. Times(host, 1)])),
        new("POST /konsultasi/{slug}/jadwal", Permission.PublishConsultation, async (host, _) =>
            Sending.Form(Urls.Reschedule(await host.AConsultationAsync(Code(), host.OpenNow())), null, [.. Times(host, 20).Skip(2)])),
        new("POST /konsultasi/kelola?Present", Permission.PublishConsultation, async (host, _) =>
        {
            var code = Code();
            var consultation = await host.AConsultationAsync(code);
            await host.ImportAsync(Changed(code));
            return Sending.Form(Urls.ManageConsultations + "?handler=Present", null, ("id", $"{consultation.Id}"));
        }),

        new("POST /diskusi/{address:slugged}/bagian", Permission.Participate, async (host, _) =>
        {
            var about = await host.TopicOfAsync(await host.AConsultationWithSentencesAsync(Code()), "K-2");
            return Sending.Form(Urls.CommentOnWords(about.Id, about.Slug), Words, ("Sentence", "2"), ("Version", "1"), ("Body", Words));
        }),
        new("POST /konsultasi/{slug}/bagian/{id:long}", Permission.PublishConsultation, async (host, _) =>
            Sending.Form(await UndecidedAsync(host), null, ("Sentence", "1"), ("Version", "2"))),
        new("POST /konsultasi/{slug}/bagian/{id:long}?Gone", Permission.PublishConsultation, async (host, _) =>
            Sending.Form(await UndecidedAsync(host) + "?handler=Gone", null, ("Version", "2"))),
        new("POST /konsultasi/{slug}/rancangan?Begin", Permission.PublishConsultation, async (host, _) =>
            Sending.Form(Urls.CriteriaDraft(await host.AConsultationAsync(Code())) + "?handler=Begin", null)),
        new("POST /konsultasi/{slug}/rancangan?Discard", Permission.PublishConsultation, async (host, by) =>
            Sending.Form(Urls.CriteriaDraft(await DraftedAsync(host, by)) + "?handler=Discard", null)),
        new("POST /konsultasi/{slug}/rancangan?Publish", Permission.PublishConsultation, async (host, by) =>
            Sending.Form(Urls.CriteriaDraft(await DraftedAsync(host, by)) + "?handler=Publish", null, ("Edition", "1"))),
        new("POST /konsultasi/{slug}/rancangan/kriteria", Permission.PublishConsultation, async (host, by) => Sending.Form(
            Urls.DraftedCriterion(await DraftedAsync(host, by)), Words, ("Edition", "1"), ("Code", "K-9"), ("Subject", "Baru"), ("Body", Words), ("Authority", "Local"))),

        new("POST /pengumuman/tulis/{id:long?}", Permission.PublishAnnouncement, (_, _) =>
            Now(Sending.Form(Urls.WriteAnnouncement, Words, ("Subject", "Pengumuman uji"), ("Body", Words), ("aksi", "terbitkan")))),
        new("POST /pengumuman/tulis/{id:long?}", Permission.PublishAnnouncement, async (host, by) =>
            Sending.Form(Urls.AnnouncementDraft((await host.ADraftAsync(by)).Id), Words, ("Subject", "Konsep yang diubah"), ("Body", Words), ("Edition", "1"), ("aksi", "terbitkan"))),
        new("POST /pengumuman/{slug}/koreksi", Permission.PublishAnnouncement, async (host, _) => Sending.Form(
            Urls.Announcement((await host.AnAnnouncementAsync()).Slug) + "/koreksi", Words, ("Subject", "Judul baru"), ("Body", Words), ("Reason", "Tanggal keliru."), ("Number", "1"))),
        new("POST /pengumuman/{slug}/tarik", Permission.PublishAnnouncement, async (host, _) =>
            Sending.Form(Urls.Announcement((await host.AnAnnouncementAsync()).Slug) + "/tarik", Words, ("Reason", Words))),
        new("POST /pengumuman/kelola?Discard", Permission.PublishAnnouncement, async (host, by) =>
            Sending.Form(Urls.ManageAnnouncements + "?handler=Discard", null, ("id", $"{(await host.ADraftAsync(by)).Id}"))),
        new("POST /pengumuman/kelola?Pin", Permission.PublishAnnouncement, async (host, _) => Sending.Form(
            Urls.ManageAnnouncements + "?handler=Pin", null, ("slug", (await host.AnAnnouncementAsync()).Slug), ("pinnedUntil", Wib.LastDayInput(host.Now.AddDays(3))))),

        new("POST /moderasi/putusan/kiriman/{id:long}", Permission.Moderate, async (host, _) =>
            Sending.Form(Urls.DecidePost((await PostAsync(host)).Id), Words, Ruling("sembunyikan"))),
        new("POST /moderasi/putusan/kiriman/{id:long}?Decline", Permission.Moderate, async (host, _) =>
            Sending.Form(Urls.DecidePost((await host.AProposalAsync()).PostId) + "?handler=Decline", null)),
        new("POST /moderasi/putusan/topik/{id:long}", Permission.Moderate, async (host, _) =>
            Sending.Form(Urls.DecideTopic((await host.ATopicAsync()).Id), Words, Ruling("kunci"))),
        new("POST /moderasi/putusan/akun/{id:long}", Permission.Moderate, async (host, _) =>
            Sending.Form(Urls.DecideAccount((await host.AnAccountAsync()).Id), Words, [.. Ruling("tangguhkan"), ("Days", "7")])),

        new("POST /konsultasi/{slug}/tanggapi", Permission.SpeakForOffice, async (host, _) =>
        {
            var consultation = await host.AConsultationAsync(Code());
            var input = await host.APostAsync(await host.TopicOfAsync(consultation, "K-1"));
            return Sending.Form(Urls.GiveAnswers(consultation), Words, ("input", $"{input.Id}"), ("Form.Outcome", "diterima"), ("Form.Reason", Words));
        }),
        new("POST /tanggapan/keberatan/{id:long}", Permission.Participate, async (host, by) =>
            Sending.Form(Urls.ObjectTo((await host.AnAnsweredInputAsync(by)).Id), null)),
        new("POST /moderasi/catatan/{id:long}/banding", Permission.Participate, async (host, _) =>
            Sending.Form(Urls.Appeal((await host.HideAsync(await PostAsync(host))).Id), Words, ("Reason", Words))),
        new("POST /moderasi/banding/{id:long}", Permission.HearAppeals, async (host, _) =>
        {
            var decision = await host.HideAsync(await PostAsync(host), await host.AnAccountAsync(Role.Moderator));
            await host.AppealAsync(decision, await host.AnAccountAsync());
            return Sending.Form(Urls.RuleOnAppeal(decision.Id), Words, ("hasil", "ditolak"), ("Reason", Words));
        }),

        new("POST /moderasi/sampel/{month}/{rank:int}", Permission.Evaluate, async (host, _) =>
            Sending.Form(Urls.Review(await host.ASampleAsync(), 1), Words, ("hasil", "tepat"), ("Reason", Words))),

        new("POST /penghapusan/kiriman/{id:long}", Permission.EraseByLaw, async (host, _) =>
        {
            var post = await PostAsync(host);
            await host.HideAsync(post);
            return Sending.Form(Urls.ErasePost(post.Id), Words, ("Ground", "anak"), ("RequestedOn", Wib.Input(host.Now)[..10]), ("CaseFile", Words));
        }),

        new("POST /api/v1/topics/", Permission.OpenTopic, (_, _) => Now(Sending.Api("/api/v1/topics", new JsonObject { ["title"] = "Dari program", ["body"] = Words }))),
        new("POST /api/v1/topics/{id:long}/posts", Permission.Participate, async (host, _) =>
            Sending.Api($"/api/v1/topics/{(await host.ATopicAsync()).Id}/posts", new JsonObject { ["body"] = Words })),
        new("POST /api/v1/posts/{id:long}/flags", Permission.Participate, async (host, _) =>
            Sending.Api($"/api/v1/posts/{(await PostAsync(host)).Id}/flags", new JsonObject { ["reason"] = "spam" })),
        new("POST /api/v1/polls/", Permission.OpenPoll, (host, _) => Now(Sending.Api("/api/v1/polls", new JsonObject
        {
            ["question"] = "Mana?", ["options"] = new JsonArray("Satu", "Dua"), ["closesAt"] = host.Now.AddDays(3),
        }))),
        new("POST /api/v1/polls/{id:long}/ballots", Permission.Participate, BallotAsync),
        new("PUT /api/v1/polls/{id:long}/ballots", Permission.Participate, BallotAsync),
        new("POST /api/v1/announcements/", Permission.PublishAnnouncement, (_, _) =>
            Now(Sending.Api("/api/v1/announcements", new JsonObject { ["title"] = "Dari program", ["body"] = Words }))),
        new("PUT /api/v1/posts/{id:long}/support/", Permission.Participate, async (host, _) =>
            Sending.Api($"/api/v1/posts/{(await PostAsync(host)).Id}/support", new JsonObject())),
        new("DELETE /api/v1/posts/{id:long}/support/", Permission.Participate, async (host, by) =>
        {
            var post = await PostAsync(host);
            await host.SupportAsync(post, by);
            return Sending.Api($"/api/v1/posts/{post.Id}/support", new JsonObject());
        }),
        new("PUT /api/v1/recruitment/rounds/{code}", Permission.ImportRecruitment, (_, _) =>
        {
            var code = Code();
            return Now(Sending.Api("/api/v1/recruitment/rounds/" + code, RoundDocument.Sound(code)));
        }),
    ];

    /// <summary>Not in the table, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["POST /akun"] = Own,
        ["POST /akun/hapus"] = Own,
        ["POST /akun/keluar-semua"] = Own,
        ["POST /akun/sandi"] = Own,
        ["POST /akun/surel"] = Own,
        ["POST /akun/surel/konfirmasi"] = Own,
        ["POST /akun/token"] = Own,
        ["POST /akun/token?Revoke"] = Own,
        ["POST /pemberitahuan"] = Own,
        ["POST /pemberitahuan/surel"] = Own,
        ["POST /daftar"] = NoAccount,
        ["POST /daftar/kirim-ulang"] = NoAccount,
        ["POST /daftar/konfirmasi"] = NoAccount,
        ["POST /masuk"] = NoAccount,
        ["POST /keluar"] = NoAccount,
        ["POST /sandi/atur"] = NoAccount,
        ["POST /sandi/lupa"] = NoAccount,
        ["POST /pratinjau"] = WritesNothing,
        ["POST /ditolak"] = WritesNothing,
        ["POST /galat/{code:int}"] = WritesNothing,
        ["* /live"] = WritesNothing,
        ["* /live/negotiate"] = WritesNothing,
        ["* /health/live"] = WritesNothing,
        ["* /health/ready"] = WritesNothing,
        ["* /metrics"] = WritesNothing,
        ["POST /buku/periksa"] = WritesNothing,
        ["POST /buku/v1/saksi"] = "takes a signature of a witness the policy names, and nothing else; see its own tests",
        ["* /jobs/{**path}"] = "see JobsDashboardTests",
    };

    private const string Own = "one's own account, whatever the role, also while suspended";
    private const string NoAccount = "for whoever has no account yet or is not signed in";
    private const string WritesNothing = "writes nothing";

    private static Task<Sending> Now(Sending sending) => Task.FromResult(sending);

    private static async Task<Sending> BallotAsync(ForumHost host, Account _)
    {
        var poll = await host.APollAsync();
        return Sending.Api($"/api/v1/polls/{poll.Id}/ballots", new JsonObject { ["choices"] = new JsonArray(LedgerId.Of(poll.Options[0].Id)) });
    }

    private static async Task<Post> PostAsync(ForumHost host, Account? by = null) => await host.APostAsync(await host.ATopicAsync(), by);

    private static async Task<long> RoundAsync(ForumHost host)
    {
        var code = Code();
        await host.ImportAsync(RoundDocument.Sound(code));
        return await host.WithDbAsync(db => db.Rounds.Where(r => r.Code == code).Select(r => r.Id).SingleAsync());
    }

    private static string Code() => "PPPK-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    private static async Task<string> UndecidedAsync(ForumHost host)
    {
        var consultation = await host.AConsultationWithSentencesAsync(Code());
        var passage = await host.PassageOfAsync(await host.APassageAsync(consultation, GivenPassages.Age));
        await host.ANextVersionAsync(consultation, $"{GivenPassages.Study} {GivenPassages.Work}");
        return Urls.PlacePassage(consultation, passage.Id);
    }

    private static async Task<Domain.Consultations.Consultation> DraftedAsync(ForumHost host, Account by)
    {
        var consultation = await host.AConsultationAsync(Code());
        await host.WithDbAsync(async db =>
        {
            var newest = await db.CriteriaVersions.SingleAsync(v => v.RoundId == consultation.RoundId);
            var official = await db.Accounts.SingleAsync(a => a.Id == by.Id);
            var draft = CriteriaDraft.Begin(official, newest, host.Now).Value;
            draft.Write(official, draft.Items[1] with { Text = "Paling singkat tiga tahun.", Reason = "Usul warga." }, 0, host.Now);
            db.Add(draft);
            return await db.SaveChangesAsync();
        });
        return consultation;
    }

    private static JsonObject Changed(string code)
    {
        var document = RoundDocument.Sound(code, 2);
        document.Items()[1]!["text"] = "Paling singkat tiga tahun.";
        return document;
    }

    private static (string, string)[] PollFields(ForumHost host) =>
        [("Question", "Pertanyaan dari uji"), ("Description", Words), ("Options", "Satu\nDua"), ("ClosesAt", Wib.Input(host.Now.AddDays(5)))];

    private static (string, string)[] Times(ForumHost host, int days) =>
    [
        ("PublishedAt", Wib.Input(host.Now.AddDays(days))), ("InputOpensAt", Wib.Input(host.Now.AddDays(days + 1))),
        ("InputClosesAt", Wib.Input(host.Now.AddDays(days + 20))), ("AdoptedAt", Wib.Input(host.Now.AddDays(days + 40))),
    ];

    private static (string, string)[] Ruling(string measure) => [("tindakan", measure), ("Rule", "T-4"), ("Reason", Words), ("Source", "Proactive"), ("Criticised", "tidak")];
}
