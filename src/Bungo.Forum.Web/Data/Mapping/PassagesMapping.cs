using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Passages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class PassageMapping : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> passage)
    {
        passage.ToTable("passage");
        passage.Property(p => p.CriterionCode).HasMaxLength(16);
        passage.Property(p => p.Fate).HasConversion<string>().HasMaxLength(16);
        passage.HasOne(p => p.Topic).WithMany().HasForeignKey(p => p.TopicId).OnDelete(DeleteBehavior.Restrict);
        passage.HasOne<Consultation>().WithMany().HasForeignKey(p => p.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        passage.ComplexProperty(p => p.Original, q => Columns(q, "original"));
        passage.ComplexProperty(p => p.Placed, q => Columns(q, "placed"));
        passage.HasIndex(p => p.TopicId).IsUnique();
        passage.HasIndex(p => new { p.ConsultationId, p.CriterionCode });
        passage.HasIndex(p => p.ConsultationId).HasFilter("fate = 'Undecided'").HasDatabaseName("ix_passage_undecided");
    }

    private static void Columns(ComplexPropertyBuilder<Quote> quote, string prefix)
    {
        quote.Property(q => q.Exact).HasColumnName(prefix + "_exact");
        quote.Property(q => q.Prefix).HasColumnName(prefix + "_prefix");
        quote.Property(q => q.Suffix).HasColumnName(prefix + "_suffix");
    }
}

public sealed class PassageRecordMapping : IEntityTypeConfiguration<PassageRecord>
{
    public void Configure(EntityTypeBuilder<PassageRecord> record)
    {
        record.ToTable("passage_record", t => t.HasCheckConstraint("ck_passage_record_decided", "num_nulls(decided_at, decided_by_id) in (0, 2)"));
        record.HasKey(r => new { r.PassageId, r.Version });
        record.Property(r => r.Fate).HasConversion<string>().HasMaxLength(16);
        record.Property(r => r.DecidedFor).HasMaxLength(120);
        record.HasOne(r => r.Passage).WithMany().HasForeignKey(r => r.PassageId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<Account>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
