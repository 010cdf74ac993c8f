using System.Globalization;
using System.Security.Cryptography;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>
/// Counts every poll again whose ballots are published. The file must hold exactly the ballots that the log took in
/// between opening and close; of ballots with one nullifier the last counts; and what comes out must be what was
/// announced. Nobody need be believed for any of it but the institution that gave each person one nullifier.
/// </summary>
internal sealed class PollsCheck(ActsCheck acts, FindingList findings)
{
    public PollTally Tally { get; } = new(acts.Store);

    /// <summary>Reads the files of ballots, before the acts are looked at by their ids.</summary>
    public void Read(Package package, OpeningsReader openings)
    {
        foreach (var poll in acts.Polls.All.Where(p => p.Counted is not null))
        {
            var file = Package.Ballots(poll.Id);
            using (var stream = package.OpenRead(file))
            {
                if (stream is null) continue;
                poll.IsPublished = true;
                if (poll.BallotFile is { } digest && Convert.ToHexStringLower(SHA256.HashData(stream)) != digest.Sha256)
                    Tell(poll, new(file, null, VerifyFault.BallotFileDiffers, poll.Counted, digest.Sha256));
            }

            openings.Read(package, file, poll.Number + 1, finding => Tell(poll, finding));
        }
    }

    /// <summary>Counts, when all parts of the acts were looked at.</summary>
    public PollCounts Count()
    {
        var results = Tally.Count(acts.Polls.All);
        var (recounted, open, unpublished) = (0, 0, 0);
        foreach (var poll in acts.Polls.All)
        {
            if (poll.Counted is not { } counted) open++;
            else if (poll.IsPublished)
            {
                recounted++;
                Compare(poll, counted, results[poll.Number].Votes, results[poll.Number].Voters);
            }
            else
            {
                unpublished++;
                if (poll.ClosedBallots is { } ballots && ballots != poll.Voters)
                    Tell(poll, new(acts.FileOf(counted), counted, VerifyFault.ResultDiffers, poll.Closed, string.Create(CultureInfo.InvariantCulture, $"suara: {ballots}")));
                // Once the law lets the choices be forgotten, the file goes with them; the erasures are in the log.
                if (poll.BallotFile is not null && !Tally.IsErased(poll))
                    Tell(poll, new(acts.FileOf(counted), counted, VerifyFault.BallotFileMissing, Subject: Package.Ballots(poll.Id)));
            }
        }

        return new(recounted, open, unpublished);
    }

    private void Compare(RecordedPoll poll, long counted, long[] votes, long voters)
    {
        var totals = poll.Options.Zip(votes).GroupBy(o => o.First, o => o.Second).ToDictionary(o => o.Key, o => o.Sum());
        for (var i = 0; i < poll.CountedOptions.Count; i++)
        {
            var (option, total) = (poll.CountedOptions[i], totals.GetValueOrDefault(poll.CountedOptions[i]));
            if (i >= poll.Counts.Count || poll.Counts[i] != total)
                Differs(string.Create(CultureInfo.InvariantCulture, $"{option}: {total}"));
        }

        if (poll.Counts.Count != poll.CountedOptions.Count || !poll.CountedOptions.Order().SequenceEqual(poll.Options.Order())) Differs("pilihan");
        // How many were entitled is no bound: who is verified while the poll is open may vote too.
        if (poll.Voters != voters) Differs(string.Create(CultureInfo.InvariantCulture, $"pemilih: {voters}"));

        void Differs(string subject) => Tell(poll, new(acts.FileOf(counted), counted, VerifyFault.ResultDiffers, Subject: subject));
    }

    private void Tell(RecordedPoll poll, Finding finding) => findings.Add(finding, Phase.Polls, poll.Number + 1);
}
