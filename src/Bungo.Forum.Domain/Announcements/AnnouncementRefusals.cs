namespace Bungo.Forum.Domain.Announcements;

public static class AnnouncementRefusals
{
    public static readonly Refusal TitleMissing = new("announcement-title-missing");
    public static readonly Refusal TitleTooLong = new("announcement-title-too-long", Announcement.LongestTitle);
    public static readonly Refusal BodyMissing = new("announcement-body-missing");
    public static readonly Refusal BodyTooLong = new("announcement-body-too-long", Announcement.LongestBody);
    public static readonly Refusal ReasonMissing = new("announcement-reason-missing");
    public static readonly Refusal ReasonTooLong = new("announcement-reason-too-long", Announcement.LongestReason);
    public static readonly Refusal OtherOffice = new("announcement-other-office");
    public static readonly Refusal ChangedMeanwhile = new("announcement-changed-meanwhile");
    public static readonly Refusal NothingChanged = new("announcement-nothing-changed");
    public static readonly Refusal Withdrawn = new("announcement-withdrawn");
    public static readonly Refusal NotDue = new("announcement-not-due");
    public static readonly Refusal ScheduleMissing = new("announcement-schedule-missing");
    public static readonly Refusal ScheduledInThePast = new("announcement-scheduled-in-the-past");
    public static readonly Refusal ScheduledTooFar = new("announcement-scheduled-too-far", AnnouncementDraft.FurthestScheduleDays);
    public static readonly Refusal PinEndsTooEarly = new("announcement-pin-ends-too-early");
    public static readonly Refusal PinTooLong = new("announcement-pin-too-long", Pin.LongestDays);
}
