using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>The decisions of one month that the evaluator examines again, as drawn (<see cref="SampleDraw"/>); never changed.</summary>
public sealed class ReviewSample
{
    private ReviewSample() { }

    /// <param name="drawn">In the order drawn.</param>
    public ReviewSample(Period month, long size, string seed, int population, IEnumerable<Decision> drawn, DateTimeOffset now)
    {
        Month = month.ToString();
        LedgerSize = size;
        Seed = seed;
        Population = population;
        DrawnAt = now;
        Items = [.. drawn.Select((decision, i) => new ReviewItem(this, i + 1, decision))];
    }

    /// <summary>As <c>2026-11</c>.</summary>
    public string Month { get; private set; } = "";

    /// <summary>Size of the ledger whose root is the seed.</summary>
    public long LedgerSize { get; private set; }
    public string Seed { get; private set; } = "";

    /// <summary>How many decisions the month had.</summary>
    public int Population { get; private set; }
    public DateTimeOffset DrawnAt { get; private set; }
    public List<ReviewItem> Items { get; private set; } = [];

    public int Judged => Items.Count(i => i.Verdict is not null);
    public int Errors => Items.Count(i => i.Verdict == ReviewVerdict.Error);
}

public enum ReviewVerdict
{
    /// <summary>The decision was right by the rules, and its reasons carry it.</summary>
    Agree,

    Error,
}

/// <summary>One decision of a sample, and what the evaluator found on examining it: once, with reasons.</summary>
public sealed class ReviewItem
{
    private ReviewItem() { }

    internal ReviewItem(ReviewSample sample, int rank, Decision decision)
    {
        Sample = sample;
        Month = sample.Month;
        Rank = rank;
        Decision = decision;
        DecisionId = decision.Id;
    }

    public string Month { get; private set; } = "";
    public ReviewSample? Sample { get; private set; }
    public int Rank { get; private set; }
    public long DecisionId { get; private set; }
    public Decision? Decision { get; private set; }

    public ReviewVerdict? Verdict { get; private set; }
    public string? Reason { get; private set; }
    public long? ById { get; private set; }
    public Account? By { get; private set; }

    /// <summary>The lembaga as it was called then.</summary>
    public string? Office { get; private set; }
    public DateTimeOffset? At { get; private set; }
    public Guid? ActId { get; private set; }

    public Outcome<ReviewItem> Judge(Account by, ReviewVerdict? verdict, string? reason, DateTimeOffset now)
    {
        if (MayJudge(by, now).IsRefused(out var refusal)) return refusal;
        if (verdict is not { } found || !Enum.IsDefined(found)) return ModerationRefusals.VerdictMissing;
        var words = Text.Normalize(reason);
        if (words.Length < Appeal.ShortestReason) return ModerationRefusals.ReasonTooShort;
        if (words.Length > Appeal.LongestReason) return ModerationRefusals.ReasonTooLong;
        (Verdict, Reason, At, ActId) = (found, words, now, Guid.NewGuid());
        (By, ById, Office) = (by, by.Id, by.Office);
        return this;
    }

    public Outcome<ReviewItem> MayJudge(Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Evaluate, now).IsRefused(out var refusal)) return refusal;
        if (Verdict is not null) return ModerationRefusals.JudgedAlready;
        return this;
    }
}
