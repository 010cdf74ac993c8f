using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Announcements;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Announcements;

internal static class GivenAnnouncements
{
    public static async Task<Announcement> AnAnnouncementAsync(
        this ForumHost host, string title = "Hasil seleksi administrasi", string body = "Nama yang lulus ada di **lampiran**.", Account? by = null, DateTimeOffset? pinUntil = null)
    {
        by ??= await host.AnAccountAsync(Role.Pejabat);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var acts = scope.ServiceProvider.GetRequiredService<ActRecorder>();
        await acts.BeginAsync(default);
        var official = await db.Accounts.SingleAsync(a => a.Id == by.Id);
        var draft = AnnouncementDraft.Begin(official, title, body, host.Now).Value;
        Assert.False(draft.WillBePinned(official, pinUntil, host.Now).IsRefused(out _));
        var act = (await scope.ServiceProvider.GetRequiredService<Publishing>().PrepareAsync(draft, official, default)).Value;
        await acts.CommitAsync(act, default);
        return act.Announcement;
    }

    public static async Task<AnnouncementDraft> ADraftAsync(this ForumHost host, Account by, string title = "Konsep", string body = "Isi konsep.", DateTimeOffset? publishAt = null)
    {
        return await host.ActAsync(async (db, acts) =>
        {
            var official = await db.Accounts.SingleAsync(a => a.Id == by.Id);
            var draft = AnnouncementDraft.Begin(official, title, body, host.Now).Value;
            if (publishAt is { } at) Assert.False(draft.ScheduleFor(official, at, host.Now).IsRefused(out _));
            db.Add(draft);
            await acts.CommitAsync(new AnnouncementPrepared(draft), default);
            return draft;
        });
    }

    public static Task CorrectAsync(this ForumHost host, Announcement announcement, Account by, string body, string reason = "Tanggalnya keliru.") =>
        host.ActAsync(async (db, acts) =>
        {
            var found = await db.Announcements.SingleAsync(a => a.Id == announcement.Id);
            var official = await db.Accounts.SingleAsync(a => a.Id == by.Id);
            var version = found.Correct(official, found.Title, body, reason, found.Number, host.Now).Value;
            db.Add(version);
            await acts.CommitAsync(new AnnouncementCorrected(found, version, official), default);
            return version;
        });

    /// <summary>One that takes input now and for five days more.</summary>
    public static Task<Consultation> AnOpenConsultationAsync(this ForumHost host, string title = "Kriteria PPPK 2026") =>
        host.ActAsync(async (db, acts) =>
        {
            var official = Account.Open("Pejabat", Role.Pejabat, "BKPSDM Kabupaten Bungo", host.Now).Value;
            var round = Round.Create("PPPK-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant());
            round.Describe(RoundKind.Pppk, "PPPK 2026", 2026, [], []);
            db.AddRange(official, round);
            var criteria = round.Publish(1, [new Criterion("K-1", "Pengalaman", "Paling singkat dua tahun.", 15, Authority.Local, "")], null, host.Now).Value!;
            db.Add(criteria);
            var timetable = new Timetable(host.Now.AddDays(-2), host.Now.AddDays(-1), host.Now.AddDays(5), host.Now.AddDays(20));
            var consultation = Consultation.Publish(official, title, "Ringkasan.", round, criteria, timetable, host.Now).Value;
            consultation.TakeSlug(consultation.Slug + "-" + Guid.NewGuid().ToString("N")[..6]);
            db.Add(consultation);
            await acts.CommitAsync(new ConsultationChanged(consultation), default);
            return consultation;
        });

    public static Task RunPublishJobAsync(this ForumHost host) => host.WithAsync<PublishAnnouncementsJob, bool>(async job =>
    {
        await job.RunAsync(default);
        return true;
    });

    /// <summary>The kinds of the acts on one thing, in the order in which each names the one before.</summary>
    public static async Task<List<string>> KindsOfActsAsync(this ForumHost host, Guid objectId)
    {
        var acts = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == objectId).Select(a => a.Leaf).ToListAsync());
        var leaves = acts.Select(a => Leaf.Parse(a)).ToList();
        var kinds = new List<string>();
        for (var at = leaves.SingleOrDefault(l => l.Previous is null); at is not null; at = leaves.SingleOrDefault(l => l.Previous == at.Id)) kinds.Add(at.Kind.Name);
        Assert.Equal(leaves.Count, kinds.Count);
        return kinds;
    }
}
