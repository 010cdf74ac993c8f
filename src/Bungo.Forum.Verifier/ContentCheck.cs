using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Polls;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;

namespace Bungo.Forum.Verifier;

/// <param name="Acts">Records that are acts, each id once.</param>
/// <param name="Commitments">Null where the package holds no openings, and nothing of the rest was looked at.</param>
internal sealed record CheckedContent(long Acts, CommitmentCounts? Commitments, PollCounts? Polls, IReadOnlyList<ReportOutcome> Reports);

/// <summary>
/// What can only be said once the whole log was read: the acts by their objects and by their ids, what opens them, and what
/// polls and reports make of them. Everything was set aside on the way and is taken back part by part.
/// </summary>
internal static class ContentCheck
{
    public static CheckedContent Run(Package package, ActsCheck acts, FindingList findings)
    {
        var inputs = new ObjectsCheck(acts, findings.In(Phase.Log)).Run();
        var commitments = new CommitmentsCheck(acts, findings);
        if (!package.IsCopy)
        {
            commitments.RunWithoutOpenings();
            return new(commitments.Acts, null, null, []);
        }

        var openings = new OpeningsReader(acts.Store);
        openings.Read(package, Package.Openings, 0, findings.In(Phase.Openings));
        var polls = new PollsCheck(acts, findings);
        polls.Read(package, openings);
        openings.ReadStates(package, findings.In(Phase.States));
        var authors = new AuthorCounts(acts.Store);
        var counts = commitments.Run(polls.Tally, authors);
        var recounts = polls.Count();

        var reports = new ReportsCheck(package, findings.In(Phase.Reports));
        reports.Read(acts.Reports);
        authors.Count(reports.Periods);
        inputs.Count(reports.Holidays);
        return new(commitments.Acts, counts, recounts, reports.Compare(new(acts.Months, authors, inputs)));
    }
}
