using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Consultations;

public class PublishTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task An_official_publishes_and_every_criterion_has_its_topic()
    {
        var official = await OfficialAsync("PPPK-2026-A");
        await official.SubmitAsync(Form, ("Subject", "Kriteria PPPK 2026"), ("PublishedAt", "2026-11-24T09:00"));
        Assert.Equal(HttpStatusCode.OK, official.Status);
        Assert.Equal("/konsultasi/kriteria-pppk-2026", official.Path);
        var consultation = await host.WithDbAsync(db => db.Consultations.SingleAsync(c => c.Slug == "kriteria-pppk-2026"));
        Assert.Equal(ForumHost.Start, consultation.Timetable.PublishedAt);
        var topics = await host.WithDbAsync(db => db.Topics.Where(t => t.ConsultationId == consultation.Id).ToListAsync());
        Assert.Equal(["K-1", "K-2", "K-3"], topics.Select(t => t.CriterionCode).Order());
        foreach (var topic in topics)
            Assert.Equal("utas.buat", await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == topic.ObjectId).Select(a => a.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Sending_the_form_twice_publishes_once()
    {
        var official = await OfficialAsync("PPPK-2026-B");
        var key = official.Page.QuerySelector("[name=form_key]")!.GetAttribute("value")!;
        await official.SubmitAsync(Form, ("Subject", "Sekali saja"));
        await official.GetAsync("/konsultasi/terbitkan?putaran=PPPK-2026-B");
        await official.SubmitAsync(Form, ("Subject", "Sekali saja"), ("form_key", key));
        Assert.Equal(1, await host.WithDbAsync(db => db.Consultations.CountAsync(c => c.Title == "Sekali saja")));
    }

    [Fact]
    public async Task Two_of_one_title_have_two_addresses_and_none_takes_an_address_of_the_site()
    {
        foreach (var (code, slug) in new[] { ("PPPK-2026-C", "kelola-2"), ("PPPK-2026-D", "kelola-2-pppk-2026-d") })
        {
            var official = await OfficialAsync(code);
            await official.SubmitAsync(Form, ("Subject", "Kelola"));
            Assert.Equal($"/konsultasi/{slug}", official.Path);
        }
    }

    [Theory]
    [InlineData("Subject", "", "Subject")]
    [InlineData("InputClosesAt", "2026-11-20T09:00", "PublishedAt")]
    [InlineData("InputClosesAt", "2026-11-25T09:00", "InputClosesAt")]
    [InlineData("AdoptedAt", "", "PublishedAt")]
    public async Task A_refused_form_comes_back_with_everything_typed_and_the_reason_beside_the_field(string field, string value, string told)
    {
        var official = await OfficialAsync("PPPK-2026-E");
        var values = new Dictionary<string, string>
        {
            ["Subject"] = "Judul",
            ["Body"] = "Ringkasan yang panjang",
            ["PublishedAt"] = "2026-11-24T10:00",
            ["InputOpensAt"] = "2026-11-25T08:00",
            ["InputClosesAt"] = "2026-12-10T16:00",
            ["AdoptedAt"] = "2026-12-31T16:00",
            [field] = value,
        };
        await official.SubmitAsync(Form, [.. values.Select(v => (v.Key, v.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Equal("Ringkasan yang panjang", official.Page.QuerySelector("#Body")!.TextContent);
        Assert.Equal(values["InputOpensAt"], official.Page.QuerySelector("#InputOpensAt")!.GetAttribute("value"));
        Assert.NotNull(official.Page.QuerySelector($".error-summary a[href='#{told}']"));
        Assert.Equal($"{told}-error", official.Page.QuerySelector($"#{told}")!.GetAttribute("aria-describedby"));
        Assert.NotNull(official.Page.QuerySelector($"#{told}-error"));
    }

    [Fact]
    public async Task A_preview_shows_the_summary_and_publishes_nothing()
    {
        var official = await OfficialAsync("PPPK-2026-F");
        await official.SubmitAsync("button[name=preview]", ("Subject", "Hanya melihat"), ("Body", "**tebal**"));
        Assert.Equal("tebal", official.Page.QuerySelector(".preview strong")!.TextContent);
        Assert.False(await host.WithDbAsync(db => db.Consultations.AnyAsync(c => c.Title == "Hanya melihat")));
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Whoever_is_no_official_is_refused(Role role)
    {
        var consultation = await host.AConsultationAsync($"PPPK-2026-{role.ToString().ToUpperInvariant()}");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync(role));
        foreach (var address in new[] { "/konsultasi/kelola", "/konsultasi/terbitkan", $"/konsultasi/{consultation.Slug}/jadwal" })
        {
            await visitor.GetAsync(address);
            Assert.Null(visitor.Page.QuerySelector("main form[method=post]:not(#act)"));
            Assert.NotEqual(address, visitor.Status == HttpStatusCode.OK ? visitor.Path : "");
        }
    }

    [Fact]
    public async Task Times_still_to_come_are_moved_and_everybody_sees_the_new_deadline()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-G");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync($"/konsultasi/{consultation.Slug}/jadwal");
        Assert.Null(official.Page.QuerySelector("#PublishedAt"));
        await official.SubmitAsync("main form", ("InputClosesAt", "2026-12-14T16:00"));
        Assert.Equal(Urls.Consultation(consultation), official.Path);
        Assert.Contains("14 Desember 2026 pukul 16.00 WIB", official.Page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        var kept = await host.WithDbAsync(db => db.Consultations.Where(c => c.Id == consultation.Id).Select(c => c.Timetable).SingleAsync());
        Assert.Equal(consultation.Timetable with { InputClosesAt = kept.InputClosesAt }, kept);
    }

    [Fact]
    public async Task A_deadline_is_not_brought_forward_while_people_write()
    {
        var consultation = await host.AConsultationAsync("PPPK-2026-H");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync($"/konsultasi/{consultation.Slug}/jadwal");
        await official.SubmitAsync("main form", ("InputClosesAt", "2026-11-26T16:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Equal("2026-11-26T16:00", official.Page.QuerySelector("#InputClosesAt")!.GetAttribute("value"));
        Assert.Contains("hanya dapat diundur", official.Page.QuerySelector("#InputClosesAt-error")!.TextContent, StringComparison.Ordinal);
        var kept = await host.WithDbAsync(db => db.Consultations.Where(c => c.Id == consultation.Id).Select(c => c.Timetable.InputClosesAt).SingleAsync());
        Assert.Equal(consultation.Timetable.InputClosesAt, kept);
    }

    private const string Form = "main form button:not([name])";

    private async Task<Visitor> OfficialAsync(string code)
    {
        await host.ImportAsync(RoundDocument.Sound(code));
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync($"/konsultasi/terbitkan?putaran={code}");
        return official;
    }
}
