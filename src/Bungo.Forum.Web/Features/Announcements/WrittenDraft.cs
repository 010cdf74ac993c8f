using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>What an official wrote, by form or API, and what is to become of it.</summary>
/// <param name="PublishAt">Null for none, or none that is a time.</param>
/// <param name="Action">Which of the form's buttons; null saves and no more.</param>
public sealed record WrittenDraft(string? Title, string? Body, DateTimeOffset? PublishAt, DateTimeOffset? PinnedUntil, int Edition, string? Action)
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
        if (IsRescheduling(draft) && draft.ScheduleFor(author, PublishAt, now).IsRefused(out refusal)) return refusal;
        return draft.WillBePinned(author, PinnedUntil, now);
    }

    // Saving a scheduled draft whose time was changed in the form means the new time, whichever button said so. The
    // form knows minutes; a program may have set a second, which nobody who only saves means to change.
    private bool IsRescheduling(AnnouncementDraft draft) =>
        Action == Schedule || (Action is null && draft.Schedule is { } set && Minute(set.At) != Minute(PublishAt));

    private static long? Minute(DateTimeOffset? at) => at?.ToUnixTimeSeconds() / 60;
}
