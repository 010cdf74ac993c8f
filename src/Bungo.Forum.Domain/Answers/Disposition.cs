namespace Bungo.Forum.Domain.Answers;

/// <summary>What became of an input (the outcomes of the official public-consultation minutes, FKP).</summary>
public enum Disposition
{
    Adopted,
    PartlyAdopted,
    NotAdopted,

    /// <summary>The draft says so already.</summary>
    AlreadyCovered,

    /// <summary>Somebody else's to decide: the ministry, another office.</summary>
    OutsideAuthority,

    /// <summary>It is about something else than the draft.</summary>
    OutOfScope,

    /// <summary>Another input says the same; the answer names it.</summary>
    Duplicate,
}

/// <summary>The words by which the ledger and addresses name a disposition; published, therefore never changed.</summary>
public static class Dispositions
{
    private static readonly CodeTable<Disposition> Codes = new(
        (Disposition.Adopted, "diterima"), (Disposition.PartlyAdopted, "diterima-sebagian"), (Disposition.NotAdopted, "tidak-diterima"),
        (Disposition.AlreadyCovered, "sudah-tercakup"), (Disposition.OutsideAuthority, "di-luar-kewenangan"), (Disposition.OutOfScope, "di-luar-pokok"),
        (Disposition.Duplicate, "ganda"));

    public static string Code(this Disposition disposition) => Codes.Of(disposition);

    public static Disposition? Parse(string? code) => Codes.Find(code);
}
