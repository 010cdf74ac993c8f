using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>What the writing form sent: words, times as typed in WIB, and which button was pressed.</summary>
/// <param name="PinnedUntil">The last day on which it is pinned.</param>
public sealed record WrittenDraft(string? Title, string? Body, string? PublishAt, string? PinnedUntil, int Edition, string? Action)
{
    public const string Schedule = "jadwalkan";
    public const string Unschedule = "tunda";
    public const string Publish = "terbitkan";

    /// <param name="draft">The draft that stood before; null for a new one.</param>
    public Outcome<AnnouncementDraft> On(AnnouncementDraft? draft, Account author, DateTimeOffset now)
    {
        var written = draft is null
            ? AnnouncementDraft.Begin(author, Title, Body, now)
            : draft.Revise(author, Title, Body, Edition, now);
        if (written.IsRefused(out var refusal)) return refusal;
        draft = written.Value;

        if (Action == Unschedule && draft.Unschedule(author, now).IsRefused(out refusal)) return refusal;
        if (IsRescheduling(draft) && draft.ScheduleFor(author, Wib.FromInput(PublishAt), now).IsRefused(out refusal)) return refusal;
        if (string.IsNullOrEmpty(PinnedUntil)) return draft.WillBePinned(author, null, now);
        return Wib.EndOfDay(PinnedUntil) is { } end ? draft.WillBePinned(author, end, now) : AnnouncementRefusals.PinEndsTooEarly;
    }

    // Saving a scheduled draft whose time was changed in the form means the new time, whichever button said so.
    private bool IsRescheduling(AnnouncementDraft draft) =>
        Action == Schedule || (Action is null && draft.Schedule is { } set && Wib.Input(set.At) != PublishAt);
}
