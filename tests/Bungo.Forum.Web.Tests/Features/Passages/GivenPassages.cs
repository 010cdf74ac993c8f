using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Consultations;
using Bungo.Forum.Web.Tests.Features.Recruitment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bungo.Forum.Web.Tests.Features.Passages;

internal static class GivenPassages
{
    public const string Study = "Pendidikan paling rendah diploma tiga kebidanan.";
    public const string Age = "Usia paling tinggi 35 tahun pada saat pendaftaran.";
    public const string Older = "Usia paling tinggi 40 tahun pada saat pendaftaran.";
    public const string Work = "Pengalaman kerja paling singkat dua tahun di puskesmas.";

    /// <summary>A consultation whose K-2 has three sentences in two paragraphs.</summary>
    public static async Task<Consultation> AConsultationWithSentencesAsync(this ForumHost host, string code)
    {
        await host.ImportAsync(Document(code, 1, $"{Study} {Age}\n\n{Work}"));
        return await host.AConsultationOfAsync(code, host.OpenNow(), "Kriteria PPPK");
    }

    /// <summary>A newer version comes from the recruitment core and is presented; null takes K-2 out of it.</summary>
    public static async Task ANextVersionAsync(this ForumHost host, Consultation consultation, string? text)
    {
        var round = await host.WithDbAsync(db => db.Rounds.SingleAsync(r => r.Id == consultation.RoundId));
        await host.ImportAsync(Document(round.Code, round.LastCriteria + 1, text));
        var official = await host.AnAccountAsync(Role.Pejabat);
        await host.WithAsync<IServiceProvider, bool>(async services =>
        {
            var by = await services.GetRequiredService<ForumDb>().Accounts.SingleAsync(a => a.Id == official.Id);
            return (await services.GetRequiredService<ConsultationOpening>().PresentNewestAsync(by, consultation.Id, default)).Value;
        });
    }

    /// <summary>A member comments on these words of K-2, by the form.</summary>
    public static async Task<Topic> APassageAsync(this ForumHost host, Consultation consultation, string words, string body = "Mohon dipertimbangkan.")
    {
        var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        var about = await host.TopicOfAsync(consultation, "K-2");
        await visitor.GetAsync(Urls.CommentOnWords(about.Id, about.Slug));
        await visitor.SubmitAsync("main form", ("Sentence", WordsChoice.OtherWords), ("Words", words), ("Body", body));
        Assert.True(visitor.Response.IsSuccessStatusCode, visitor.Page.QuerySelector(".error-summary")?.TextContent);
        return await host.WithDbAsync(db => db.Topics.SingleAsync(t => t.ConsultationId == consultation.Id && t.PartOfId == about.Id && t.Title == $"“{words}”"));
    }

    /// <summary>The page as it is now, to a member: the one kept for the anonymous goes a moment after the commit.</summary>
    public static async Task<AngleSharp.Html.Dom.IHtmlDocument> SeeAsync(this ForumHost host, string address)
    {
        using var reader = await host.AVisitorAsync(await host.AnAccountAsync());
        return await reader.GetAsync(address);
    }

    public static Task<Passage> PassageOfAsync(this ForumHost host, Topic topic) => host.WithDbAsync(db => db.Passages.SingleAsync(p => p.TopicId == topic.Id));

    private static System.Text.Json.Nodes.JsonObject Document(string code, int version, string? text)
    {
        var document = RoundDocument.Sound(code, version);
        if (text is not null)
        {
            document.Items()[1]!["text"] = text;
            return document;
        }

        document.Items().RemoveAt(1);
        // Weights sum to 100 still.
        document.Items()[1]!["weight"] = 100;
        return document;
    }
}
