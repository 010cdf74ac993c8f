using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>How long an office may take for an input, in the region's working days, and by what rule.</summary>
public sealed class AnswerTerm(WorkingCalendar calendar, IOptions<RegionOptions> region)
{
    public int WorkingDays => region.Value.AnswerWorkingDays;

    public string Basis => T(region.Value.AnswerBasisId, region.Value.AnswerBasisEn);

    public DateTimeOffset Due(DateTimeOffset asked) => calendar.EndAfter(asked, WorkingDays);

    /// <summary>What was asked before this is overdue now. Terms end at midnight and in the order they began, so a day decides.</summary>
    public DateTimeOffset OverdueBefore(DateTimeOffset now)
    {
        var asked = now;
        while (Due(asked) > now) asked = asked.AddDays(-1);
        return calendar.EndAfter(asked, 0);
    }
}
