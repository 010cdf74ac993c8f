using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>
/// The wording a discussion is about, for its page, which invokes it by name and need not know this feature. Nobody
/// should have to leave a discussion to read what is discussed. Shows nothing for a criterion the draft no longer has.
/// </summary>
public sealed class CriterionViewComponent(ForumDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Consultation consultation, string code)
    {
        var version = await db.CriteriaVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber, HttpContext.RequestAborted);
        return version?.Criteria.FirstOrDefault(c => c.Code == code) is { } criterion
            ? View("/Features/Consultations/_Wording.cshtml", new Wording(consultation, criterion))
            : Content("");
    }
}

public sealed record Wording(Consultation Consultation, Criterion Criterion);
