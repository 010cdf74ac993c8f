using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Polls;

public class OfficialsTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly (string Name, string Value)[] Filled =
    [
        ("Question", "Di mana pengumuman sebaiknya ditempel?"), ("Description", "Dasar: **Perki 1/2021**."), ("Options", "Kantor camat\r\nPuskesmas\r\n\r\nSekolah"),
        ("ClosesAt", "2026-12-01T16:00"),
    ];

    [Fact]
    public async Task An_official_opens_a_poll_and_it_is_on_record_at_once()
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/jajak/baru");
        await official.SubmitAsync("main form", Filled);
        Assert.Equal(HttpStatusCode.OK, official.Status);
        Assert.Contains("Jajak sudah dibuka", official.Page.QuerySelector(".notice[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Perki 1/2021", official.Page.QuerySelector(".prose strong")!.TextContent);
        var poll = await NewestAsync();
        Assert.Equal(["Kantor camat", "Puskesmas", "Sekolah"], poll.Options.Select(o => o.Label));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), poll.ClosesAt);
        Assert.Equal((PollKind.OneChoice, Electorate.Members, ResultTiming.AfterClose), (poll.Kind, poll.Electorate, poll.ResultTiming));
        Assert.Equal(["jajak.buka"], (await host.ActsAsync(poll)).Select(a => a.Kind()));
    }

    [Fact]
    public async Task A_new_poll_comes_with_a_closing_time_to_keep_or_change()
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        Assert.Equal("2026-12-01T23:59", (await official.GetAsync("/jajak/baru")).QuerySelector("#ClosesAt")!.GetAttribute("value"));
        var consultation = await host.AConsultationAsync("PPPK-2026-USUL");
        var page = await official.GetAsync($"/jajak/baru?tentang={consultation.Id}");
        Assert.Equal(Wib.Input(consultation.Timetable.InputClosesAt), page.QuerySelector("#ClosesAt")!.GetAttribute("value"));
        Assert.Equal($"{consultation.Id}", page.QuerySelector("#About option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_poll()
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/jajak/baru");
        var key = official.Page.QuerySelector("main [name=form_key]")!.GetAttribute("value")!;
        await official.SubmitAsync("main form", Filled);
        var there = official.Path;
        await official.GetAsync("/jajak/baru");
        await official.SubmitAsync("main form", [.. Filled, ("form_key", key)]);
        Assert.Equal(there, official.Path);
    }

    [Theory]
    [InlineData("Question", " ", "Question")]
    [InlineData("Options", "Hanya satu", "Options")]
    [InlineData("Options", "Ya\nYA", "Options")]
    [InlineData("ClosesAt", "", "ClosesAt")]
    [InlineData("ClosesAt", "besok pagi", "ClosesAt")]
    [InlineData("ClosesAt", "2026-11-24T09:30", "ClosesAt")]
    [InlineData("OpensAt", "2026-11-23T08:00", "OpensAt")]
    [InlineData("About", "999999", "About")]
    [InlineData("About", "abc/K-1", "About")]
    public async Task A_faulty_form_comes_back_with_everything_typed_and_the_field_to_mend(string field, string value, string at)
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/jajak/baru");
        await official.SubmitAsync("main form", [.. Filled.Where(f => f.Name != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Equal($"#{at}", official.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("true", official.Page.QuerySelector($"#{at}")!.GetAttribute("aria-invalid"));
        Assert.Contains("Perki", official.Page.QuerySelector("#Description")!.TextContent, StringComparison.Ordinal);
        if (field == "ClosesAt" && value.Length > 0) Assert.Equal(value, official.Page.QuerySelector("#ClosesAt")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Too_many_choices_to_tick_is_said_beside_the_number()
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync("/jajak/baru");
        await official.SubmitAsync("main form", [.. Filled, ("Kind", "SeveralChoices"), ("MostChoices", "9")]);
        Assert.Equal("#MostChoices", official.Page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(official.Page.QuerySelector("[name=Kind][value=SeveralChoices][checked]"));
    }

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Others_neither_open_nor_change_nor_close_polls(Role role)
    {
        var poll = await host.APollAsync();
        using var http = (await host.AVisitorAsync(await host.AnAccountAsync(role))).Http;
        foreach (var address in new[] { "/jajak/baru", $"/jajak/{poll.Id}/ubah", $"/jajak/{poll.Id}/tutup" })
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var content = new FormUrlEncodedContent([new("Reason", "x")]);
        using var refused = await http.PostAsync(new Uri($"/jajak/{poll.Id}/tutup", UriKind.Relative), content);
        Assert.Null((await host.ReadAsync(poll)).Closure);
    }

    [Fact]
    public async Task A_coming_poll_can_be_changed_until_it_opens_and_then_no_more()
    {
        var poll = await host.APollAsync(host.APlan() with { OpensAt = host.Now.AddHours(2) });
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.Poll(poll));
        await official.FollowAsync("a[href$='/ubah']");
        Assert.Equal(Wib.Input(poll.OpensAt), official.Page.QuerySelector("#OpensAt")!.GetAttribute("value"));
        await official.SubmitAsync("main form", ("Options", "Ya\nTidak"));
        Assert.Equal(["Ya", "Tidak"], (await host.ReadAsync(poll)).Options.Select(o => o.Label));

        await official.GetAsync($"/jajak/{poll.Id}/ubah");
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await official.SubmitAsync("main form", ("Options", "Setuju\nMenolak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Contains("sudah dibuka", official.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ya", "Tidak"], (await host.ReadAsync(poll)).Options.Select(o => o.Label));
    }

    [Fact]
    public async Task Closing_early_needs_a_reason_that_everybody_then_reads()
    {
        var poll = await host.APollAsync();
        await host.VotesAsync(poll, 0);
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.Poll(poll));
        await official.FollowAsync("a[href$='/tutup']");
        await official.SubmitAsync("main form", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        await official.SubmitAsync("main form", ("Reason", "Rancangan <b>ditarik</b>."));
        Assert.Equal(Urls.Poll(poll), official.Path);
        var page = await host.AVisitor().GetAsync(Urls.Poll(poll));
        Assert.Equal("Rancangan <b>ditarik</b>.", page.QuerySelector(".poll-head blockquote")!.TextContent);
        Assert.NotNull(page.QuerySelector("table.bars"));

        var acts = await host.ActsAsync(poll);
        Assert.Equal(["jajak.buka", "jajak.tutup", "jajak.hasil"], acts.Select(a => a.Kind()));
        Assert.Equal(["sistem", "pejabat", "sistem"], acts.Select(a => a.GetProperty("a").GetString()));
        Assert.True(acts[1].GetProperty("x").GetProperty("dini").GetBoolean());
        Assert.DoesNotContain("ditarik", acts[1].GetRawText(), StringComparison.Ordinal);
        var reason = await host.WithDbAsync(async db =>
        {
            var act = await db.RecordedActs.SingleAsync(a => a.ObjectId == poll.ObjectId && a.Kind == "jajak.tutup");
            return await db.ActOpenings.SingleAsync(o => o.ActId == act.ActId && o.Label == "alasan");
        });
        Assert.Equal((OpeningState.Open, "Rancangan <b>ditarik</b>."), (reason.State, reason.Text()));
        Assert.False(await host.WithDbAsync(db => db.PollKeys.AnyAsync(k => k.PollId == poll.Id)));
    }

    private Task<Poll> NewestAsync() => host.WithDbAsync(db => db.Polls.AsNoTracking().OrderByDescending(p => p.Id).FirstAsync());
}
