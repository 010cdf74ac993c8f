using System.Globalization;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>
/// What an official types. Numbers and times stay text here: what cannot be read is shown again as it was typed,
/// with a sentence of ours beside it.
/// </summary>
public sealed class PollForm
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm";

    public static readonly Refusal TimeUnreadable = new("poll-time-unreadable");

    public string? Question { get; set; }
    public string? Description { get; set; }

    /// <summary>One a line.</summary>
    public string? Options { get; set; }

    public PollKind Kind { get; set; }
    public string? MostChoices { get; set; }
    public Electorate Electorate { get; set; }
    public ResultTiming ResultTiming { get; set; }

    /// <summary>WIB, as <c>datetime-local</c> sends it; empty for at once.</summary>
    public string? OpensAt { get; set; }
    public string? ClosesAt { get; set; }

    /// <summary>A consultation's id, with <c>/code</c> a criterion of it; empty for a poll of its own.</summary>
    public string? About { get; set; }

    public static PollForm Of(Poll poll) => new()
    {
        Question = poll.Question,
        Description = poll.Description,
        Options = string.Join('\n', poll.Options.Select(o => o.Label)),
        Kind = poll.Kind,
        MostChoices = poll.Kind == PollKind.SeveralChoices ? poll.MostChoices.ToString(CultureInfo.InvariantCulture) : null,
        Electorate = poll.Electorate,
        ResultTiming = poll.ResultTiming,
        OpensAt = Wib.Input(poll.OpensAt),
        ClosesAt = Wib.Input(poll.ClosesAt),
        About = PollSubjects.ValueOf(poll.ConsultationId, poll.CriterionCode),
    };

    public Outcome<PollPlan> Plan()
    {
        if (!TryReadTime(OpensAt, out var opens) || !TryReadTime(ClosesAt, out var closes)) return TimeUnreadable;
        var most = string.IsNullOrWhiteSpace(MostChoices) ? (int?)null : int.TryParse(MostChoices, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new PollPlan(Question, Description, (Options ?? "").Split('\n'), Kind, most, Electorate, ResultTiming, opens, closes);
    }

    /// <summary>The field a refusal is about.</summary>
    public string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "poll-question-missing" or "poll-question-too-long" => nameof(Question),
        "poll-description-too-long" => nameof(Description),
        "poll-too-few-options" or "poll-too-many-options" or "poll-option-too-long" or "poll-options-alike" => nameof(Options),
        "poll-most-choices-out-of-range" => nameof(MostChoices),
        "poll-opens-in-past" => nameof(OpensAt),
        "poll-closing-time-missing" or "poll-open-too-short" => nameof(ClosesAt),
        "poll-consultation-unknown" or "poll-criterion-unknown" => nameof(About),
        "poll-time-unreadable" => TryReadTime(OpensAt, out _) ? nameof(ClosesAt) : nameof(OpensAt),
        _ => "",
    };

    private static bool TryReadTime(string? text, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateTime.TryParseExact(text.Trim(), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        at = Wib.FromInput(local);
        return true;
    }
}
