using System.Globalization;
using System.Text;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Verifier.Packages;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>A report on a period, as its two files state it; every count is 0 and every measure empty until a test says otherwise.</summary>
internal sealed class AReport(string period)
{
    private readonly Period _period = Period.Parse(period).Value;
    private readonly Dictionary<(string Figure, string Cell), long?> _numbers = Empty(Period.Parse(period).Value);

    public string Definitions { get; set; } = Domain.Reports.Definitions.Version;

    /// <summary>What the table states otherwise than the data.</summary>
    public Dictionary<(string Figure, string Cell), long?> Table { get; } = [];

    public long? this[string figure, string cell]
    {
        set => _numbers[(figure, cell)] = value;
    }

    public void Remove(string figure, string cell) => _numbers.Remove((figure, cell));

    public byte[] Data => CanonicalJson.Write(new CanonicalObject(
    [
        new("schema", "report/v1"), new("period", period), new("from", LedgerTime.Write(_period.From)), new("until", LedgerTime.Write(_period.Until)),
        new("definitions", Definitions), new("holidays", new CanonicalArray(["2026-11-25"])),
        new("figures", new CanonicalArray(_numbers.GroupBy(n => n.Key.Figure).Select(f => (CanonicalValue)new CanonicalObject(
        [
            new("id", f.Key), new("unit", "count"),
            new("cells", new CanonicalArray(f.Select(n => (CanonicalValue)new CanonicalObject(
                n.Value is { } value
                    ? [new("code", n.Key.Cell), new("state", "told"), new("value", value)]
                    : [new("code", n.Key.Cell), new("state", "nothing")])))),
        ])))),
    ]));

    public byte[] Csv
    {
        get
        {
            var table = new StringBuilder("period,definitions,chapter,figure,figure_id,figure_en,cell,cell_id,cell_en,unit,state,value\r\n");
            foreach (var (key, value) in _numbers)
            {
                var stated = Table.GetValueOrDefault(key, value);
                table.Append(CultureInfo.InvariantCulture, $"{period},x,x,{key.Figure},\"Nama, \"\"ini\"\"\",x,{key.Cell},x,x,count,{(stated is null ? "nothing" : "told")},{stated}\r\n");
            }

            return Encoding.UTF8.GetBytes(table.ToString());
        }
    }

    /// <summary>Publishes it in a package: the act at its end, and its files.</summary>
    public Leaf Publish(APackage package, DateTimeOffset? at = null, int version = 1, ObjectId? acted = null, ActId? after = null)
    {
        package.Files[Package.Report(period, version, "json")] = Data;
        package.Files[Package.Report(period, version, "csv")] = Csv;
        var act = new LeafBuilder("laporan.terbit", ActId.New(), acted ?? ObjectId.New(), ActRole.Sistem, at ?? _period.Until.AddHours(9)).Clear("periode", period).Clear("versi", version)
            .Document("data", DocumentDigest.Of(Data, "application/json")).Document("berkas", DocumentDigest.Of(Csv, "text/csv"));
        return package.Add(after is { } before ? act.After(before) : act);
    }

    private static Dictionary<(string, string), long?> Empty(Period period)
    {
        var numbers = new Dictionary<(string, string), long?>();
        foreach (var definition in Domain.Reports.Definitions.All.Where(d => d.IsIn(period)))
        {
            foreach (var cell in definition.Cells) numbers[(definition.Id, cell.Code)] = definition.Unit == FigureUnit.Count ? 0 : null;
            if (definition.AddsUp) numbers[(definition.Id, FigureDefinition.Total)] = 0;
        }

        return numbers;
    }
}
