using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;

namespace Bungo.Forum.Domain.Polls;

/// <summary>
/// A question put to the members for a time. Advisory: it binds nobody, and the page says so. State comes from
/// the clock, so a ballot after the hour is refused even when the job that records the closing is late.
///
/// Whoever calls a verb that counts (<see cref="Cast"/>, <see cref="RecordOpening"/>, <see cref="RecordClosing"/>) holds the
/// poll's row: that orders two votes of one person and keeps <see cref="BallotCount"/> equal to the ballots.
/// </summary>
public sealed class Poll
{
    private readonly List<PollOption> _options = [];

    private Poll() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public string Question { get; private set; } = "";
    public string Slug { get; private set; } = "";

    /// <summary>Markdown source.</summary>
    public string Description { get; private set; } = "";

    public long? ConsultationId { get; private set; }
    public Consultation? Consultation { get; private set; }
    public string? CriterionCode { get; private set; }
    public IReadOnlyList<PollOption> Options => _options;
    public PollKind Kind { get; private set; }
    public int MostChoices { get; private set; }
    public Electorate Electorate { get; private set; }
    public ResultTiming ResultTiming { get; private set; }
    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }
    public long CreatedById { get; private set; }
    public string Office { get; private set; } = "";
    public Closure? Closure { get; private set; }

    /// <summary>When the opening went on record, and how many could vote then; null before.</summary>
    public DateTimeOffset? OpeningRecordedAt { get; private set; }
    public int? EligibleAtOpening { get; private set; }

    /// <summary>When closing and result went on record and the key was destroyed; null before.</summary>
    public DateTimeOffset? ClosingRecordedAt { get; private set; }
    public int BallotCount { get; private set; }

    /// <summary>When nobody can vote any more: the planned time, or an official's earlier one.</summary>
    public DateTimeOffset EndsAt => Closure?.At ?? ClosesAt;

    public static Outcome<Poll> Schedule(Account by, PollPlan plan, PollSubject subject, DateTimeOffset now)
    {
        if (by.May(Permission.OpenPoll, now).IsRefused(out var refusal)) return refusal;
        return new Poll { ObjectId = Guid.NewGuid(), CreatedById = by.Id, Office = by.Office ?? "" }.Take(plan, subject, now);
    }

    /// <summary>Words it anew. Only before it opens: what people vote on does not change under them.</summary>
    public Outcome<Poll> Reword(Account by, PollPlan plan, PollSubject subject, DateTimeOffset now)
    {
        if (by.May(Permission.OpenPoll, now).IsRefused(out var refusal)) return refusal;
        if (StateAt(now) != PollState.Scheduled) return PollRefusals.AlreadyOpened;
        return Take(plan, subject, now);
    }

    public PollState StateAt(DateTimeOffset now) =>
        Closure is not null || now >= ClosesAt ? PollState.Closed
        : now < OpensAt ? PollState.Scheduled
        : PollState.Open;

    public bool ShowsResultAt(DateTimeOffset now) => StateAt(now) switch
    {
        PollState.Closed => true,
        PollState.Open => ResultTiming == ResultTiming.Live,
        _ => false,
    };

    /// <summary>Whether this person may vote here now, for the page to say so before they choose.</summary>
    public Outcome<Poll> MayVote(Account voter, DateTimeOffset now)
    {
        if (voter.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (Electorate == Electorate.VerifiedPersons && !voter.IsVerified) return PollRefusals.VerifiedOnly;
        if (StateAt(now) == PollState.Scheduled) return PollRefusals.NotOpenYet;
        if (StateAt(now) == PollState.Closed) return PollRefusals.Closed;
        return this;
    }

    /// <param name="previous">The voter's ballot in this poll, found by the key's nullifier; null when they have none.</param>
    public Outcome<Vote> Cast(Account voter, PollKey key, Ballot? previous, IReadOnlyCollection<Guid> choices, DateTimeOffset now)
    {
        if (MayVote(voter, now).IsRefused(out var refusal)) return refusal;
        var chosen = _options.Select(o => o.Id).Where(choices.Contains).ToArray();
        if (choices.Any(c => !chosen.Contains(c))) return PollRefusals.UnknownOption;
        if (chosen.Length == 0) return PollRefusals.NothingChosen;
        if (chosen.Length > MostChoices) return PollRefusals.TooManyChosen(MostChoices);
        if (previous is null)
        {
            BallotCount++;
            return new Vote(new Ballot(this, key.NullifierOf(voter), chosen, now), VoteEffect.First);
        }

        if (previous.Choices.SequenceEqual(chosen)) return new Vote(previous, VoteEffect.Same);
        previous.Mark(chosen, now);
        return new Vote(previous, VoteEffect.Changed);
    }

    /// <summary>Ends the poll before its time. The ballots cast so far are the result.</summary>
    public Outcome<Closure> Close(Account by, string? reason, DateTimeOffset now)
    {
        if (by.May(Permission.OpenPoll, now).IsRefused(out var refusal)) return refusal;
        if (StateAt(now) == PollState.Scheduled) return PollRefusals.NotOpenYet;
        if (StateAt(now) == PollState.Closed) return PollRefusals.Closed;
        var text = Text.Normalize(reason);
        if (text.Length == 0) return PollRefusals.ClosureReasonMissing;
        if (text.Length > Closure.LongestReason) return PollRefusals.ClosureReasonTooLong;
        return Closure = new Closure(now, by.Id, text);
    }

    /// <returns>Whether the opening is to be put on record now; once in a poll's life.</returns>
    public bool RecordOpening(int eligible, DateTimeOffset now)
    {
        if (!IsOpeningDue(now)) return false;
        (OpeningRecordedAt, EligibleAtOpening) = (now, eligible);
        return true;
    }

    public bool IsOpeningDue(DateTimeOffset now) => OpeningRecordedAt is null && now >= OpensAt;

    /// <returns>Whether closing and result are to be put on record now; once in a poll's life, after the opening.</returns>
    public bool RecordClosing(DateTimeOffset now)
    {
        if (OpeningRecordedAt is null || ClosingRecordedAt is not null || StateAt(now) != PollState.Closed) return false;
        ClosingRecordedAt = now;
        return true;
    }

    private Outcome<Poll> Take(PollPlan plan, PollSubject subject, DateTimeOffset now)
    {
        var check = plan.Check(now);
        if (check.IsRefused(out var refusal)) return refusal;
        var clean = check.Value;
        (Question, Description, Slug) = (clean.Question!, clean.Description!, Domain.Slug.Of(clean.Question!));
        (Consultation, ConsultationId, CriterionCode) = (subject.Consultation, subject.Consultation?.Id, subject.CriterionCode);
        (Kind, MostChoices, Electorate, ResultTiming) = (clean.Kind, clean.MostChoices!.Value, clean.Electorate, clean.ResultTiming);
        (OpensAt, ClosesAt) = (clean.OpensAt!.Value, clean.ClosesAt!.Value);
        _options.Clear();
        _options.AddRange(clean.Options.Select(label => new PollOption(Guid.NewGuid(), label!)));
        return this;
    }
}
