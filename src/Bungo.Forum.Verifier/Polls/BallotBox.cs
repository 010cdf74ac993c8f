using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Acts;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Polls;

/// <summary>A ballot that counts unless the same voter has a later one.</summary>
/// <param name="Voter">The poll and the nullifier, under one short name.</param>
internal readonly record struct BallotRow(Guid Voter, int Poll, uint Record, ChoiceSet Choices);

/// <summary>Options chosen, by their places in the poll: more than fit into a leaf of 4,096 bytes.</summary>
internal readonly record struct ChoiceSet(UInt128 Low, UInt128 High)
{
    public const int Most = 256;
    private const int Half = 128;

    public bool Has(int option) => ((option < Half ? Low >> option : High >> (option - Half)) & 1) != 0;

    public ChoiceSet With(int option) => option < Half ? this with { Low = Low | (UInt128.One << option) } : this with { High = High | (UInt128.One << (option - Half)) };
}

/// <summary>The ballots of one part of the acts, each with the two openings that the file of its poll gives.</summary>
internal sealed class BallotBox(ActPart acts, PollTable polls)
{
    private const string Choice = "pilihan";
    private const string Nullifier = "nul";

    private readonly Dictionary<int, (Guid? Voter, string? Choice)> _opened = [];

    public List<BallotRow> Ballots { get; } = [];

    /// <summary>By poll: how many ballots, and of how many the choice is erased.</summary>
    public Dictionary<int, (long All, long Erased)> Counts { get; } = [];

    public void Add(int row, OpeningRecord opening)
    {
        var poll = polls.All[opening.File - 1];
        if (acts[row].Poll != poll.Number)
        {
            Tell(poll, VerifyFault.BallotForeign, row);
            return;
        }

        var had = _opened.GetValueOrDefault(row);
        _opened[row] = opening.Label == Nullifier
            ? had with { Voter = ActStore.NameOf([.. poll.Id.ToGuid().ToByteArray(), .. opening.Content]) }
            : had with { Choice = Encoding.UTF8.GetString(opening.Content) };
    }

    /// <summary>Looks at every ballot of the part, those that no file opens included.</summary>
    public void Close()
    {
        foreach (var row in acts.Rows.Where(row => acts[row].Poll >= 0))
        {
            var poll = polls.All[acts[row].Poll];
            var count = Counts.GetValueOrDefault(poll.Number);
            Counts[poll.Number] = (count.All + 1, count.Erased + (acts.Find(row, Choice) is >= 0 and var at && acts.IsErased(at) ? 1 : 0));
            if (!poll.IsPublished) continue;
            var (voter, choice) = _opened.GetValueOrDefault(row);
            if (voter is null && choice is null) Tell(poll, VerifyFault.BallotUnlisted, row);
            else if (voter is null || choice is null) Tell(poll, VerifyFault.BallotIncomplete, row);
            else if (Read(poll, choice) is { } choices) Ballots.Add(new(voter.Value, poll.Number, acts[row].Record, choices));
            else Tell(poll, VerifyFault.BallotChoice, row);
        }
    }

    private void Tell(RecordedPoll poll, VerifyFault fault, int row) =>
        acts.Faults.Add((Phase.Polls, poll.Number + 1, new(Package.Ballots(poll.Id), null, fault, acts.Record(row), ActId.From(acts[row].Id).ToString())));

    private static ChoiceSet? Read(RecordedPoll poll, string text)
    {
        try
        {
            if (CanonicalJson.Read(Encoding.UTF8.GetBytes(text)) is not CanonicalArray items || !items.All(i => i is CanonicalText)) return null;
            var set = default(ChoiceSet);
            foreach (var item in items)
            {
                var option = poll.Options.Index().FirstOrDefault(o => o.Item == ((CanonicalText)item).Value, (Index: ChoiceSet.Most, Item: "")).Index;
                if (option >= ChoiceSet.Most || set.Has(option)) return null;
                set = set.With(option);
            }

            var isAllowed = poll.IsOneChoice ? items.Count == 1 : items.Count <= (poll.MostChoices ?? items.Count);
            return isAllowed ? set : null;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }
}
