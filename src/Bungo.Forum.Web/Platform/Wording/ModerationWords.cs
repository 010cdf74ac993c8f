using Bungo.Forum.Domain.Moderation;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Platform.Wording;

/// <summary>
/// Moderation in words. The log, the notice on the author's page and the letter must say the same thing, and
/// they belong to features that may not know each other.
/// </summary>
public static class ModerationWords
{
    public static string Words(this Measure measure) => measure switch
    {
        Measure.Hide => T("Kiriman disembunyikan", "Post hidden"),
        Measure.Restore => T("Kiriman dipulihkan", "Post restored"),
        Measure.Lock => T("Topik dikunci", "Topic locked"),
        Measure.Unlock => T("Topik dibuka kembali", "Topic unlocked"),
        Measure.Suspend => T("Akun ditangguhkan", "Account suspended"),
        Measure.LiftSuspension => T("Penangguhan akun dicabut", "Suspension lifted"),
        _ => T("Tidak melanggar; tanpa tindakan", "No breach; no measure"),
    };

    public static string Words(this DecisionSource source) => source switch
    {
        DecisionSource.Report => T("Laporan pembaca", "Readers' flags"),
        DecisionSource.Order => T("Perintah lembaga negara", "Order of a state body"),
        DecisionSource.Appeal => T("Banding yang dikabulkan", "An appeal that was granted"),
        _ => T("Pemeriksaan moderator sendiri", "The moderator's own reading"),
    };

    public static string Words(this AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.Granted => T("Banding dikabulkan", "Appeal granted"),
        _ => T("Banding ditolak", "Appeal rejected"),
    };

    public static string Words(this ReviewVerdict verdict) => verdict == ReviewVerdict.Agree ? T("Tepat", "Right") : T("Keliru", "Wrong");

    /// <summary>Who ruled, or is to rule, at a stage.</summary>
    public static string Stage(int level) => level == Appeal.Second
        ? T("Tingkat kedua: penilai lembaga independen", "Second stage: evaluator of the independent institution")
        : T("Tingkat pertama: moderator lain", "First stage: another moderator");

    /// <summary>An official or office that has no account here.</summary>
    public const string AnotherOffice = "lain";

    public static string Criticised(string office) => office == AnotherOffice ? T("kantor atau pejabat lain", "another office or official") : office;

    public static string Signature(Decision decision) => decision.SecondId is null
        ? Signature(decision.ByEvaluator, decision.Office)
        : T($"Dua moderator: {decision.Office ?? "forum"} dan {decision.SecondOffice ?? "forum"}", $"Two moderators: {decision.Office ?? "forum"} and {decision.SecondOffice ?? "forum"}");

    /// <summary>Who a decision or ruling is signed by: the office, never the person.</summary>
    public static string Signature(bool byEvaluator, string? office) => (byEvaluator, office) switch
    {
        (true, { } lembaga) => T($"Penilai, {lembaga}", $"Evaluator, {lembaga}"),
        (true, null) => T("Penilai", "Evaluator"),
        (false, { } unit) => T($"Moderator, {unit}", $"Moderator, {unit}"),
        _ => T("Moderator forum", "Moderator of the forum"),
    };

    public static string Words(this FlagReason reason) => reason switch
    {
        FlagReason.OffTopic => T("Di luar pokok bahasan", "Off topic"),
        FlagReason.Insult => T("Menghina, mengancam, atau mengganggu orang", "Insults, threatens or harasses a person"),
        FlagReason.Hatred => T("Menyebar kebencian (SARA)", "Spreads hatred"),
        FlagReason.PersonalData => T("Memuat data pribadi", "Contains personal data"),
        FlagReason.Accusation => T("Menuduh orang; seharusnya lewat saluran pengaduan", "Accuses a person; belongs to a complaints channel"),
        FlagReason.Spam => T("Iklan, calo, atau kiriman berulang", "Advertising, brokers or repeated posts"),
        FlagReason.Deception => T("Menyamar atau memakai beberapa akun", "Poses as somebody else or uses several accounts"),
        FlagReason.Unlawful => T("Isinya dilarang undang-undang", "Content the law forbids"),
        _ => T("Lainnya, saya jelaskan", "Other, as I explain"),
    };

    public static string Title(this Article article) => T(article.TitleId, article.TitleEn);

    public static string Text(this Article article) => T(article.TextId, article.TextEn);
}
