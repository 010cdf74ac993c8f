using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Tests.Features.Passages.GivenPassages;

namespace Bungo.Forum.Web.Tests.Features.Passages;

public class CommentOnWordsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_member_chooses_a_sentence_from_the_list_and_their_input_stands_beside_it()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-A");
        var about = await host.TopicOfAsync(consultation, "K-2");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.Topic(about));
        await visitor.FollowAsync(".wording a.ds-button");
        Assert.Equal([Study, Age, Work], visitor.Page.QuerySelectorAll("[name=Sentence] ~ span").Take(3).Select(s => s.TextContent));
        await visitor.SubmitAsync("main form", ("Sentence", "2"), ("Body", "Batas usia **terlalu rendah**."), ("Stance", "Oppose"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(Age, visitor.Page.QuerySelector(".wording mark.here")!.TextContent);
        Assert.Equal("terlalu rendah", visitor.Page.QuerySelector("#post-1 .body strong")!.TextContent);
        Assert.NotNull(visitor.Page.QuerySelector("#post-1 [data-stance=oppose]"));

        var there = visitor.Path.Split('#')[0];
        var page = await host.SeeAsync(Urls.Topic(about));
        Assert.Equal(Age, page.QuerySelector(".wording mark")!.TextContent);
        Assert.Equal("1", page.QuerySelector(".wording .pin")!.ChildNodes.OfType<AngleSharp.Dom.IText>().Single().TextContent);
        Assert.StartsWith(page.QuerySelector(".wording .pin")!.GetAttribute("href")!, there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_act_commits_to_the_words_as_the_web_annotation_model_writes_them()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-B");
        var topic = await host.APassageAsync(consultation, "35 tahun");
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == topic.ObjectId));
        Assert.Equal("utas.buat", act.Kind);
        var leaf = Encoding.UTF8.GetString(act.Leaf);
        Assert.Contains("\"kriteria\":\"k-2\"", leaf, StringComparison.Ordinal);
        Assert.DoesNotContain("35 tahun", leaf, StringComparison.Ordinal);
        var opening = await host.WithDbAsync(db => db.ActOpenings.SingleAsync(o => o.ActId == act.ActId && o.Label == "lampiran"));
        var anchor = JsonNode.Parse(opening.Content!)!;
        Assert.Equal(("K-2", 1), ((string?)anchor["criterion"], (int)anchor["version"]!));
        Assert.Equal("TextQuoteSelector", (string?)anchor["selector"]!["type"]);
        Assert.Equal("35 tahun", (string?)anchor["selector"]!["exact"]);
        Assert.EndsWith("Usia paling tinggi ", (string?)anchor["selector"]!["prefix"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_chosen_again_are_the_same_discussion_and_the_count_says_two()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-C");
        var first = await host.APassageAsync(consultation, "35 tahun");
        var second = await host.APassageAsync(consultation, "35 tahun", "Saya juga keberatan.");
        Assert.Equal(first.Id, second.Id);
        var page = await host.SeeAsync(Urls.Topic(await host.TopicOfAsync(consultation, "K-2")));
        Assert.Equal("2", page.QuerySelector(".wording .pin")!.ChildNodes.OfType<AngleSharp.Dom.IText>().Single().TextContent);
    }

    [Fact]
    public async Task Passages_may_lie_within_one_another_and_over_paragraphs()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-D");
        var about = await host.TopicOfAsync(consultation, "K-2");
        await host.APassageAsync(consultation, Age);
        await host.APassageAsync(consultation, "35 tahun");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync($"{Urls.CommentOnWords(about.Id, about.Slug)}?kata={Uri.EscapeDataString("pendaftaran.\n\nPengalaman kerja")}&sebelum=saat+&sesudah=+paling");
        Assert.Equal("pendaftaran.\n\nPengalaman kerja", visitor.Page.QuerySelector("#Words")!.TextContent);
        await visitor.SubmitAsync("main form", ("Body", "Dua hal."));
        Assert.Equal(["pendaftaran.", "Pengalaman kerja"], visitor.Page.QuerySelectorAll(".wording mark.here").Select(m => m.TextContent));
        Assert.Equal([$"{Study} {Age}", Work], visitor.Page.QuerySelectorAll(".wording p.text").Select(p => string.Concat(p.ChildNodes.Where(n => n is not AngleSharp.Dom.IElement { ClassName: "pin" }).Select(n => n.TextContent))));
    }

    [Theory]
    [InlineData("tidak tertulis", "tidak ada dalam teks")]
    [InlineData("paling", "beberapa tempat")]
    [InlineData("", "Pilih dulu satu kalimat")]
    public async Task Words_that_are_not_there_once_are_refused_and_nothing_typed_is_lost(string words, string told)
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-E" + words.Length);
        var about = await host.TopicOfAsync(consultation, "K-2");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.CommentOnWords(about.Id, about.Slug));
        await visitor.SubmitAsync("main form", ("Sentence", WordsChoice.OtherWords), ("Words", words), ("Body", "Tetap ada."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(told, visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tetap ada.", visitor.Page.QuerySelector("#Body")!.TextContent);
        Assert.Equal(0, await host.WithDbAsync(db => db.Passages.CountAsync(p => p.ConsultationId == consultation.Id)));
    }

    [Fact]
    public async Task A_version_that_comes_between_choosing_and_sending_asks_to_choose_again()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-F");
        var about = await host.TopicOfAsync(consultation, "K-2");
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.CommentOnWords(about.Id, about.Slug));
        await host.ANextVersionAsync(consultation, $"{Age} {Study}");
        await visitor.SubmitAsync("main form", ("Sentence", "2"), ("Body", "Tetap ada."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector("[name=Sentence][checked]"));
        Assert.Equal("Tetap ada.", visitor.Page.QuerySelector("#Body")!.TextContent);
        await visitor.SubmitAsync("main form", ("Sentence", "1"));
        Assert.Equal(Age, visitor.Page.QuerySelector(".wording mark.here")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_the_consultation_counts_it_and_shows_one_card_for_the_criterion()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-G");
        await host.APassageAsync(consultation, Age);
        var page = await host.SeeAsync(Urls.Consultation(consultation));
        Assert.Equal(["criterion-K-1", "criterion-K-2", "criterion-K-3"], page.QuerySelectorAll("#criteria > article").Select(c => c.Id));
        Assert.Empty(page.QuerySelectorAll("#topics > li"));
        Assert.Equal("1", page.QuerySelector(".figures dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_locked_discussion_of_the_criterion_takes_no_comments_on_its_words_either()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-H");
        var about = await host.TopicOfAsync(consultation, "K-2");
        var moderator = await host.AVisitorAsync(await host.AnAccountAsync(Domain.Accounts.Role.Moderator));
        await moderator.GetAsync(Urls.DecideTopic(about.Id));
        await moderator.SubmitAsync("main form[method=post] button[value=kunci]", ("Rule", "T-4"), ("Reason", "Perlu jeda."), ("Source", "Proactive"));
        Assert.True(await host.WithDbAsync(db => db.Topics.AnyAsync(t => t.Id == about.Id && t.Lock != null)));
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync(Urls.CommentOnWords(about.Id, about.Slug));
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.Contains("dikunci", visitor.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_members_who_choose_the_same_words_at_once_open_one_discussion()
    {
        var consultation = await host.AConsultationWithSentencesAsync("PPPK-2026-BAGIAN-I");
        var about = await host.TopicOfAsync(consultation, "K-2");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.APassageAsync(consultation, "35 tahun")));
        var topic = await host.WithDbAsync(db => db.Topics.SingleAsync(t => t.PartOfId == about.Id));
        Assert.Equal(20, topic.LastNumber);
    }
}
