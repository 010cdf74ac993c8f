using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Consultations;

public class ConsultationTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Anybody_reads_each_criterion_with_who_can_change_it_and_what_people_think()
    {
        var closes = ForumHost.Start.AddDays(10);
        var consultation = await host.AConsultationAsync("PPPK-2026-A", host.OpenNow() with { InputClosesAt = closes });
        var topic = await host.TopicOfAsync(consultation, "K-2");
        for (var i = 0; i < 3; i++) await host.APostAsync(topic, stance: i < 2 ? Stance.Support : Stance.Oppose);
        var page = await host.AVisitor().GetAsync(Urls.Consultation(consultation));
        Assert.Equal(["K-1", "K-2", "K-3"], page.QuerySelectorAll(".crit .code").Select(c => c.TextContent));
        Assert.Contains("Nasional (tidak dapat diubah di daerah) · PermenPANRB 6/2024 pasal 22", page.QuerySelector("#criterion-K-1")!.TextContent, StringComparison.Ordinal);
        var card = page.QuerySelector("#criterion-K-2")!;
        Assert.Contains("Bobot 60%", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("67% mendukung · 33% menolak", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(Urls.Topic(topic), card.QuerySelector(".meta a")!.GetAttribute("href"));
        Assert.Equal("Masukan warga", page.QuerySelector(".steps [aria-current=step]")!.TextContent);
        Assert.Contains("sampai 4 Desember 2026 pukul 09.00 WIB", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".prose strong"));
    }

    [Fact]
    public async Task People_are_counted_once_and_the_verified_apart()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-B");
        var (first, second) = (await host.TopicOfAsync(consultation, "K-1"), await host.TopicOfAsync(consultation, "K-2"));
        var verified = await host.AnAccountAsync(verified: true);
        var input = await host.APostAsync(first, verified);
        await host.APostAsync(second, verified);
        await host.APostAsync(first);
        await host.APostAsync(first, await host.AnAccountAsync(Role.Pejabat), parent: input);
        Assert.Equal(["3", "1 33%", "4", "3 1 warga terverifikasi"], FiguresOf(await host.AVisitor().GetAsync(Urls.Consultation(consultation))));
    }

    [Fact]
    public async Task All_are_answered_only_when_none_waits()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-Q");
        var topic = await host.TopicOfAsync(consultation, "K-1");
        var official = await host.AnAccountAsync(Role.Pejabat);
        for (var i = 0; i < 3; i++)
            if (await host.APostAsync(topic) is var input && i < 2) await host.APostAsync(topic, official, parent: input);
        Assert.Equal("2 66%", FiguresOf(await FreshAsync(consultation)).ElementAt(1));
    }

    /// <summary>What commits between two statements of the page either stands on it or is asked for by its number.</summary>
    [Fact]
    public async Task A_change_while_the_page_is_being_read_is_not_lost()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-R");
        var visitor = host.AVisitor();
        await host.AfterStatementAsync(
            "FROM consultation AS",
            () => host.ActAsync(async (db, acts) =>
            {
                var found = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
                var by = await db.Accounts.SingleAsync(a => a.Id == consultation.CreatedById);
                _ = found.Reschedule(by, found.Timetable with { InputClosesAt = ForumHost.Start.AddDays(17), AdoptedAt = ForumHost.Start.AddDays(40) }, host.Now).Value;
                await acts.CommitAsync(new ConsultationChanged(found), default);
                return found;
            }),
            () => visitor.GetAsync(Urls.Consultation(consultation)));
        var sent = await SentAsync(consultation, visitor.Page.QuerySelector("[data-live-stream]")!.GetAttribute("data-live-number")!);
        var shown = sent.QuerySelector(".lede") ?? visitor.Page.QuerySelector(".lede")!;
        Assert.Contains("11 Desember 2026", shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_adoption_no_other_version_is_presented()
    {
        var nearlyOver = new Timetable(host.Now.AddDays(-9), host.Now.AddDays(-8), host.Now.AddDays(-1), host.Now.AddMinutes(1));
        var consultation = await host.AConsultationAsync("PPPK-2026-S", nearlyOver);
        await host.ImportAsync(RoundDocument.Sound("PPPK-2026-S", 2));
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.ManageConsultations);
        var button = $"#consultation-{consultation.Id} form button";
        Assert.NotNull(official.Page.QuerySelector(button));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await official.SubmitAsync(button);
        Assert.Contains("sudah ditetapkan", official.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.WithDbAsync(db => db.Consultations.Where(c => c.Id == consultation.Id).Select(c => c.CriteriaNumber).SingleAsync()));
    }

    [Fact]
    public async Task A_post_brings_the_card_and_the_figures_that_a_fresh_load_shows()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-C");
        var topic = await host.TopicOfAsync(consultation, "K-2");
        var before = await host.AVisitor().GetAsync(Urls.Consultation(consultation));
        var known = before.QuerySelector("[data-live-stream]")!.GetAttribute("data-live-number");
        await host.APostAsync(topic, stance: Stance.Support);
        var sent = await SentAsync(consultation, known!);
        var page = await FreshAsync(consultation);
        Assert.Equal(page.QuerySelector("#criterion-K-2")!.OuterHtml, sent.QuerySelector("#criterion-K-2")!.OuterHtml);
        Assert.Equal(page.QuerySelector(".figures")!.OuterHtml, sent.QuerySelector(".figures")!.OuterHtml);
    }

    [Fact]
    public async Task Nobody_sees_a_consultation_before_its_time_but_the_office()
    {
        var later = new Timetable(host.Now.AddHours(1), host.Now.AddHours(2), host.Now.AddDays(9), host.Now.AddDays(20));
        var consultation = await host.AConsultationAsync("PPPK-2026-D", later);
        foreach (var address in new[] { Urls.Consultation(consultation), Urls.CriteriaVersion(consultation, 1), $"/api/v1/consultations/{consultation.Id}" })
        {
            var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }

        Assert.Empty((await SentAsync(consultation, "0")).Body!.Children);
        Assert.DoesNotContain(consultation.Slug, await host.AVisitor().Http.GetStringAsync(new Uri("/konsultasi", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Null((await host.AVisitor().GetAsync("/rekrutmen/PPPK-2026-D")).QuerySelector(".lede a"));
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.Consultation(consultation));
        Assert.Contains("Belum tampil untuk umum", official.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_shows_on_every_card_gives_new_criteria_their_topic_and_keeps_the_talk_about_what_is_gone()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-E");
        await host.APostAsync(await host.TopicOfAsync(consultation, "K-3"), body: "Jangan dihapus");
        var second = RoundDocument.Sound("PPPK-2026-E", 2);
        second.Items()[1]!["text"] = "Paling singkat satu tahun di fasilitas kesehatan.";
        second.Items()[2] = RoundDocument.Criterion("K-4", "Penempatan", "Bersedia di puskesmas terpencil.", 40, "daerah");
        await host.ImportAsync(second);
        var known = (await FreshAsync(consultation)).QuerySelector("[data-live-stream]")!.GetAttribute("data-live-number");

        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/konsultasi/kelola");
        await official.SubmitAsync($"#consultation-{consultation.Id} form");
        Assert.Equal(Urls.Consultation(consultation), official.Path);

        var page = await FreshAsync(consultation);
        Assert.Equal(["K-1", "K-2", "K-4", "K-3"], page.QuerySelectorAll(".crit .code").Select(c => c.TextContent));
        Assert.Contains("Tidak ada lagi dalam rancangan versi 2", page.QuerySelector("#criterion-K-3")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#criterion-K-3 a[href^='/diskusi/']"));
        var sent = await SentAsync(consultation, known!);
        foreach (var id in new[] { $"consultation-head-{consultation.Id}", "criterion-K-1", "criterion-K-2", "criterion-K-3", "criterion-K-4" })
            Assert.Equal(page.GetElementById(id)!.OuterHtml, sent.GetElementById(id)!.OuterHtml);
    }

    [Fact]
    public async Task A_version_tells_word_by_word_what_it_changed()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-F");
        var second = RoundDocument.Sound("PPPK-2026-F", 2);
        second.Items()[1]!["text"] = "Paling singkat satu tahun, di fasilitas kesehatan daerah.";
        second.Items()[1]!["weight"] = 100;
        second.Items().RemoveAt(2);
        await host.ImportAsync(second);
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.CriteriaVersion(consultation, 2));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await PresentNewestAsync(consultation);

        var page = await visitor.GetAsync(Urls.CriteriaVersion(consultation, 2));
        var text = page.QuerySelector("#K-2 .diff")!;
        Assert.Equal(
            "Paling singkat <del>[dihapus: dua]</del><ins>[ditambahkan: satu]</ins> tahun<ins>[ditambahkan: ,]</ins> di fasilitas kesehatan<ins>[ditambahkan:  daerah]</ins>.",
            text.InnerHtml.Replace("<span class=\"sr-only\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal));
        Assert.Contains("dihapus", page.QuerySelector("#K-3 .ds-tag")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#K-1 ins, #K-1 del"));
        var first = await visitor.GetAsync(Urls.CriteriaVersion(consultation, 1));
        Assert.Null(first.QuerySelector("ins, del"));
    }

    [Fact]
    public async Task A_change_of_phase_is_told_once_and_the_page_never_waits_for_it()
    {
        var soon = new Timetable(host.Now.AddMinutes(-5), host.Now.AddMinutes(2), host.Now.AddDays(3), host.Now.AddDays(9));
        var consultation = await host.AConsultationAsync("PPPK-2026-G", soon);
        Assert.Null((await FreshAsync(consultation)).QuerySelector($"#new-topic-{consultation.Id} a"));
        var stream = Streams.Consultation(consultation.Id);
        Task<int> EventsAsync() => host.WithDbAsync(db => db.StreamEvents.CountAsync(e => e.Stream == stream && e.Target.StartsWith("consultation-head")));
        var told = await EventsAsync();

        await host.AdvanceAsync(TimeSpan.FromMinutes(3));
        var page = await FreshAsync(consultation);
        Assert.Equal("Masukan warga", page.QuerySelector(".steps [aria-current=step]")!.TextContent);
        Assert.NotNull(page.QuerySelector($"#new-topic-{consultation.Id} a"));
        for (var i = 0; i < 2; i++) await host.WithAsync<AnnouncePhasesJob, int>(async job => { await job.RunAsync(default); return 0; });
        Assert.Equal(told + 1, await EventsAsync());
        var sent = await SentAsync(consultation, "0");
        Assert.NotNull(sent.QuerySelector($"#new-topic-{consultation.Id} a"));
    }

    [Fact]
    public async Task What_is_open_stands_first_in_the_list_with_its_deadline()
    {
        var closed = new Timetable(host.Now.AddDays(-9), host.Now.AddDays(-8), host.Now.AddDays(-1), host.Now.AddDays(9));
        var coming = new Timetable(host.Now.AddMinutes(-1), host.Now.AddDays(1), host.Now.AddDays(5), host.Now.AddDays(9));
        var ids = new List<long>
        {
            (await host.AConsultationAsync("PPPK-2026-H", closed, "Sudah ditutup")).Id,
            (await host.AConsultationAsync("PPPK-2026-I", coming, "Akan dibuka")).Id,
            (await host.AConsultationAsync("PPPK-2026-J", host.OpenNow() with { InputClosesAt = host.Now.AddDays(2) }, "Segera berakhir")).Id,
        };
        var page = await (await host.AVisitorAsync(await host.AnAccountAsync())).GetAsync("/konsultasi");
        var shown = page.QuerySelectorAll("#consultations > li").ToList();
        Assert.Equal(shown.Select(l => l.GetAttribute("data-sort")).Order(StringComparer.Ordinal), shown.Select(l => l.GetAttribute("data-sort")));
        var order = shown.Select(l => l.Id).ToList();
        int At(int i) => order.IndexOf($"consultation-{ids[i]}");
        Assert.True(At(2) < At(1) && At(1) < At(0), string.Join(' ', order));
    }

    [Fact]
    public async Task Neither_posts_nor_topics_nor_criteria_add_a_statement()
    {
        var small = await host.AConsultationAsync("PPPK-2026-K");
        var large = await host.AConsultationAsync("PPPK-2026-L");
        var topic = await host.TopicOfAsync(large, "K-2");
        var author = await host.AnAccountAsync();
        await host.WithDbAsync(async db =>
        {
            var writer = await db.Accounts.SingleAsync(a => a.Id == author.Id);
            var tracked = await db.Topics.SingleAsync(t => t.Id == topic.Id);
            for (var i = 0; i < 2_000; i++) db.Add(tracked.Import(writer, null, "Isi", host.Now));
            var consultation = await db.Consultations.SingleAsync(c => c.Id == large.Id);
            for (var i = 0; i < 70; i++) db.Add(Topic.Open(writer, consultation, $"Topik {i}", host.Now.AddSeconds(-i)).Value);
            return await db.SaveChangesAsync();
        });
        var member = await host.AVisitorAsync(await host.AnAccountAsync());
        var few = await host.FewestStatementsAsync(member, Urls.Consultation(small));
        var many = await host.FewestStatementsAsync(member, Urls.Consultation(large));
        Assert.True(few > 0);
        Assert.Equal(few, many);

        var seen = member.Page.QuerySelectorAll("#topics > li").Select(l => l.Id).ToList();
        while (member.Page.QuerySelector("a[rel=next]") is not null)
        {
            await member.FollowAsync("a[rel=next]");
            seen.AddRange(member.Page.QuerySelectorAll("#topics > li").Select(l => l.Id));
        }

        Assert.Equal((70, 70), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Programs_read_consultations_by_cursor_and_one_with_its_figures()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-M");
        await host.APostAsync(await host.TopicOfAsync(consultation, "K-1"));
        var http = host.AVisitor().Http;
        var list = (await http.GetFromJsonAsync<JsonNode>(new Uri("/api/v1/consultations", UriKind.Relative)))!;
        Assert.Equal(consultation.Id, (long)list["items"]![0]!["id"]!);
        var one = (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/v1/consultations/{consultation.Id}", UriKind.Relative)))!;
        Assert.Equal(("input-open", "PPPK-2026-M", 1, 1), ((string)one["phase"]!, (string)one["round"]!, (int)one["inputs"]!, (int)one["people"]!));
        var rest = (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/v1/consultations?after={consultation.Id}", UriKind.Relative)))!;
        Assert.DoesNotContain(rest["items"]!.AsArray(), i => (long)i!["id"]! >= consultation.Id);
    }

    private static IEnumerable<string> FiguresOf(IHtmlDocument page) => page.QuerySelectorAll(".figures dd").Select(d => d.TextContent);

    // Signed in, so that the page is made anew and not taken from the cache of anonymous pages.
    private async Task PresentNewestAsync(Consultation consultation)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var by = await scope.ServiceProvider.GetRequiredService<ForumDb>().Accounts.SingleAsync(a => a.Id == consultation.CreatedById);
        Assert.True((await scope.ServiceProvider.GetRequiredService<ConsultationOpening>().PresentNewestAsync(by, consultation.Id, default)).Value);
    }

    private async Task<IHtmlDocument> FreshAsync(Consultation consultation) =>
        await (await host.AVisitorAsync(await host.AnAccountAsync())).GetAsync(Urls.Consultation(consultation));

    private async Task<IHtmlDocument> SentAsync(Consultation consultation, string after)
    {
        var answer = await host.AVisitor().Http.GetFromJsonAsync<LiveAnswer>(new Uri($"/live/{Streams.Consultation(consultation.Id)}?after={after}", UriKind.Relative));
        return new HtmlParser().ParseDocument(string.Concat(answer!.Events.Select(e => e.Html)));
    }
}
