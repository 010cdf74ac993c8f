using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform.Language;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Platform.Wording;

/// <summary>
/// What a decision owes to whom it concerns and to the public: measure, scope, rule, reason, source, whether a
/// machine had a part, who decided, until when, and how to object. One list for the log, the notice and the
/// letter, so that none can leave out what another says. It names neither the author nor the moderator.
/// </summary>
public static class StatementOfReasons
{
    /// <param name="topic">The topic of the post, or the topic itself; null when the decision is about an account.</param>
    /// <param name="site">The site's public address, for the letter to say where to appeal; empty on the site itself.</param>
    public static IReadOnlyList<(string Label, string Text)> Of(Decision decision, Topic? topic, int? postNumber, string site = "")
    {
        var article = decision.Article;
        var lines = new List<(string, string)>
        {
            (T("Tindakan", "Measure"), decision.Measure.Words()),
            (T("Cakupan", "Scope"), Scope(topic, postNumber)),
            (T("Pasal tata tertib", "Article of the rules"), $"{article.Code} {article.Title()}. {article.Text()} ({T($"tata tertib versi {decision.RulesVersion}", $"rules version {decision.RulesVersion}")})"),
            (T("Fakta dan alasan", "Facts and reasons"), decision.Reason),
            (T("Asal pemeriksaan", "Set off by"), Source(decision)),
            (T("Cara memutus", "How it was decided"), T("Dibaca dan diputus oleh orang; tanpa putusan otomatis.", "Read and decided by a person; no automated decision.")),
            (T("Diputus oleh", "Decided by"), ModerationWords.Signature(decision)),
            (T("Berlaku sejak", "In force since"), Wib.Full(decision.At)),
        };
        if (decision.Measure == Measure.Hide) lines.Insert(4, (T("Kritik terhadap pejabat atau kantor", "Criticism of an official or office"), Criticism(decision)));
        if (decision.Until is { } until) lines.Add((T("Berlaku sampai", "In force until"), Wib.Full(until)));
        if (decision.IsRestricting) lines.Add((T("Keberatan", "Objection"), Objection(decision, site)));
        return lines;
    }

    private static string Scope(Topic? topic, int? postNumber) => (topic, postNumber) switch
    {
        (null, _) => T("Satu akun: tidak dapat menulis, mendukung, melapor, dan memberi suara; tetap dapat masuk dan membaca.", "One account: it cannot post, support, flag or vote; it can still sign in and read."),
        ({ } t, null) => T($"Topik “{t.Title}”", $"Topic “{t.Title}”"),
        ({ } t, { } number) => T($"Kiriman no. {number} dalam topik “{t.Title}”", $"Post no. {number} in the topic “{t.Title}”"),
    };

    private static string Criticism(Decision decision) => (decision.Criticised, decision.SecondId) switch
    {
        (null, _) => T("Tidak, menurut pernyataan moderator.", "No, as the moderator declares."),
        ({ } office, null) => T($"Ya, {ModerationWords.Criticised(office)}; disembunyikan seketika karena memuat data pribadi.", $"Yes, {ModerationWords.Criticised(office)}; hidden at once for the personal data in it."),
        ({ } office, _) => T($"Ya, {ModerationWords.Criticised(office)}; karena itu diputus dua moderator.", $"Yes, {ModerationWords.Criticised(office)}; therefore decided by two moderators."),
    };

    private static string Source(Decision decision) => decision.Source switch
    {
        DecisionSource.Report when decision.FlagCount > 0 => T($"Laporan pembaca ({decision.FlagCount:N0} laporan)", $"Readers' flags ({decision.FlagCount:N0})"),
        DecisionSource.Order => T($"Perintah lembaga negara, surat nomor {decision.OrderNumber}", $"Order of a state body, letter number {decision.OrderNumber}"),
        var source => source.Words(),
    };

    private static string Objection(Decision decision, string site) => T(
        $"Yang dikenai putusan, dan pembaca mana pun, dapat mengajukan banding sampai {Wib.Full(decision.AppealUntil)} di {site}{Urls.Appeal(decision.Id)}. Moderator lain daripada yang memutus menjawabnya paling lama {Appeal.DaysToDecide} hari kerja; bila ditolak, penilai dari lembaga independen yang memutus terakhir.",
        $"Whoever the decision concerns, and any reader, may appeal until {Wib.Full(decision.AppealUntil)} at {site}{Urls.Appeal(decision.Id)}. A moderator other than the one who decided answers within {Appeal.DaysToDecide} working days; if it is rejected, an evaluator of the independent institution has the last word.");
}
