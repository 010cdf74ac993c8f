using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Answers;

/// <summary>What an official states to answer inputs.</summary>
/// <param name="Reason">Markdown source; the whole of what the authors are told.</param>
/// <param name="DuplicateOf">The input that says the same; only and always for <see cref="Disposition.Duplicate"/>.</param>
public sealed record AnswerDraft(Disposition? Disposition, string? Reason, Post? DuplicateOf = null);

/// <summary>
/// The office's answer to one input or to several that ask the same: what became of them, and why. An input is answered
/// once, and once more when its author says that this does not answer it (<see cref="Objection"/>). An answer never
/// changes; a second one stands beside the first.
/// </summary>
public sealed class Answer
{
    /// <summary>As many as one commit should lock and one person can have read.</summary>
    public const int MostInputs = 200;

    public const int ShortestReason = 20;
    public const int LongestReason = 4_000;

    private Answer() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation? Consultation { get; private set; }
    public Disposition Disposition { get; private set; }

    /// <summary>Markdown source.</summary>
    public string Reason { get; private set; } = "";

    public long? DuplicateOfId { get; private set; }
    public Post? DuplicateOf { get; private set; }

    /// <summary>The office as it was called then.</summary>
    public string Office { get; private set; } = "";

    public long SignedById { get; private set; }
    public Account? SignedBy { get; private set; }

    /// <summary>The signing official's name as it was then: an act in office, which outlives the account.</summary>
    public string SignerName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <param name="inputs">Locked, each with its topic and its earlier answer and objection.</param>
    public static Outcome<Answer> Give(Consultation consultation, IReadOnlyList<Post> inputs, AnswerDraft draft, Account by, DateTimeOffset now)
    {
        if (May(consultation, by, now).IsRefused(out var refusal)) return refusal;
        if (inputs.Count == 0) return AnswerRefusals.NothingChosen;
        if (inputs.Count > MostInputs) return AnswerRefusals.TooManyChosen;
        if (inputs.FirstOrDefault(i => !AwaitsAnswer(i, consultation)) is not null) return AnswerRefusals.NotAwaiting;
        if (draft.Disposition is not { } disposition) return AnswerRefusals.DispositionMissing;
        if (CheckReason(draft.Reason).IsRefused(out refusal)) return refusal;
        if ((disposition == Disposition.Duplicate) != draft.DuplicateOf is not null) return AnswerRefusals.DuplicateOfWhat;
        if (draft.DuplicateOf is { } same && (inputs.Contains(same) || !IsInput(same, consultation))) return AnswerRefusals.DuplicateOfWhat;
        var answer = new Answer
        {
            ObjectId = Guid.NewGuid(),
            Consultation = consultation,
            ConsultationId = consultation.Id,
            Disposition = disposition,
            Reason = Text.Normalize(draft.Reason),
            DuplicateOf = draft.DuplicateOf,
            DuplicateOfId = draft.DuplicateOf?.Id,
            Office = by.Office!,
            SignedBy = by,
            SignedById = by.Id,
            SignerName = by.Name,
            At = now,
        };
        foreach (var input in inputs) input.Settle(answer);
        return answer;
    }

    public static Outcome<Consultation> May(Consultation consultation, Account by, DateTimeOffset now)
    {
        if (by.May(Permission.SpeakForOffice, now).IsRefused(out var refusal)) return refusal;
        return consultation.PhaseAt(now) < Phase.InputOpen ? DiscussionRefusals.InputNotOpenYet : consultation;
    }

    public static Outcome<string> CheckReason(string? reason)
    {
        var text = Text.Normalize(reason);
        if (text.Length < ShortestReason) return AnswerRefusals.ReasonTooShort;
        if (text.Length > LongestReason) return AnswerRefusals.ReasonTooLong;
        return text;
    }

    private static bool AwaitsAnswer(Post post, Consultation consultation) =>
        IsInput(post, consultation) && (post.Answer is not { } answer || (post.Objection is { } objection && objection.At >= answer.At));

    private static bool IsInput(Post post, Consultation consultation) =>
        post is { ParentId: null, IsOfficial: false, IsReadable: true } && post.Topic!.ConsultationId == consultation.Id;
}
