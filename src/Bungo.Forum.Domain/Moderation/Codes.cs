namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// The Indonesian words by which the public log, the ledger and addresses name the members of an enum. They
/// are published and therefore never change; the members' own names may.
/// </summary>
public static class Codes
{
    private static readonly CodeTable<Measure> Measures = new(
        (Measure.None, "tanpa-tindakan"), (Measure.Hide, "sembunyikan"), (Measure.Restore, "pulihkan"),
        (Measure.Lock, "kunci"), (Measure.Unlock, "buka-kunci"),
        (Measure.Suspend, "tangguhkan"), (Measure.LiftSuspension, "cabut-penangguhan"));

    private static readonly CodeTable<DecisionSource> Sources = new(
        (DecisionSource.Report, "laporan"), (DecisionSource.Proactive, "proaktif"), (DecisionSource.Order, "perintah"));

    private static readonly CodeTable<FlagReason> Reasons = new(
        (FlagReason.OffTopic, "di-luar-topik"), (FlagReason.Insult, "menghina"), (FlagReason.Hatred, "kebencian"),
        (FlagReason.PersonalData, "data-pribadi"), (FlagReason.Accusation, "tuduhan"), (FlagReason.Spam, "spam"),
        (FlagReason.Deception, "menyamar"), (FlagReason.Unlawful, "melanggar-hukum"), (FlagReason.Other, "lainnya"));

    public static string Code(this Measure measure) => Measures.Of(measure);

    public static string Code(this DecisionSource source) => Sources.Of(source);

    public static string Code(this FlagReason reason) => Reasons.Of(reason);

    /// <summary>What kind of thing the measure is taken on.</summary>
    public static string Scope(this Measure measure) => measure switch
    {
        Measure.Lock or Measure.Unlock => "topik",
        Measure.Suspend or Measure.LiftSuspension => "akun",
        _ => "kiriman",
    };

    public static Measure? ParseMeasure(string? code) => Measures.Find(code);

    public static FlagReason? ParseReason(string? code) => Reasons.Find(code);
}
