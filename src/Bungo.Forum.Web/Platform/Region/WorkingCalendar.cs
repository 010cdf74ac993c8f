using Bungo.Forum.Domain;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Region;

/// <summary>Terms in working days, by the region's own days off and its own midnight.</summary>
public sealed class WorkingCalendar(IOptions<RegionOptions> region)
{
    private readonly WorkingDays _days = new(region.Value.Holidays);

    /// <summary>The end of the last day of a term that begins now: midnight after it.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset now, int workingDays)
    {
        var last = _days.After(DateOnly.FromDateTime(Wib.Local(now).DateTime), workingDays);
        return Wib.FromInput(last.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }
}
