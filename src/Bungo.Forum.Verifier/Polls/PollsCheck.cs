using System.Globalization;
using System.Security.Cryptography;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>
/// Counts every poll again whose ballots are published. The file must hold exactly the ballots that the log took in
/// between opening and close; of ballots with one nullifier the last counts; and what comes out must be what was
/// announced. Nobody need be believed for any of it but the institution that gave each person one nullifier.
/// </summary>
internal sealed class PollsCheck(ActsCheck acts, OpeningsCheck openings, Action<Finding> report)
{
    private const string Choice = "pilihan";
    private const string Nullifier = "nul";

    private readonly ActTable _table = acts.Table;

    public PollCounts Check(Package package)
    {
        var (recounted, open, unpublished) = (0, 0, 0);
        foreach (var (id, poll) in acts.Polls.All)
        {
            CheckPlaces(poll);
            if (poll.Counted is null) open++;
            else if (Recount(package, id, poll)) recounted++;
            else unpublished++;
        }

        return new(recounted, open, unpublished);
    }

    private void CheckPlaces(RecordedPoll poll)
    {
        foreach (var row in poll.Ballots)
        {
            var record = _table.Record(row);
            if (poll.Opened is not { } opened || record < opened || record > poll.Closed)
                report(new(acts.FileOf(record), record, VerifyFault.BallotOutsideVoting, poll.Closed ?? poll.Opened, _table.Id(row).ToString()));
        }
    }

    private bool Recount(Package package, ObjectId id, RecordedPoll poll)
    {
        var file = Package.Ballots(id);
        var (place, counted) = (acts.FileOf(poll.Counted!.Value), poll.Counted.Value);
        using (var stream = package.OpenRead(file))
        {
            if (stream is null)
            {
                // Once the law lets the choices be forgotten, the file goes with them; the erasures are in the log.
                var isErased = poll.Ballots.Count > 0 && poll.Ballots.TrueForAll(row => acts.IsErased(row, Choice));
                if (poll.BallotFile is not null && !isErased) report(new(place, counted, VerifyFault.BallotFileMissing, Subject: file));
                return false;
            }

            if (poll.BallotFile is { } digest && Convert.ToHexStringLower(SHA256.HashData(stream)) != digest.Sha256)
                report(new(file, null, VerifyFault.BallotFileDiffers, counted, digest.Sha256));
        }

        var ballots = poll.Ballots.ToDictionary(row => row, _ => new Ballot());
        openings.Read(package, file, (row, opening) =>
        {
            if (!ballots.TryGetValue(row, out var ballot)) report(new(file, null, VerifyFault.BallotForeign, _table.Record(row), opening.Act.ToString()));
            else if (opening.Label == Nullifier) ballot.Nullifier = Text(opening);
            else ballot.Choice = Text(opening);
        });
        Count(file, poll, ballots);
        return true;
    }

    private void Count(string file, RecordedPoll poll, Dictionary<int, Ballot> ballots)
    {
        var last = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var row in poll.Ballots)
        {
            var (ballot, record, id) = (ballots[row], _table.Record(row), _table.Id(row).ToString());
            if (ballot.Nullifier is null && ballot.Choice is null) report(new(file, null, VerifyFault.BallotUnlisted, record, id));
            else if (ballot.Nullifier is null || ballot.Choice is null) report(new(file, null, VerifyFault.BallotIncomplete, record, id));
            else if (ReadChoices(poll, ballot.Choice) is { } choices) last[ballot.Nullifier] = choices;
            else report(new(file, null, VerifyFault.BallotChoice, record, id));
        }

        var counted = poll.Counted!.Value;
        var totals = last.Values.SelectMany(choices => choices).CountBy(option => option).ToDictionary();
        for (var i = 0; i < poll.CountedOptions.Count; i++)
        {
            var (option, total) = (poll.CountedOptions[i], totals.GetValueOrDefault(poll.CountedOptions[i]));
            if (i >= poll.Counts.Count || poll.Counts[i] != total)
                Differs(string.Create(CultureInfo.InvariantCulture, $"{option}: {total}"));
        }

        if (poll.Counts.Count != poll.CountedOptions.Count || !poll.CountedOptions.Order().SequenceEqual(poll.Options.Order())) Differs(Choice);
        // How many were entitled is no bound: who is verified while the poll is open may vote too.
        if (poll.Voters != last.Count) Differs(string.Create(CultureInfo.InvariantCulture, $"pemilih: {last.Count}"));

        void Differs(string subject) => report(new(acts.FileOf(counted), counted, VerifyFault.ResultDiffers, Subject: subject));
    }

    private static List<string>? ReadChoices(RecordedPoll poll, string text)
    {
        try
        {
            if (CanonicalJson.Read(System.Text.Encoding.UTF8.GetBytes(text)) is not CanonicalArray items || !items.All(i => i is CanonicalText)) return null;
            var choices = items.Select(i => ((CanonicalText)i).Value).ToList();
            var isAllowed = choices.Distinct().Count() == choices.Count && choices.TrueForAll(poll.Options.Contains)
                && (poll.IsOneChoice ? choices.Count == 1 : choices.Count <= (poll.MostChoices ?? choices.Count));
            return isAllowed ? choices : null;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }

    private static string Text(Opening opening) => System.Text.Encoding.UTF8.GetString(opening.Content.Span);

    private sealed class Ballot
    {
        public string? Nullifier { get; set; }
        public string? Choice { get; set; }
    }
}
