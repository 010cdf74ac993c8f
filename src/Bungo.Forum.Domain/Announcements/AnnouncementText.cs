namespace Bungo.Forum.Domain.Announcements;

/// <summary>What the words must be like: little is asked of a draft, all of what goes out.</summary>
public static class AnnouncementText
{
    public static Outcome<string> CheckDraft(string? title, string? body)
    {
        var line = Text.NormalizeLine(title);
        if (line.Length == 0) return AnnouncementRefusals.TitleMissing;
        if (line.Length > Announcement.LongestTitle) return AnnouncementRefusals.TitleTooLong;
        if (Text.Normalize(body).Length > Announcement.LongestBody) return AnnouncementRefusals.BodyTooLong;
        return line;
    }

    public static Outcome<string> CheckFinal(string? title, string? body)
    {
        if (CheckDraft(title, body).IsRefused(out var refusal)) return refusal;
        if (Text.Normalize(body).Length == 0) return AnnouncementRefusals.BodyMissing;
        return Text.NormalizeLine(title);
    }

    public static Outcome<string> CheckReason(string? reason)
    {
        var text = Text.Normalize(reason);
        if (text.Length == 0) return AnnouncementRefusals.ReasonMissing;
        if (text.Length > Announcement.LongestReason) return AnnouncementRefusals.ReasonTooLong;
        return text;
    }
}
