using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Passages;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Tests.Features.Passages.GivenPassages;

namespace Bungo.Forum.Web.Tests.Features.Consultations;

public class DraftTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task An_official_rewrites_a_criterion_sees_the_change_and_publishes_it_with_its_reason()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-A");
        var topic = await host.APassageAsync(consultation, Age);
        var before = await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.Kind == "kriteria.versi"));
        var official = await OfficialAsync(consultation);
        await official.FollowAsync("#K-2 a");
        await official.SubmitAsync("main form", ("Body", $"{Study} {Older}\n\n{Work}"));
        Assert.Equal("35", official.Page.QuerySelector("#K-2 del")!.ChildNodes.OfType<AngleSharp.Dom.IText>().Single().TextContent);
        Assert.Equal("berubah", official.Page.QuerySelector("#K-2 .ds-tag[data-color=accent]:not([data-color=warning])")!.TextContent);
        Assert.Contains("Alasan belum ditulis", official.Page.QuerySelector("#K-2")!.TextContent, StringComparison.Ordinal);

        await official.SubmitAsync("main form button");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        await official.GetAsync(Urls.DraftedCriterion(consultation, "K-2"));
        await official.SubmitAsync("main form", ("Reason", "Usul warga tentang batas usia."));
        await official.SubmitAsync("main form button");
        Assert.Equal($"/konsultasi/{consultation.Slug}/versi/2", official.Path);

        var page = await host.SeeAsync(Urls.CriteriaVersion(consultation, 2));
        Assert.Contains("Usul warga tentang batas usia.", page.QuerySelector("#K-2 .reason")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#K-1 .reason"));
        Assert.Equal(before + 3, await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.Kind == "kriteria.versi")));
        page = await host.SeeAsync(Urls.Topic(topic));
        Assert.Equal((Older, "Kata-katanya berubah"), (page.QuerySelector(".wording mark")!.TextContent, page.QuerySelector(".fate .ds-tag")!.TextContent));
        Assert.Equal(0, await host.WithDbAsync(db => db.CriteriaDrafts.CountAsync(d => d.RoundId == consultation.RoundId)));
    }

    [Fact]
    public async Task A_draft_shows_nothing_to_anybody_else()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-B");
        var official = await OfficialAsync(consultation);
        await official.FollowAsync("#K-2 a");
        await official.SubmitAsync("main form", ("Body", "Kata rahasia belum terbit."), ("Reason", "Sebab."));
        foreach (var address in new[] { Urls.Consultation(consultation), Urls.Topic(await host.TopicOfAsync(consultation, "K-2")), Urls.CriteriaVersion(consultation, 1), Urls.Round("PPPK-2026-KONSEP-B") })
            Assert.DoesNotContain("rahasia", (await host.SeeAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { Urls.CriteriaDraft(consultation), Urls.DraftedCriterion(consultation, "K-2") })
        {
            var member = await host.AVisitorAsync(await host.AnAccountAsync());
            await member.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        }
    }

    [Fact]
    public async Task Side_by_side_shows_sentence_beside_sentence_and_says_in_words_what_changed()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-C");
        await host.ANextVersionAsync(consultation, $"{Study} {Older}\n\nBersedia ditempatkan.");
        await host.ANextVersionAsync(consultation, $"{Study} {Age}\n\nBersedia ditempatkan.");
        var page = await host.SeeAsync(Urls.CriteriaVersion(consultation, 2) + "?tampil=sejajar");
        Assert.Equal(["sama", "diubah", "dihapus", "ditambahkan"], page.QuerySelectorAll("#K-2 .sides .sr-only").Where(s => s.ParentElement!.ClassName == "sign" && s.Closest("tbody") is not null).Select(s => s.TextContent));
        var changed = page.QuerySelectorAll("#K-2 tbody tr")[1];
        Assert.Contains("35", changed.QuerySelectorAll("td")[1].QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40", changed.QuerySelectorAll("td")[2].QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Null(changed.QuerySelectorAll("td")[1].QuerySelector("ins"));

        // Any two: the third against the first has one sentence changed and not two.
        page = await host.SeeAsync(Urls.CriteriaVersion(consultation, 3) + "?dari=1");
        Assert.DoesNotContain("40", page.QuerySelector("#K-2")!.TextContent, StringComparison.Ordinal);
        var missing = host.AVisitor();
        await missing.GetAsync(Urls.CriteriaVersion(consultation, 3) + "?dari=9");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Fact]
    public async Task A_criterion_removed_and_added_again_by_its_code_comes_back_with_its_discussions()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-D");
        var topic = await host.APassageAsync(consultation, Age);
        var about = await host.TopicOfAsync(consultation, "K-2");
        var official = await OfficialAsync(consultation);
        await official.FollowAsync("#K-2 a");
        await official.SubmitAsync("main form", ("IsGone", "true"), ("Reason", "Dihapus dahulu."));
        await official.FollowAsync("#K-3 a");
        await official.SubmitAsync("main form", ("Weight", "100"), ("Reason", "Bobotnya pindah."));
        await official.SubmitAsync("main form button");
        Assert.Equal("Kriteria dihapus", (await host.SeeAsync(Urls.Topic(topic))).QuerySelector(".fate .ds-tag")!.TextContent);

        await official.GetAsync(Urls.CriteriaDraft(consultation));
        await official.SubmitAsync("main form button");
        await official.FollowAsync("main > .toolbar a");
        await official.SubmitAsync("main form", ("Code", "K-2"), ("Subject", "Pengalaman kerja"), ("Body", $"{Study} {Age}\n\n{Work}"), ("Reason", "Dikembalikan."));
        await official.SubmitAsync("main form button");
        Assert.Equal($"/konsultasi/{consultation.Slug}/versi/3", official.Path);
        Assert.Equal("Masih berlaku", (await host.SeeAsync(Urls.Topic(topic))).QuerySelector(".fate .ds-tag")!.TextContent);
        Assert.Equal(about.Id, (await host.TopicOfAsync(consultation, "K-2")).Id);
    }

    [Fact]
    public async Task Two_officials_who_save_at_once_do_not_overwrite_one_another()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-E");
        var first = await OfficialAsync(consultation);
        var second = await OfficialAsync(consultation);
        await first.FollowAsync("#K-2 a");
        await second.FollowAsync("#K-2 a");
        await first.SubmitAsync("main form", ("Body", "Dari yang pertama."), ("Reason", "Sebab."));
        await second.SubmitAsync("main form", ("Body", "Dari yang kedua."), ("Reason", "Sebab."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("Dari yang kedua.", second.Page.QuerySelector("#Body")!.TextContent);
        Assert.Equal("Dari yang pertama.", await host.WithDbAsync(async db => (await db.CriteriaDrafts.SingleAsync(d => d.RoundId == consultation.RoundId)).Items[1].Text));
    }

    [Fact]
    public async Task A_version_from_the_recruitment_core_makes_the_draft_outdated_and_it_can_be_discarded()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-F");
        var official = await OfficialAsync(consultation);
        await official.FollowAsync("#K-2 a");
        await official.SubmitAsync("main form", ("Body", "Dari kantor."), ("Reason", "Sebab."));
        await host.ANextVersionAsync(consultation, "Dari inti.");
        await official.SubmitAsync("main form button");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Contains("Versi lain sudah terbit", official.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await official.SubmitAsync("main form button[formaction]");
        Assert.Equal(Urls.ManageConsultations, official.Path);
        Assert.Equal(0, await host.WithDbAsync(db => db.CriteriaDrafts.CountAsync(d => d.RoundId == consultation.RoundId)));
    }

    [Fact]
    public async Task Publishing_is_seen_live_on_the_consultation_and_in_its_discussions()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-KONSEP-G");
        var about = await host.TopicOfAsync(consultation, "K-2");
        var official = await OfficialAsync(consultation);
        await official.FollowAsync("#K-2 a");
        await official.SubmitAsync("main form", ("Body", "Bunyi baru sekali."), ("Reason", "Sebab."));
        await official.SubmitAsync("main form button");
        foreach (var stream in new[] { Streams.Topic(about.Id), Streams.Consultation(consultation.Id) })
        {
            using var answer = await host.AVisitor().Http.GetAsync(new Uri($"/live/{stream}?after=0", UriKind.Relative));
            Assert.Contains("Bunyi baru sekali.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<Visitor> OfficialAsync(Domain.Consultations.Consultation consultation)
    {
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.CriteriaDraft(consultation));
        if (official.Page.QuerySelector("main form[action*=Begin]") is not null) await official.SubmitAsync("main form");
        return official;
    }
}
