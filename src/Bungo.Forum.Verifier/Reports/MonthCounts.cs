using System.Runtime.InteropServices;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Acts;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// Counts the log by month while it is read once, before it is known which periods reports will be about: by figure and
/// cell, as <see cref="Definitions"/> tells them. What is kept grows with the months, not with the acts.
/// </summary>
internal sealed class MonthCounts
{
    private const string Imported = "impor";

    private readonly Dictionary<(int Month, string Figure, string Cell), Tally> _tallies = [];
    private readonly Dictionary<string, DateTimeOffset> _pollEnds = [];
    private readonly HashSet<ObjectId> _criteria = [];
    private readonly BeatTimes _beats = new();

    /// <summary>When this log began, if it follows another: what came before is not in it.</summary>
    public DateTimeOffset? FollowsSince { get; private set; }

    /// <summary>Brought in from elsewhere, and nobody's participation here.</summary>
    public static bool IsImported(Leaf leaf) => leaf.Text("asal") == Imported;

    public void Add(long record, Leaf leaf)
    {
        var kind = leaf.Kind.Name;
        var at = leaf.At;
        if (record == 0 && kind == "buku.buka" && leaf.Documents.Count > 0) FollowsSince = at;
        if (kind == "denyut") _beats.Add(at, leaf.Count("disaksikan"));
        else if (!kind.StartsWith("buku.", StringComparison.Ordinal) && !kind.StartsWith("kunci.", StringComparison.Ordinal)) Exact(at, "tindakan", kind);
        switch (kind)
        {
            case "pos.buat" when !IsImported(leaf):
                Near(at, "kiriman", leaf.Text("induk") is null ? "masukan" : "balasan");
                break;
            case "utas.buat" when !IsImported(leaf):
                Near(at, "topik-kewenangan", FigureDefinition.Total);
                break;
            case "kriteria.versi" when _criteria.Add(leaf.ActedOn):
                Near(at, "versi-kriteria", Definitions.Only);
                break;
            case "mod.putus" or "mod.pulih":
                Near(at, "putusan", leaf.Text("tindakan")!);
                Near(at, "putusan-aturan", leaf.Text("aturan") ?? "");
                if (kind == "mod.pulih") Near(at, "dipulihkan", Definitions.Only);
                break;
            case "jajak.buka":
                Exact(leaf.Time("mulai") ?? at, "jajak", "dibuka");
                if (leaf.Time("selesai") is { } ends) _pollEnds.TryAdd(leaf.ActedOn.ToString(), ends);
                break;
            case "jajak.tutup":
                Close(leaf);
                break;
        }
    }

    public Recount Of(Period period, string figure, string cell)
    {
        var (first, next) = (WibMonths.Of(period.From), WibMonths.Of(period.Until));
        var before = _tallies.GetValueOrDefault((first, figure, cell)).Border;
        var after = _tallies.GetValueOrDefault((next, figure, cell)).Border;
        long inside = 0;
        foreach (var month in WibMonths.Of(period))
        {
            var tally = _tallies.GetValueOrDefault((month, figure, cell));
            inside += tally.Sure + (month == first ? 0 : tally.Border);
        }

        return Recount.Between(inside, inside + before + after);
    }

    /// <summary>The cells of a figure that were counted in a period, where the data bring them.</summary>
    public IEnumerable<string> CellsOf(Period period, string figure) =>
        _tallies.Keys.Where(k => k.Figure == figure && k.Month >= WibMonths.Of(period.From) && k.Month <= WibMonths.Of(period.Until)).Select(k => k.Cell).Distinct();

    /// <summary>The longest time in which the number of witnessed entries did not grow, in tenths of an hour.</summary>
    public Recount Unwitnessed(Period period) => _beats.Longest(period);

    // It ends when it was planned to, or earlier when somebody closed it; only then the act's own time counts.
    private void Close(Leaf leaf)
    {
        var planned = _pollEnds.TryGetValue(leaf.ActedOn.ToString(), out var ends) ? ends : leaf.At;
        var isEarly = leaf.At < planned;
        var at = isEarly ? leaf.At : planned;
        var ballots = leaf.Count("suara") ?? 0;
        Count(at, "jajak", "ditutup", 1, isEarly);
        Count(at, "suara", Definitions.Only, ballots, isEarly);
        if (leaf.Count("berhak") is not { } entitled) return;
        Count(at, Turnout.Ballots, Definitions.Only, ballots, isEarly);
        Count(at, Turnout.Entitled, Definitions.Only, entitled, isEarly);
    }

    private void Exact(DateTimeOffset at, string figure, string cell) => Count(at, figure, cell, 1, mayBeBefore: false);

    private void Near(DateTimeOffset at, string figure, string cell) => Count(at, figure, cell, 1, mayBeBefore: true);

    private void Count(DateTimeOffset at, string figure, string cell, long by, bool mayBeBefore)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (WibMonths.Of(at), figure, cell), out _);
        if (mayBeBefore && WibMonths.IsOnBorder(at)) tally.Border += by;
        else tally.Sure += by;
    }

    private struct Tally
    {
        public long Sure;
        public long Border;
    }
}
