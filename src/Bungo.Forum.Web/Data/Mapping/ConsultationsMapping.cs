using Bungo.Forum.Domain.Consultations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("participant");
        participant.HasKey(p => new { p.ConsultationId, p.AccountId });
    }
}

public sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("consultation");
        consultation.Property(c => c.Title).HasMaxLength(Consultation.LongestTitle);
        consultation.Property(c => c.Slug).HasMaxLength(80);
        consultation.Property(c => c.Announced).HasConversion<string>().HasMaxLength(16);
        consultation.HasIndex(c => c.Slug).IsUnique();
        consultation.HasOne(c => c.Round).WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        consultation.ComplexProperty(c => c.Timetable, t =>
        {
            t.Property(x => x.PublishedAt).HasColumnName("published_at");
            t.Property(x => x.InputOpensAt).HasColumnName("input_opens_at");
            t.Property(x => x.InputClosesAt).HasColumnName("input_closes_at");
            t.Property(x => x.AdoptedAt).HasColumnName("adopted_at");
        });
    }
}
