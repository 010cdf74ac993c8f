using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Answers;

public class AnswerTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Reason = "Usulan ini kami terima: slip honor diterima sebagai bukti.";

    [Fact]
    public async Task One_answer_serves_several_inputs_and_each_author_and_the_public_learn_of_it()
    {
        var (consultation, topic) = await AConsultationAsync();
        var rahmi = await host.AnAccountAsync(name: "Rahmi A.");
        var first = await host.APostAsync(topic, rahmi, "Mohon slip honor diterima.");
        var second = await host.APostAsync(topic, body: "Slip honor juga bukti kerja.");
        var other = await host.APostAsync(topic, body: "Jadwalnya kapan?");
        using var official = await OfficialAsync("Hendra Saputra");
        await OpenAsync(official, consultation, "?kata=slip");
        Assert.Equal(2, official.Page.QuerySelectorAll("input[name=input]").Length);
        await AnswerAsync(official, [first, second], "diterima");
        Assert.Contains("2 masukan ditanggapi", official.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        using var reader = host.AVisitor();
        await reader.GetAsync(Urls.Topic(topic));
        Assert.All([first, second], p => Assert.Contains("Diterima", reader.Page.QuerySelector($"#post-{p.Number}")!.TextContent, StringComparison.Ordinal));
        await reader.FollowAsync($"#post-{first.Number} a[href^='/tanggapan/']:not(.own)");
        Assert.All(["Diterima", Reason, "Hendra Saputra", "Mohon slip honor diterima."], part => Assert.Contains(part, reader.Page.Body!.TextContent, StringComparison.Ordinal));
        await reader.GetAsync(Urls.Answers(consultation));
        var waiting = reader.Page.QuerySelector("main .list")!.TextContent;
        Assert.Contains("Jadwalnya kapan?", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("slip", waiting, StringComparison.OrdinalIgnoreCase);
        await reader.GetAsync(Urls.Answers(consultation) + "?hasil=diterima");
        Assert.Equal(2, reader.Page.QuerySelectorAll("main .list > li").Length);

        var mail = await host.WithDbAsync(db => db.Users.Where(u => u.Id == rahmi.Id).Select(u => u.Email).SingleAsync());
        var letter = await host.WithDbAsync(db => db.Letters.SingleAsync(l => l.To == mail));
        Assert.All(["Diterima", Reason, "Hendra Saputra"], part => Assert.Contains(part, letter.Text, StringComparison.Ordinal));
        Assert.False(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == other.Id).Select(p => p.IsAnswered).SingleAsync()));
        Assert.Equal(2, await host.WithDbAsync(db => db.Topics.Where(t => t.Id == topic.Id).Select(t => t.AnsweredCount).SingleAsync()));
    }

    [Fact]
    public async Task The_ledger_has_an_act_for_each_input_with_the_digest_of_the_answer_everybody_can_fetch()
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic, body: "Mohon dijelaskan.");
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await AnswerAsync(official, [input], "sudah-tercakup");
        var answered = await host.WithDbAsync(db => db.AnsweredInputs.SingleAsync(a => a.InputId == input.Id));
        var leaf = Encoding.UTF8.GetString(await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == answered.ObjectId).Select(a => a.Leaf).SingleAsync()));
        var bytes = await official.Http.GetByteArrayAsync(new Uri($"/tanggapan/{answered.AnswerId}.md", UriKind.Relative));
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.All(["jawab.terbit", "sudah-tercakup", digest, LedgerId.Of(input.ObjectId)], part => Assert.Contains(part, leaf, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_author_says_once_that_it_is_no_answer_and_the_office_answers_again()
    {
        var (consultation, topic) = await AConsultationAsync();
        var author = await host.AnAccountAsync();
        var input = await host.APostAsync(topic, author, "Mengapa dua tahun?");
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await AnswerAsync(official, [input], "tidak-diterima");
        await OpenAsync(official, consultation);
        Assert.Null(official.Page.QuerySelector($"input[name=input][value='{input.Id}']"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        using var rahmi = await host.AVisitorAsync(author);
        await rahmi.GetAsync(Urls.Topic(topic));
        await rahmi.FollowAsync($"#post-{input.Number} a.own[href^='/tanggapan/keberatan/']");
        await rahmi.SubmitAsync("main form[method=post]");
        Assert.Contains("kantor wajib menanggapi lagi", rahmi.Page.QuerySelector($"#post-{input.Number}")!.TextContent, StringComparison.Ordinal);
        await rahmi.GetAsync(Urls.ObjectTo(input.Id));
        Assert.Null(rahmi.Page.QuerySelector("main form[method=post]"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await OpenAsync(official, consultation);
        Assert.NotNull(official.Page.QuerySelector($"input[name=input][value='{input.Id}']"));
        await AnswerAsync(official, [input], "diterima-sebagian");
        Assert.Equal([1, 2], await host.WithDbAsync(db => db.AnsweredInputs.Where(a => a.InputId == input.Id).OrderBy(a => a.Turn).Select(a => a.Turn).ToListAsync()));
        Assert.Single(await host.WithDbAsync(db => db.AnsweredInputs.Where(a => a.InputId == input.Id).Select(a => a.ObjectId).Distinct().ToListAsync()));
        await OpenAsync(official, consultation);
        Assert.Null(official.Page.QuerySelector($"input[name=input][value='{input.Id}']"));
    }

    [Fact]
    public async Task A_duplicate_names_the_other_input_by_the_address_people_copy()
    {
        var (consultation, topic) = await AConsultationAsync();
        var same = await host.APostAsync(topic, body: "Yang pertama berkata begini.");
        var input = await host.APostAsync(topic, body: "Saya juga berkata begini.");
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await AnswerAsync(official, [input], "ganda");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Contains("tempel tautan", official.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await AnswerAsync(official, [input], "ganda", "https://forum.example.id/diskusi/999999/1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        await AnswerAsync(official, [input], "ganda", "https://forum.example.id" + Urls.Post(topic, same.Number));
        Assert.Equal(HttpStatusCode.OK, official.Status);
        using var reader = host.AVisitor();
        await reader.GetAsync(Urls.Answer(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == input.Id).Select(p => p.AnswerId!.Value).SingleAsync())));
        Assert.NotNull(reader.Page.QuerySelector($".notice a[href='{Urls.Post(topic, same.Number)}']"));
    }

    [Theory]
    [InlineData("", Reason, true, "Pilih hasilnya")]
    [InlineData("diterima", "pendek", true, "Tulis alasannya")]
    [InlineData("diterima", Reason, false, "Pilih paling sedikit satu")]
    public async Task What_is_missing_is_named_and_all_that_was_typed_and_chosen_stays(string outcome, string reason, bool chosen, string told)
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic);
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await official.SubmitAsync(Form, [("Form.Outcome", outcome), ("Form.Reason", reason), .. chosen ? [("input", $"{input.Id}")] : Array.Empty<(string, string)>()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        Assert.Contains(told, official.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reason, official.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(chosen, ((IHtmlInputElement)official.Page.QuerySelector($"input[name=input][value='{input.Id}']")!).IsChecked);
        Assert.Null(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == input.Id).Select(p => p.AnswerId).SingleAsync()));
    }

    [Fact]
    public async Task What_changed_since_the_list_was_opened_is_not_answered_over_it()
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic);
        using var late = await OfficialAsync();
        await OpenAsync(late, consultation);
        using (var quick = await OfficialAsync())
        {
            await OpenAsync(quick, consultation);
            await AnswerAsync(quick, [input], "diterima");
        }

        await AnswerAsync(late, [input], "tidak-diterima");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("sejak halaman ini dibuka", late.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Reason, late.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(1, await host.WithDbAsync(db => db.AnsweredInputs.CountAsync(a => a.InputId == input.Id)));
    }

    [Fact]
    public async Task Ten_officials_at_once_give_an_input_one_answer()
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic);
        var officials = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OfficialAsync()));
        foreach (var official in officials) await OpenAsync(official, consultation);
        await Task.WhenAll(officials.Select(o => AnswerAsync(o, [input], "diterima")));
        Assert.Single(officials, o => o.Status == HttpStatusCode.OK);
        Assert.Equal(1, await host.WithDbAsync(db => db.AnsweredInputs.CountAsync(a => a.InputId == input.Id)));
        foreach (var official in officials) official.Dispose();
    }

    [Fact]
    public async Task Replies_official_posts_and_other_consultations_inputs_cannot_be_answered()
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic);
        var reply = await host.APostAsync(topic, parent: input);
        var hidden = await host.APostAsync(topic);
        await host.HideAsync(hidden);
        var elsewhere = await host.APostAsync((await AConsultationAsync()).Topic);
        using var official = await OfficialAsync();
        foreach (var wrong in new[] { reply, hidden, elsewhere })
        {
            await OpenAsync(official, consultation);
            await AnswerAsync(official, [wrong], "diterima");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, official.Status);
        }

        Assert.Equal(0, await host.WithDbAsync(db => db.AnsweredInputs.CountAsync(a => a.Input!.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Nobody_objects_for_another()
    {
        var (consultation, topic) = await AConsultationAsync();
        var input = await host.APostAsync(topic);
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await AnswerAsync(official, [input], "diterima");
        using var stranger = await host.AVisitorAsync(await host.AnAccountAsync());
        await stranger.GetAsync(Urls.ObjectTo(input.Id));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    [Fact]
    public async Task A_term_that_passed_is_told_to_everybody()
    {
        var (consultation, topic) = await AConsultationAsync();
        await host.APostAsync(topic, body: "Sudah lama menunggu.");
        using var reader = host.AVisitor();
        Assert.Equal("0", Overdue(await reader.GetAsync(Urls.Answers(consultation))));
        await host.AdvanceAsync(TimeSpan.FromDays(16));
        Assert.Equal("1", Overdue(await reader.GetAsync(Urls.Answers(consultation) + "?x=1")));
        Assert.Contains("lewat batas", reader.Page.QuerySelector("main .list")!.TextContent, StringComparison.Ordinal);

        static string Overdue(IHtmlDocument page) => page.QuerySelector(".figures div:last-child dd")!.TextContent.Trim();
    }

    [Fact]
    public async Task An_example_begins_the_reason_and_takes_nothing_that_is_typed()
    {
        var (consultation, topic) = await AConsultationAsync();
        await host.APostAsync(topic);
        using var official = await OfficialAsync();
        await OpenAsync(official, consultation);
        await official.SubmitAsync(Form + " button[value=awali]", ("Form.Outcome", "di-luar-kewenangan"), ("Form.Reason", ""));
        Assert.StartsWith("Hal ini bukan kewenangan kabupaten", official.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await official.SubmitAsync(Form + " button[value=awali]", ("Form.Outcome", "diterima"), ("Form.Reason", "Kalimat saya sendiri."));
        Assert.Equal("Kalimat saya sendiri.", official.Page.QuerySelector("textarea")!.TextContent);
    }

    private const string Form = "main form[method=post]";

    private async Task<(Consultation Consultation, Topic Topic)> AConsultationAsync()
    {
        var consultation = await host.AConsultationAsync("PPPK-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant());
        return (consultation, await host.TopicOfAsync(consultation, "K-1"));
    }

    private async Task<Visitor> OfficialAsync(string? name = null) => await host.AVisitorAsync(await host.AnAccountAsync(Role.Pejabat, name));

    private static Task<IHtmlDocument> OpenAsync(Visitor official, Consultation consultation, string query = "") => official.GetAsync(Urls.GiveAnswers(consultation) + query);

    private static Task<IHtmlDocument> AnswerAsync(Visitor official, Post[] inputs, string outcome, string same = "") => official.SubmitAsync(
        Form, [("Form.Outcome", outcome), ("Form.Reason", Reason), ("Form.SameInput", same), .. inputs.Select(i => ("input", $"{i.Id}"))]);
}
