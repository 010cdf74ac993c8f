using System.Data;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bungo.Forum.Web.Features.Reports.Measuring;

/// <summary>
/// Counts a period in one snapshot (repeatable read), so that figures which must fit together were counted of
/// the same forum, and read-only, so that counting cannot change anything.
/// </summary>
public sealed class ReportMeasuring(NpgsqlDataSource database, IOptions<RegionOptions> region)
{
    /// <summary>
    /// The days off work that can have mattered by then, in order: a decree on next year changes no report on this one.
    /// They come from the region's settings, for nobody can compute them.
    /// </summary>
    public IReadOnlyList<DateOnly> HolidaysBefore(DateTimeOffset until) =>
        [.. region.Value.Holidays.Distinct().Where(h => h < DateOnly.FromDateTime(Wib.Local(until).DateTime)).Order()];

    /// <param name="until">The moment up to which a period still running is counted: what is only planned has not happened.</param>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(Period period, CancellationToken cancel, DateTimeOffset? until = null)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, snapshot))
            await readOnly.ExecuteNonQueryAsync(cancel);
        var measured = new List<Measurement>();
        foreach (var sql in ReportQueries.All)
        {
            await using var query = new NpgsqlCommand(sql, connection, snapshot) { CommandTimeout = 0 };
            query.Parameters.AddWithValue("from", period.From);
            query.Parameters.AddWithValue("until", until < period.Until ? until.Value : period.Until);
            query.Parameters.AddWithValue("holidays", HolidaysBefore(period.Until).ToArray());
            await using var rows = await query.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) measured.Add(Read(rows));
        }

        return Figure.Of(period, measured.Where(m => Definitions.Find(m.Figure)?.IsIn(period) ?? true));
    }

    private static Measurement Read(NpgsqlDataReader row)
    {
        var figure = row.GetString(0);
        return new Measurement(figure, CodeOf(figure, row.GetString(1)), row.IsDBNull(2) ? null : row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3));
    }

    // What tables store by an enum's member name is published by the code that the Domain gives it for ever.
    private static string CodeOf(string figure, string cell) => figure switch
    {
        "laporan-warga" => Enum.Parse<FlagReason>(cell).Code(),
        "putusan" => Enum.Parse<Measure>(cell).Code(),
        "topik-kewenangan" => cell switch
        {
            nameof(Authority.National) => "nasional",
            nameof(Authority.Local) => "daerah",
            nameof(Authority.Proposal) => "usulan",
            _ => cell,
        },
        _ => cell,
    };
}
