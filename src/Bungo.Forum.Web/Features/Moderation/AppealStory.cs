using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Platform.Wording;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>What happened to a decision afterwards, in order, as everybody may read it: neither appellants nor those who ruled are named.</summary>
public sealed record AppealStory(IReadOnlyList<StoryLine> Lines)
{
    public static AppealStory Of(IEnumerable<Appeal> appeals, IReadOnlyCollection<AppealRuling> rulings) => new(
    [
        .. appeals.Select(a => Filed(a, rulings.All(r => r.Level != a.Level)))
            .Concat(rulings.Select(Ruled)).OrderBy(l => l.At).ThenBy(l => l.Office is not null),
    ]);

    private static StoryLine Filed(Appeal appeal, bool waits) => new(
        appeal.At,
        (appeal.Level == Appeal.Second, appeal.IsConcerned) switch
        {
            (false, true) => T("Banding dari yang dikenai putusan", "Appeal by the person concerned"),
            (false, false) => T("Banding dari pembaca", "Appeal by a reader"),
            (true, true) => T("Banding kedua dari yang dikenai putusan", "Second appeal by the person concerned"),
            (true, false) => T("Banding kedua dari pembaca", "Second appeal by a reader"),
        },
        null, appeal.Reason, waits ? appeal.DueAt : null, null);

    private static StoryLine Ruled(AppealRuling ruling) => new(
        ruling.At, ruling.Outcome.Words(), ModerationWords.Signature(ruling.Level == Appeal.Second, ruling.Office), ruling.Reason, null, ruling.RestoringId);
}

/// <param name="Office">Who signs; null for an appeal.</param>
/// <param name="DueAt">While it waits: when the ruling is due.</param>
public sealed record StoryLine(DateTimeOffset At, string Heading, string? Office, string? Words, DateTimeOffset? DueAt, long? Restoring);
