namespace Bungo.Forum.Verifier.Reports;

/// <summary>Why the log does not give a number of a report.</summary>
public enum NotRecomputable
{
    /// <summary>It counts what is no public act: accounts, supports, flags, or what a consultation presents.</summary>
    NotInLog,

    /// <summary>An act that it depends on lies within a minute of the period's border or of the compiling, and may belong to either side.</summary>
    NearBorder,

    /// <summary>It counts authors, and of some posts the author's id is withheld or was destroyed.</summary>
    AuthorsUnknown,

    /// <summary>The period began before this log did, which follows another.</summary>
    BeforeLog,

    /// <summary>It counts by definitions that this program does not know.</summary>
    OtherDefinitions,
}

/// <summary>
/// What the log gives for one number of a report: a value, a range where acts within a minute of the border may belong to
/// either side, nothing to measure, or no answer and why.
/// </summary>
internal readonly record struct Recount(long? Least, long? Most, NotRecomputable? Why)
{
    /// <summary>The median of no answers: the report must say so too.</summary>
    public static readonly Recount Nothing = new(null, null, null);

    public static Recount Exactly(long value) => new(value, value, null);

    public static Recount Between(long least, long most) => new(least, most, null);

    public static Recount Unknown(NotRecomputable why) => new(null, null, why);

    public bool Allows(long? stated) => Least is null ? stated is null : stated >= Least && stated <= Most;

    public override string ToString() => Least is null ? "-" : Least == Most ? $"{Least}" : $"{Least}..{Most}";

    public static Recount operator +(Recount left, Recount right) => new(left.Least + right.Least, left.Most + right.Most, left.Why ?? right.Why);
}
