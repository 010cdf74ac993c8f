using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Reports;

/// <summary>Table and data file, byte for byte as published: what is downloaded has the digest the ledger holds.</summary>
internal static class ReportFiles
{
    public static Task<IResult> CsvAsync(string period, [FromQuery(Name = "versi")] int? version, HttpContext http, ForumDb db) =>
        SendAsync(period, version, http, db, "text/csv; charset=utf-8", ".csv", r => r.File);

    public static Task<IResult> JsonAsync(string period, [FromQuery(Name = "versi")] int? version, HttpContext http, ForumDb db) =>
        SendAsync(period, version, http, db, "application/json", ".json", r => r.Data);

    private static async Task<IResult> SendAsync(
        string code, int? version, HttpContext http, ForumDb db, string type, string ending, Func<Report, byte[]> bytes)
    {
        PublicCache.Tag(http, Streams.Reports);
        var period = Period.Parse(code);
        if (period.IsRefused(out _)) return Results.NotFound();
        var report = await db.Reports.AsNoTracking().NewestOrVersion(period.Value, version).FirstOrDefaultAsync(http.RequestAborted);
        if (report is null) return Results.NotFound();
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.File(bytes(report), type, $"laporan-{report.Period}-v{report.Version}{ending}");
    }

    /// <summary>The version asked for; the newest when none is.</summary>
    public static IQueryable<Report> NewestOrVersion(this IQueryable<Report> reports, Period period, int? version) =>
        reports.Where(r => r.Period == period && (version == null || r.Version == version)).OrderByDescending(r => r.Version);
}
