using System.Globalization;
using Bungo.Forum.Contract.OpenData.V1;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

internal static class ConsultationsApi
{
    private const int PageSize = 100;

    public static void MapConsultationsApi(this WebApplication app)
    {
        var consultations = app.MapGroup("/api/v1/consultations").WithTags("consultations");
        consultations.MapGet("", ListAsync).AllowAnonymous().WithSummary("Consultations, newest first");
        consultations.MapGet("/{id:long}", GetAsync).AllowAnonymous().WithSummary("One consultation with its figures");
    }

    private static async Task<Slice<ConsultationV1>> ListAsync(ForumDb db, TimeProvider clock, long? after, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Include(c => c.Round).Where(c => c.Timetable.PublishedAt <= now && (after == null || c.Id < after))
            .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancel);
        var next = found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new([.. found.Take(PageSize).Select(c => Tell(c, now))], next);
    }

    private static async Task<IResult> GetAsync(long id, ForumDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Include(c => c.Round).FirstOrDefaultAsync(c => c.Id == id && c.Timetable.PublishedAt <= now, cancel);
        if (found is null) return Results.NotFound();
        var head = await ConsultationHead.ReadAsync(db, found, now, cancel);
        return Results.Ok(Tell(found, now) with { Inputs = head.Inputs, AnsweredInputs = head.Answered, Posts = head.Posts, People = head.People, VerifiedPeople = head.Verified });
    }

    private static ConsultationV1 Tell(Consultation c, DateTimeOffset now) => new(
        c.Id, c.Title, Urls.Consultation(c), c.Round!.Code, c.CriteriaNumber, Name(c.PhaseAt(now)),
        c.Timetable.PublishedAt, c.Timetable.InputOpensAt, c.Timetable.InputClosesAt, c.Timetable.AdoptedAt);

    private static string Name(Phase phase) => phase switch
    {
        Phase.DraftPublished => "draft-published",
        Phase.InputOpen => "input-open",
        Phase.Answering => "answering",
        _ => "adopted",
    };
}
