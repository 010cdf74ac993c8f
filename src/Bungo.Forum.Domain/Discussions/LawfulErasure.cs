using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>Why the law wants the words of a post gone (UU 27/2022, articles 8, 16 and 43 to 45, as the forum's procedure sums them up).</summary>
public enum ErasureGround
{
    /// <summary>The author withdrew their consent.</summary>
    ConsentWithdrawn,

    /// <summary>What the data was collected for has ended.</summary>
    PurposeEnded,

    /// <summary>The data was never lawfully there.</summary>
    Unlawful,

    /// <summary>A court or another body of the state ordered it.</summary>
    Ordered,

    /// <summary>It tells of somebody else than its author.</summary>
    ThirdParty,

    /// <summary>It tells of a child.</summary>
    Child,
}

/// <summary>The words by which the ledger and addresses name a ground; published, therefore never changed.</summary>
public static class ErasureGrounds
{
    private static readonly CodeTable<ErasureGround> Codes = new(
        (ErasureGround.ConsentWithdrawn, "persetujuan-ditarik"), (ErasureGround.PurposeEnded, "tujuan-selesai"), (ErasureGround.Unlawful, "melawan-hukum"),
        (ErasureGround.Ordered, "perintah"), (ErasureGround.ThirdParty, "data-pihak-lain"), (ErasureGround.Child, "anak"));

    public static string Code(this ErasureGround ground) => Codes.Of(ground);

    public static ErasureGround? Parse(string? code) => Codes.Find(code);
}

/// <summary>What an office must state before words are destroyed by law.</summary>
/// <param name="RequestedOn">The day (WIB) the request or order came in.</param>
/// <param name="CaseFile">
/// Who asked, what was examined, why it was granted, 20 to 2,000 characters. Kept from the public, shown to the evaluating
/// institution, committed to in the ledger.
/// </param>
public sealed record ErasureRequest(ErasureGround Ground, DateOnly RequestedOn, string CaseFile)
{
    public const int ShortestCaseFile = 20;
    public const int LongestCaseFile = 2_000;

    public static Outcome<ErasureGround> CheckGround(ErasureGround? ground) => ground is { } given ? given : ErasureRefusals.GroundMissing;

    /// <param name="postedOn">The day (WIB) the post was written: nobody can have asked before it.</param>
    /// <param name="today">In WIB.</param>
    public static Outcome<DateOnly> CheckDay(DateOnly? requestedOn, DateOnly postedOn, DateOnly today) =>
        requestedOn is { } day && day >= postedOn && day <= today ? day : ErasureRefusals.RequestDayImpossible;

    public static Outcome<string> CheckCaseFile(string? caseFile)
    {
        var text = Text.Normalize(caseFile);
        if (text.Length < ShortestCaseFile) return ErasureRefusals.CaseFileTooShort;
        if (text.Length > LongestCaseFile) return ErasureRefusals.CaseFileTooLong;
        return text;
    }
}

/// <summary>
/// The words of one post, destroyed because the law wants it (ledger.md A3.13). It takes two: a moderator has hidden the
/// post, or its author withdrew it, before somebody else who answers for personal data destroys it. What an office said
/// stays. The ground, the office and the day stand in public for ever; the words, their versions and the stance are gone.
/// </summary>
public sealed class LawfulErasure
{
    private LawfulErasure() { }

    public ErasureGround Ground { get; private set; }

    /// <summary>The office that decided, as it was called then.</summary>
    public string Office { get; private set; } = "";

    /// <summary>The day (WIB) it had been asked for.</summary>
    public DateOnly RequestedOn { get; private set; }

    /// <summary>Whether this account may destroy the post's words now, were everything stated that has to be.</summary>
    /// <param name="post">With its hiding's decision.</param>
    public static Outcome<Post> May(Post post, Account by, DateTimeOffset now)
    {
        if (by.May(Permission.EraseByLaw, now).IsRefused(out var refusal)) return refusal;
        if (post.IsOfficial) return ErasureRefusals.OfficialPostStays;
        if (post.ErasedAt is not null) return ErasureRefusals.AlreadyErased;
        if (post.IsReadable) return ErasureRefusals.HideFirst;
        if (post.Hiding?.Decision?.ModeratorId == by.Id || post.AuthorId == by.Id) return ErasureRefusals.TakesTwo;
        return post;
    }

    /// <param name="post">With its topic and its hiding's decision.</param>
    public static Outcome<LawfulErasure> Carry(Post post, Account by, ErasureRequest request, string office, DateTimeOffset now)
    {
        if (May(post, by, now).IsRefused(out var refusal)) return refusal;
        return Again(post, request.Ground, office, request.RequestedOn, now);
    }

    /// <summary>What was decided once and came back with a backup is destroyed without being decided anew.</summary>
    public static LawfulErasure Again(Post post, ErasureGround ground, string office, DateOnly requestedOn, DateTimeOffset now)
    {
        var erasure = new LawfulErasure { Ground = ground, Office = office, RequestedOn = requestedOn };
        post.Erase(erasure, now);
        return erasure;
    }
}

public static class ErasureRefusals
{
    public static readonly Refusal GroundMissing = new("erasure-ground-missing");
    public static readonly Refusal RequestDayImpossible = new("erasure-request-day");
    public static readonly Refusal CaseFileTooShort = new("erasure-case-too-short", ErasureRequest.ShortestCaseFile);
    public static readonly Refusal CaseFileTooLong = new("erasure-case-too-long", ErasureRequest.LongestCaseFile);
    public static readonly Refusal OfficialPostStays = new("erasure-official-stays");
    public static readonly Refusal AlreadyErased = new("erasure-done");
    public static readonly Refusal HideFirst = new("erasure-hide-first");
    public static readonly Refusal TakesTwo = new("erasure-takes-two");
}
