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
    /// <param name="contact">Mail address that takes objections.</param>
    public static IReadOnlyList<(string Label, string Text)> Of(Decision decision, Topic? topic, int? postNumber, string contact)
    {
        var article = decision.Article;
        var lines = new List<(string, string)>
        {
            (T("Tindakan", "Measure"), decision.Measure.Words()),
            (T("Cakupan", "Scope"), Scope(topic, postNumber)),
            (T("Pasal tata tertib", "Article of the rules"), $"{article.Code} {article.Title()}. {article.Text()}"),
            (T("Alasan", "Reason"), decision.Reason),
            (T("Asal pemeriksaan", "Set off by"), Source(decision)),
            (T("Cara memutus", "How it was decided"), T("Dibaca dan diputus oleh orang; tanpa putusan otomatis.", "Read and decided by a person; no automated decision.")),
            (T("Diputus oleh", "Decided by"), decision.Office is { } office ? T($"Moderator, {office}", $"Moderator, {office}") : T("Moderator forum", "Moderator of the forum")),
            (T("Berlaku sejak", "In force since"), Wib.Full(decision.At)),
        };
        if (decision.Until is { } until) lines.Add((T("Berlaku sampai", "In force until"), Wib.Full(until)));
        lines.Add((T("Keberatan", "Objection"), Objection(decision, contact)));
        return lines;
    }

    private static string Scope(Topic? topic, int? postNumber) => (topic, postNumber) switch
    {
        (null, _) => T("Satu akun: tidak dapat menulis, mendukung, melapor, dan memberi suara; tetap dapat masuk dan membaca.", "One account: it cannot post, support, flag or vote; it can still sign in and read."),
        ({ } t, null) => T($"Topik “{t.Title}”", $"Topic “{t.Title}”"),
        ({ } t, { } number) => T($"Kiriman no. {number} dalam topik “{t.Title}”", $"Post no. {number} in the topic “{t.Title}”"),
    };

    private static string Source(Decision decision) => decision.Source switch
    {
        DecisionSource.Report when decision.FlagCount > 0 => T($"Laporan pembaca ({decision.FlagCount:N0} laporan)", $"Readers' flags ({decision.FlagCount:N0})"),
        DecisionSource.Order => T($"Perintah lembaga negara, surat nomor {decision.OrderNumber}", $"Order of a state body, letter number {decision.OrderNumber}"),
        var source => source.Words(),
    };

    private static string Objection(Decision decision, string contact) => T(
        $"Yang dikenai putusan dapat menyatakan keberatan sampai {Wib.Full(decision.AppealUntil)} melalui surel ke {contact} dengan menyebut putusan no. {decision.Id}. Keberatan diperiksa oleh orang lain daripada yang memutus, paling lama 7 hari kerja.",
        $"Whoever the decision concerns may object until {Wib.Full(decision.AppealUntil)} by mail to {contact}, naming decision no. {decision.Id}. Somebody other than the one who decided examines the objection within 7 working days.");
}
