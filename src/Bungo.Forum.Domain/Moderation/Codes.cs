using System.Collections.Frozen;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// The Indonesian words by which the public log, the ledger and addresses name the members of an enum. They
/// are published and therefore never change; the members' own names may.
/// </summary>
public static class Codes
{
    private static readonly Table<Measure> Measures = new(
        (Measure.None, "tanpa-tindakan"), (Measure.Hide, "sembunyikan"), (Measure.Restore, "pulihkan"),
        (Measure.Lock, "kunci"), (Measure.Unlock, "buka-kunci"),
        (Measure.Suspend, "tangguhkan"), (Measure.LiftSuspension, "cabut-penangguhan"));

    private static readonly Table<DecisionSource> Sources = new(
        (DecisionSource.Report, "laporan"), (DecisionSource.Proactive, "proaktif"), (DecisionSource.Order, "perintah"),
        (DecisionSource.Appeal, "banding"));

    private static readonly Table<AppealOutcome> Outcomes = new((AppealOutcome.Granted, "dikabulkan"), (AppealOutcome.Rejected, "ditolak"));

    private static readonly Table<FlagReason> Reasons = new(
        (FlagReason.OffTopic, "di-luar-topik"), (FlagReason.Insult, "menghina"), (FlagReason.Hatred, "kebencian"),
        (FlagReason.PersonalData, "data-pribadi"), (FlagReason.Accusation, "tuduhan"), (FlagReason.Spam, "spam"),
        (FlagReason.Deception, "menyamar"), (FlagReason.Unlawful, "melanggar-hukum"), (FlagReason.Other, "lainnya"));

    public static string Code(this Measure measure) => Measures.Of(measure);

    public static string Code(this DecisionSource source) => Sources.Of(source);

    private static readonly Table<ReviewVerdict> Verdicts = new((ReviewVerdict.Agree, "tepat"), (ReviewVerdict.Error, "keliru"));

    public static string Code(this ReviewVerdict verdict) => Verdicts.Of(verdict);

    public static string Code(this AppealOutcome outcome) => Outcomes.Of(outcome);

    public static string Code(this FlagReason reason) => Reasons.Of(reason);

    /// <summary>What kind of thing the measure is taken on.</summary>
    public static string Scope(this Measure measure) => measure switch
    {
        Measure.Lock or Measure.Unlock => "topik",
        Measure.Suspend or Measure.LiftSuspension => "akun",
        _ => "kiriman",
    };

    public static Measure? ParseMeasure(string? code) => Measures.Find(code);

    public static ReviewVerdict? ParseVerdict(string? code) => Verdicts.Find(code);

    public static AppealOutcome? ParseOutcome(string? code) => Outcomes.Find(code);

    public static FlagReason? ParseReason(string? code) => Reasons.Find(code);

    private sealed class Table<T>(params (T Member, string Code)[] rows) where T : struct, Enum
    {
        private readonly FrozenDictionary<T, string> _codes = rows.ToFrozenDictionary(r => r.Member, r => r.Code);
        private readonly FrozenDictionary<string, T> _members = rows.ToFrozenDictionary(r => r.Code, r => r.Member);

        public string Of(T member) => _codes[member];

        public T? Find(string? code) => code is not null && _members.TryGetValue(code, out var member) ? member : null;
    }
}
