using Bungo.Forum.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

/// <summary>The key on period and version makes a second report of the same number impossible; that a row is never changed or removed is said by the migration ReportsGuard.</summary>
public sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("report", t =>
        {
            t.HasCheckConstraint("ck_report_version", "version > 0 and (version > 1) = (reason is not null)");
            t.HasCheckConstraint("ck_report_digest", "data_digest = sha256(data)");
            t.HasCheckConstraint("ck_report_ended", "compiled_at >= period_until");
        });
        report.Property(r => r.Period).HasConversion(p => p.ToString(), code => Period.Parse(code).Value)
            .HasMaxLength(Period.CodeLength).UseCollation("C");
        report.Property(r => r.DefinitionsVersion).HasMaxLength(40);
        report.Property(r => r.Reason).HasMaxLength(Report.LongestReason);
        report.HasIndex(r => new { r.Period, r.Version }).IsUnique();
        report.HasIndex(r => new { r.PeriodUntil, r.Period }).IsDescending().HasFilter("version = 1").HasDatabaseName("ix_report_list");
    }
}
