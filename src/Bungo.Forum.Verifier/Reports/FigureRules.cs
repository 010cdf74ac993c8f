using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Verifier.Reports;

/// <summary>
/// Which numbers of a report the log gives, and by which rule: one for each definition. FORMAT.md tells the same in words,
/// so that somebody else can count without this program.
/// </summary>
internal sealed class FigureRules(MonthCounts counts, AuthorCounts authors, InputCounts inputs)
{
    private static readonly string[] Sums = ["kiriman", "putusan", "putusan-aturan", "tindakan"];

    /// <summary>What the log gives for each cell of a figure.</summary>
    public IReadOnlyDictionary<string, Recount> Of(FigureDefinition definition, Period period, PublishedReport published)
    {
        if (counts.FollowsSince > period.From) return All(definition, Recount.Unknown(NotRecomputable.BeforeLog));
        switch (definition.Id)
        {
            case "kiriman" or "putusan" or "putusan-aturan" or "tindakan" or "jajak" or "suara" or "versi-kriteria" or "dipulihkan":
                return Counted(definition, period);
            case "topik-kewenangan":
                return new Dictionary<string, Recount>(All(definition, Recount.Unknown(NotRecomputable.NotInLog)))
                {
                    [FigureDefinition.Total] = counts.Of(period, definition.Id, FigureDefinition.Total),
                };
            case "partisipasi-suara":
                return All(definition, TurnoutOf(period));
            case "penulis" or "porsi-teratas":
                return AuthorsOf(definition, period);
            case "masukan-warga" or "hari-kerja-tanggapan":
                return InputsOf(definition, inputs.Of(published));
            case "jam-tanpa-saksi":
                return All(definition, counts.Unwitnessed(period));
            default:
                return All(definition, Recount.Unknown(NotRecomputable.NotInLog));
        }
    }

    private Dictionary<string, Recount> Counted(FigureDefinition definition, Period period)
    {
        var codes = definition.Cells.Count > 0 ? definition.Cells.Select(c => c.Code) : counts.CellsOf(period, definition.Id);
        var cells = codes.ToDictionary(code => code, code => counts.Of(period, definition.Id, code));
        if (Sums.Contains(definition.Id)) cells[FigureDefinition.Total] = cells.Values.Aggregate(Recount.Exactly(0), (sum, cell) => sum + cell);
        return cells;
    }

    private Dictionary<string, Recount> AuthorsOf(FigureDefinition definition, Period period)
    {
        var posts = counts.Of(period, "kiriman", "masukan") + counts.Of(period, "kiriman", "balasan");
        if (posts.Least != posts.Most) return All(definition, Recount.Unknown(NotRecomputable.NearBorder));
        if (!authors.IsKnown(period)) return All(definition, Recount.Unknown(NotRecomputable.AuthorsUnknown));
        if (definition.Id == "porsi-teratas") return All(definition, authors.TopOf(period));
        var (once, often) = authors.Of(period);
        return Parts(("sekali", once), ("berkali", often));
    }

    private static Dictionary<string, Recount> InputsOf(FigureDefinition definition, InputTally? tally)
    {
        if (tally is null or { IsNearBorder: true }) return All(definition, Recount.Unknown(NotRecomputable.NearBorder));
        return definition.Id == "masukan-warga"
            ? Parts(("ditanggapi", tally.Answered), ("belum", tally.Unanswered))
            : new() { ["median"] = tally.Percentile(5), ["p90"] = tally.Percentile(9) };
    }

    private Recount TurnoutOf(Period period)
    {
        var (ballots, entitled) = (counts.Of(period, Turnout.Ballots, Definitions.Only), counts.Of(period, Turnout.Entitled, Definitions.Only));
        if (entitled.Least != entitled.Most || ballots.Least != ballots.Most) return Recount.Unknown(NotRecomputable.NearBorder);
        return entitled.Least is > 0 and var all ? Recount.Exactly(Rounding.Quotient(1000 * ballots.Least!.Value, all)) : Recount.Nothing;
    }

    private static Dictionary<string, Recount> Parts(params (string Code, long Value)[] parts)
    {
        var cells = parts.ToDictionary(p => p.Code, p => Recount.Exactly(p.Value));
        cells[FigureDefinition.Total] = Recount.Exactly(parts.Sum(p => p.Value));
        return cells;
    }

    private static Dictionary<string, Recount> All(FigureDefinition definition, Recount recount) =>
        definition.Cells.Select(c => c.Code).Concat(definition.AddsUp ? [FigureDefinition.Total] : []).ToDictionary(code => code, _ => recount);
}
