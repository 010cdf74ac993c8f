namespace Bungo.Forum.Domain.Announcements;

/// <summary>When it is to be published, and who decided so.</summary>
public sealed record Schedule(DateTimeOffset At, long ById);

/// <summary>Taken back by its office, in public, with the reason.</summary>
public sealed record Withdrawal(DateTimeOffset At, long ById, string Reason);

/// <summary>Stands above the others until a moment.</summary>
public sealed record Pin(DateTimeOffset Until, long ById)
{
    /// <summary>Pins of months hide what is new; whoever still needs one sets it again.</summary>
    public const int LongestDays = 92;

    /// <param name="from">When it begins to be seen.</param>
    public static Outcome<DateTimeOffset> Check(DateTimeOffset until, DateTimeOffset from)
    {
        if (until <= from) return AnnouncementRefusals.PinEndsTooEarly;
        if (until > from.AddDays(LongestDays)) return AnnouncementRefusals.PinTooLong;
        return until;
    }
}
