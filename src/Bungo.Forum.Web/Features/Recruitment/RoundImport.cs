using Bungo.Forum.Contract.Recruitment.V1;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary>
/// Takes a checked round in: the command line, the API and the demonstration come this way. The description is
/// replaced by what came; criteria only ever gain versions. The same document twice changes nothing.
/// </summary>
public sealed class RoundImport(ForumDb db, ActRecorder acts, TimeProvider clock)
{
    /// <param name="by">In which role it was brought; null for whoever runs the machine.</param>
    /// <returns>The round; a refusal when the criteria contradict what was published.</returns>
    public async Task<Outcome<Round>> RunAsync(RoundV1 input, CancellationToken cancel, Role? by = null)
    {
        await acts.BeginAsync(cancel);
        await db.LockRoundAsync(input.Code, cancel);
        var round = await db.Rounds.FirstOrDefaultAsync(r => r.Code == input.Code, cancel);
        if (round is null) db.Add(round = Round.Create(input.Code));
        round.Describe(
            RoundReader.KindOf(input), input.Title, input.Year,
            input.Stages.Select(s => new Stage(s.Code, s.Title, s.From, s.To)),
            input.Vacancies.Select(v => new Vacancy(v.Code, v.Title, v.Unit, v.Education, v.Seats)));

        var recorded = new List<Act>();
        if (input.Criteria is { } criteria)
        {
            var existing = await db.CriteriaVersions.FirstOrDefaultAsync(v => v.RoundId == round.Id && v.Number == criteria.Version, cancel);
            var published = round.Publish(criteria.Version, RoundReader.CriteriaOf(criteria), existing, clock.GetUtcNow());
            if (published.IsRefused(out var refusal)) return refusal;
            if (published.Value is { } version)
            {
                db.Add(version);
                recorded.AddRange(version.Criteria.Select(c => new CriterionPublished(round, version, c, by)));
            }
        }

        await acts.CommitAsync(recorded, cancel);
        return round;
    }
}
