using Bungo.Forum.Contract.Recruitment.V1;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Api;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Recruitment;

internal static class RecruitmentApi
{
    private const int LargestDocument = 2_000_000;

    public static void MapRecruitmentApi(this WebApplication app)
    {
        var rounds = app.MapGroup("/api/v1/recruitment/rounds").WithTags("recruitment");
        rounds.MapGet("/{code}", GetAsync).AllowAnonymous().WithSummary("A round with its newest criteria, in the exchange format");
        rounds.MapPut("/{code}", PutAsync).RequireAuthorization(nameof(Permission.ImportRecruitment)).Accepts<RoundV1>("application/json")
            .WithSummary("Take a round in; sending the same again changes nothing");
    }

    private static async Task<IResult> GetAsync(string code, ForumDb db, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancel);
        if (round is null) return Results.NotFound();
        var criteria = await db.CriteriaVersions.AsNoTracking().FirstOrDefaultAsync(v => v.RoundId == round.Id && v.Number == round.LastCriteria, cancel);
        return Results.Json(Tell(round, criteria), RoundReader.Options);
    }

    private static async Task<IResult> PutAsync(string code, HttpRequest request, RoundImport import, Viewer viewer, RefusalTexts texts, CancellationToken cancel)
    {
        // The server reads no further than this, whether the length was told before or not.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestDocument;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var (round, faults) = RoundReader.Read(body.ToArray());
        if (round is not null && faults.Count == 0 && round.Code != code)
            faults = [new("code", 1, "Berbeda dari kode pada alamat.", "Differs from the code in the address.")];
        if (round is null || faults.Count > 0) return Faulty(faults);
        var imported = await import.RunAsync(round, cancel, viewer.Role);
        return imported.IsRefused(out var refusal) ? texts.Problem(refusal) : Results.Json(new { code, criteriaVersion = imported.Value.LastCriteria });
    }

    private static IResult Faulty(IEnumerable<RoundFault> faults) => Results.ValidationProblem(
        faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => Texts.T($"baris {f.Line}: {f.Id}", $"line {f.Line}: {f.En}")).ToArray()),
        type: "recruitment-document-faulty", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static RoundV1 Tell(Round round, CriteriaVersion? criteria) => new(
        RoundReader.Format, round.Code, round.Kind switch { RoundKind.Cpns => "cpns", RoundKind.Pppk => "pppk", _ => "lainnya" }, round.Title, round.Year,
        [.. round.Stages.Select(s => new StageV1(s.Code, s.Title, s.From, s.To))],
        [.. round.Vacancies.Select(v => new VacancyV1(v.Code, v.Title, v.Unit, v.Education, v.Seats))],
        criteria is null ? null : new CriteriaV1(criteria.Number, [.. criteria.Criteria.Select(c => new CriterionV1(
            c.Code, c.Title, c.Text, c.Weight, c.Authority switch { Authority.National => "nasional", Authority.Proposal => "usulan", _ => "daerah" }, c.LegalBasis))]));
}
