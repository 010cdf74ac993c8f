using System.Buffers.Text;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>Announced or worded anew before it opens. The ledger takes it up at opening, when nothing of it can change any more.</summary>
/// <param name="FormerConsultationId">Where it stood before it was worded anew: its line there changes too.</param>
public sealed record PollPlanned(Poll Poll, long? FormerConsultationId = null) : Act
{
    public override IEnumerable<Change> Changes => FormerConsultationId is { } former && former != Poll.ConsultationId
        ? PollActs.Everywhere(Poll).Append(new(Streams.Consultation(former), Streams.Name("poll-line", Poll.Id)))
        : PollActs.Everywhere(Poll);
}

/// <summary>The poll takes ballots from now on, worded and counted as written here.</summary>
public sealed record PollOpened(Poll Poll) : PublicAct("jajak.buka", Poll.ObjectId, null)
{
    public override IEnumerable<Change> Changes => PollActs.Everywhere(Poll);

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = new Dictionary<string, object>
            {
                ["pilihan"] = Poll.Options.Select(o => o.Id),
                ["aturan"] = PollActs.RuleOf(Poll),
                ["maks"] = Poll.MostChoices,
                ["peserta"] = Poll.Electorate == Electorate.Members ? "anggota" : "terverifikasi",
                ["berhak"] = Poll.EligibleAtOpening!.Value,
                ["mulai"] = Poll.OpensAt,
                ["selesai"] = Poll.ClosesAt,
            };
            if (Poll.Consultation is { } consultation) clear["konsultasi"] = consultation.ObjectId;
            if (Poll.CriterionCode is { } code) clear["kriteria"] = code;
            return clear;
        }
    }

    public override IEnumerable<Document> Documents => [new("naskah", "application/json", Encoding.UTF8.GetBytes(PollActs.TextOf(Poll)))];
}

/// <summary>No ballot counts after this. <paramref name="ClosedBy"/> is null when the planned time ended it.</summary>
public sealed record PollClosed(Poll Poll, Account? ClosedBy) : PublicAct("jajak.tutup", Poll.ObjectId, ClosedBy?.Role)
{
    public override IEnumerable<Change> Changes => PollActs.Everywhere(Poll);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["suara"] = Poll.BallotCount,
        ["berhak"] = Poll.EligibleAtOpening!.Value,
        ["dini"] = Poll.Closure is not null,
    };

    public override IEnumerable<Committed> Commitments => Poll.Closure is { } closure ? [new("alasan", "text/plain", closure.Reason)] : [];
}

/// <summary>The result, in clear: options and their votes in the same order.</summary>
public sealed record PollCounted(Poll Poll, Tally Tally) : PublicAct("jajak.hasil", Poll.ObjectId, null)
{
    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["pilihan"] = Tally.Counts.Select(c => c.Option.Id),
        ["hitung"] = Tally.Counts.Select(c => c.Votes),
        ["aturan"] = PollActs.RuleOf(Poll),
        ["pemilih"] = Tally.Ballots,
        ["berhak"] = Poll.EligibleAtOpening!.Value,
    };
}

/// <summary>
/// A ballot cast or changed. The leaf tells the poll and the hour; choice and nullifier are sealed until the
/// close. Its object is random and new each time: neither the order of voting nor which ballot replaced which
/// can be read from the chain of acts.
/// </summary>
public sealed record BallotCast(Poll Poll, Vote Vote) : PublicAct("suara.beri", Guid.NewGuid(), Role.Warga)
{
    // A changed ballot moves no turnout, so where the result is hidden nobody needs to hear that somebody thought again.
    public override IEnumerable<Change> Changes => Vote.Effect == VoteEffect.First || Poll.ResultTiming == ResultTiming.Live
        ? [new(Streams.Poll(Poll.Id), Streams.Name("poll-result", Poll.Id))]
        : [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["jajak"] = Poll.ObjectId };

    public override IEnumerable<Committed> Commitments =>
    [
        new("pilihan", "application/json", PollActs.Ids(Vote.Ballot.Choices).ToString(), OpeningState.Sealed),
        new("nul", "text/plain", Base64Url.EncodeToString(Vote.Ballot.Nullifier), OpeningState.Sealed),
    ];
}

/// <summary>What the acts on polls have in common.</summary>
internal static class PollActs
{
    public static IEnumerable<Change> Everywhere(Poll poll)
    {
        yield return new(Streams.Poll(poll.Id), Streams.Name("poll-head", poll.Id));
        yield return new(Streams.Poll(poll.Id), Streams.Name("poll-result", poll.Id));
        var line = Streams.Name("poll-line", poll.Id);
        yield return new(Streams.Polls, line);
        if (poll.ConsultationId is { } consultation) yield return new(Streams.Consultation(consultation), line);
    }

    public static string RuleOf(Poll poll) => poll.Kind == PollKind.OneChoice ? "satu-pilihan" : "beberapa-pilihan";

    /// <summary>The words voted on, in the ledger's canonical JSON, so that anybody can make the same bytes from the page.</summary>
    public static string TextOf(Poll poll) => new CanonicalObject(
    [
        new("pertanyaan", poll.Question),
        new("uraian", poll.Description),
        new("pilihan", new CanonicalArray(poll.Options.Select(o => (CanonicalValue)new CanonicalObject([new("id", LedgerId.Of(o.Id)), new("teks", o.Label)])))),
    ]).ToString();

    public static CanonicalArray Ids(IEnumerable<Guid> options) => new(options.Select(o => (CanonicalValue)LedgerId.Of(o)));
}
