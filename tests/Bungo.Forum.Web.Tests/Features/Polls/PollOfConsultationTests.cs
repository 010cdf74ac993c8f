using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class PollOfConsultationTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_poll_about_a_criterion_stands_on_the_consultations_page_and_arrives_there_live()
    {
        var consultation = await AConsultationAsync("Kriteria PPPK 2026");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.Consultation(consultation));
        Assert.False(official.Page.QuerySelector("[data-empty-of=polls]")!.HasAttribute("hidden"));
        await official.FollowAsync("section.polls a[href^='/jajak/baru']");
        Assert.Equal($"{consultation.Id}", official.Page.QuerySelector("#About option[selected]")!.GetAttribute("value"));
        await official.SubmitAsync(
            "main form", ("Question", "Berapa tahun pengalaman?"), ("Options", "Satu\nDua"), ("ClosesAt", "2026-12-01T16:00"), ("About", $"{consultation.Id}/K-3"));

        var page = await host.AVisitor().GetAsync(Urls.Consultation(consultation));
        var line = page.QuerySelector("#polls > li")!;
        Assert.Contains("K-3", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(official.Path, line.QuerySelector("a")!.GetAttribute("href"));
        var stream = Streams.Consultation(consultation.Id);
        Assert.True(await host.WithDbAsync(db => db.StreamEvents.AnyAsync(e => e.Stream == stream && EF.Functions.Like(e.Target, "poll-line-%"))));

        var poll = await host.WithDbAsync(db => db.Polls.AsNoTracking().SingleAsync(p => p.ConsultationId == consultation.Id));
        var opened = (await host.ActsAsync(poll))[0].GetProperty("x");
        Assert.Equal(LedgerId.Of(consultation.ObjectId), opened.GetProperty("konsultasi").GetString());
        Assert.Equal("K-3", opened.GetProperty("kriteria").GetString());
    }

    [Fact]
    public async Task A_criterion_the_consultation_does_not_present_is_refused()
    {
        var consultation = await AConsultationAsync("Kriteria CPNS 2026");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/jajak/baru");
        await official.SubmitAsync(
            "main form", ("Question", "Setuju?"), ("Options", "Ya\nTidak"), ("ClosesAt", "2026-12-01T16:00"), ("About", $"{consultation.Id}/K-99"));
        Assert.Equal("#About", official.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Other_consultations_do_not_list_it()
    {
        var (one, other) = (await AConsultationAsync("Kriteria guru"), await AConsultationAsync("Kriteria teknis"));
        await host.APollAsync(consultation: one);
        Assert.Single((await host.AVisitor().GetAsync(Urls.Consultation(one))).QuerySelectorAll("#polls > li"));
        Assert.Empty((await host.AVisitor().GetAsync(Urls.Consultation(other))).QuerySelectorAll("#polls > li"));
    }

    private async Task<Consultation> AConsultationAsync(string title)
    {
        var official = await host.AnAccountAsync(Role.Pejabat);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var round = Round.Create("R-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant());
        round.Describe(RoundKind.Pppk, title, 2026, [], []);
        db.Add(round);
        db.Add(round.Publish(1, [new Criterion("K-3", "Pengalaman kerja", "Paling singkat dua tahun.", 15, Authority.Local, "")], null, host.Now).Value!);
        await db.SaveChangesAsync();
        var by = await db.Accounts.SingleAsync(a => a.Id == official.Id);
        var timetable = new Timetable(host.Now, host.Now, host.Now.AddDays(14), host.Now.AddDays(30));
        return (await scope.ServiceProvider.GetRequiredService<ConsultationOpening>().PublishAsync(by, title, "", round, timetable, default)).Value;
    }
}
