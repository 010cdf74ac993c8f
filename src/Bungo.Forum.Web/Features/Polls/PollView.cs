using System.Globalization;
using Bungo.Forum.Domain.Polls;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>A poll as everybody sees it: on its page, in a live update, in the API. Nothing in it depends on who looks.</summary>
/// <param name="Tally">Null while the result is hidden: what is not here cannot leak.</param>
public sealed record PollView(Poll Poll, PollState State, Tally? Tally)
{
    /// <summary>Of those who could vote when it opened; null before, or when later members outnumber them.</summary>
    public int? TurnoutPercent => Poll.EligibleAtOpening is { } eligible && eligible > 0 && Poll.BallotCount <= eligible
        ? (int)Math.Round(100.0 * Poll.BallotCount / eligible)
        : null;

    /// <summary>Where a list puts it: open polls by their end, then coming ones by their start, then the newest past ones.</summary>
    public string SortKey => State switch
    {
        PollState.Open => Key('1', Poll.ClosesAt.UtcTicks),
        PollState.Scheduled => Key('2', Poll.OpensAt.UtcTicks),
        _ => Key('3', DateTimeOffset.MaxValue.UtcTicks - Poll.EndsAt.UtcTicks),
    };

    private static string Key(char group, long place) => group + place.ToString("D19", CultureInfo.InvariantCulture);
}
