using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Tests.Features.Passages.GivenPassages;

namespace Bungo.Forum.Web.Tests.Features.Passages;

public class FollowPassagesTests(ForumHost host) : IClassFixture<ForumHost>
{
    /// <summary>Line 1 of what the issue calls done, through the pages: moved, reworded, split, removed, restored.</summary>
    [Fact]
    public async Task Five_published_versions_keep_a_comment_in_its_right_public_state()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-IKUT-A");
        var topic = await host.APassageAsync(consultation, Age);
        var about = await host.TopicOfAsync(consultation, "K-2");
        const string Split = "Usia paling tinggi 40 tahun. Dihitung pada saat pendaftaran.";
        (string? Text, string State, string? Marked)[] versions =
        [
            ($"{Study}\n\n{Work} {Age}", "Pindah bersama kata-katanya", Age),
            ($"{Study}\n\n{Work} {Older}", "Kata-katanya berubah", Older),
            ($"{Study}\n\n{Work} {Split}", "Kata-katanya berubah", Split),
            (null, "Kriteria dihapus", null),
            ($"{Study} {Age}\n\n{Work}", "Masih berlaku", Age),
        ];
        for (var i = 0; i < versions.Length; i++)
        {
            await host.ANextVersionAsync(consultation, versions[i].Text);
            foreach (var address in new[] { Urls.Topic(topic), Urls.Topic(about) })
            {
                var page = await host.SeeAsync(address);
                Assert.Equal(versions[i].Marked, page.QuerySelector(".wording mark")?.TextContent);
            }

            var own = (await host.SeeAsync(Urls.Topic(topic))).QuerySelector(".fate")!;
            Assert.Equal(versions[i].State, own.QuerySelector(".ds-tag")!.TextContent);
            Assert.Contains(Age, own.TextContent, StringComparison.Ordinal);
            if (versions[i].State == "Kata-katanya berubah") Assert.Contains(versions[i].Marked!, own.TextContent, StringComparison.Ordinal);
            var fates = await host.SeeAsync(Urls.Fates(consultation, i + 2));
            Assert.Equal(versions[i].State, fates.QuerySelector("main li .ds-tag")!.TextContent);
        }

        Assert.Equal(5, (await host.SeeAsync(Urls.Topic(topic))).QuerySelectorAll(".fate ol > li a").Length);
        Assert.Equal(5, await host.WithDbAsync(db => db.PassageRecords.CountAsync(r => r.Passage!.TopicId == topic.Id)));
    }

    [Fact]
    public async Task What_no_rule_can_place_waits_for_an_official_who_places_it_in_public()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-IKUT-B");
        var topic = await host.APassageAsync(consultation, Age);
        await host.ANextVersionAsync(consultation, $"{Study}\n\n{Work}");
        var page = await host.SeeAsync(Urls.Topic(topic));
        Assert.Equal("Menunggu keputusan pejabat", page.QuerySelector(".fate .ds-tag")!.TextContent);
        Assert.Null(page.QuerySelector(".wording mark"));
        Assert.Contains(Age, (await host.SeeAsync(Urls.Topic(await host.TopicOfAsync(consultation, "K-2")))).QuerySelector(".unplaced")!.TextContent, StringComparison.Ordinal);

        var passage = await host.PassageOfAsync(topic);
        var member = await host.AVisitorAsync(await host.AnAccountAsync());
        await member.GetAsync(Urls.PlacePassage(consultation, passage.Id));
        Assert.Equal(HttpStatusCode.Forbidden, member.Status);

        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat, office: "BKPSDM Kabupaten Bungo"));
        await official.GetAsync(Urls.PlacePassage(consultation, passage.Id));
        await official.SubmitAsync("main form", ("Sentence", "1"));
        Assert.Equal(Study, official.Page.QuerySelector(".wording mark.here")!.TextContent);
        page = await host.SeeAsync(Urls.Topic(topic));
        Assert.Equal("Kata-katanya berubah", page.QuerySelector(".fate .ds-tag")!.TextContent);
        Assert.Contains("ditetapkan BKPSDM Kabupaten Bungo", page.QuerySelector(".fate ol")!.TextContent, StringComparison.Ordinal);
        await official.GetAsync(Urls.PlacePassage(consultation, passage.Id));
        Assert.Null(official.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_official_who_finds_the_words_gone_says_so_and_the_discussion_stays()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-IKUT-C");
        var topic = await host.APassageAsync(consultation, Age, "Tulisan yang tetap.");
        await host.ANextVersionAsync(consultation, $"{Study}\n\n{Work}");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.PlacePassage(consultation, (await host.PassageOfAsync(topic)).Id));
        await official.SubmitAsync("main form button[formaction]");
        var page = await host.SeeAsync(Urls.Topic(topic));
        Assert.Equal("Kata-katanya tidak ada lagi", page.QuerySelector(".fate .ds-tag")!.TextContent);
        Assert.Contains("Tulisan yang tetap.", page.QuerySelector("#post-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_a_version_that_is_no_longer_the_newest_is_refused()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-IKUT-D");
        var topic = await host.APassageAsync(consultation, Age);
        await host.ANextVersionAsync(consultation, $"{Study}\n\n{Work}");
        var official = await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat));
        await official.GetAsync(Urls.PlacePassage(consultation, (await host.PassageOfAsync(topic)).Id));
        await host.ANextVersionAsync(consultation, $"{Work}\n\n{Study}");
        await official.SubmitAsync("main form", ("Sentence", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Equal(Fate.Undecided, (await host.PassageOfAsync(topic)).Fate);
    }

    [Fact]
    public async Task Watchers_of_the_discussions_are_sent_the_new_text()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-IKUT-E");
        var topic = await host.APassageAsync(consultation, Age);
        var about = await host.TopicOfAsync(consultation, "K-2");
        var before = new Dictionary<long, long>();
        foreach (var t in new[] { topic, about }) before[t.Id] = long.Parse((await host.SeeAsync(Urls.Topic(t))).QuerySelector("[data-live-stream]")!.GetAttribute("data-live-number")!, System.Globalization.CultureInfo.InvariantCulture);
        await host.ANextVersionAsync(consultation, $"{Study}\n\n{Older} {Work}");
        foreach (var (id, number) in before)
        {
            using var answer = await host.AVisitor().Http.GetAsync(new Uri($"/live/{Streams.Topic(id)}?after={number}", UriKind.Relative));
            Assert.Contains("40 tahun", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
