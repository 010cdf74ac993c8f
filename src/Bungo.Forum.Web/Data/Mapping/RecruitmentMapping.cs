using Bungo.Forum.Domain.Recruitment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.ToTable("round");
        round.Property(r => r.Code).HasMaxLength(40);
        round.Property(r => r.Kind).HasConversion<string>().HasMaxLength(8);
        round.HasIndex(r => r.Code).IsUnique();
        round.OwnsMany(r => r.Stages, s => s.ToJson());
        round.OwnsMany(r => r.Vacancies, v => v.ToJson());
    }
}

public sealed class CriteriaVersionMapping : IEntityTypeConfiguration<CriteriaVersion>
{
    public void Configure(EntityTypeBuilder<CriteriaVersion> version)
    {
        version.ToTable("criteria_version");
        version.HasOne(v => v.Round).WithMany().HasForeignKey(v => v.RoundId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.RoundId, v.Number }).IsUnique();
        version.OwnsMany(v => v.Reasons, r => r.ToJson());
        version.OwnsMany(v => v.Criteria, c =>
        {
            c.ToJson();
            c.Property(x => x.Authority).HasConversion<string>();
        });
    }
}

public sealed class CriteriaDraftMapping : IEntityTypeConfiguration<CriteriaDraft>
{
    public void Configure(EntityTypeBuilder<CriteriaDraft> draft)
    {
        draft.ToTable("criteria_draft");
        draft.HasOne<Round>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => d.RoundId).IsUnique();
        draft.OwnsMany(d => d.Items, i =>
        {
            i.ToJson();
            i.Property(x => x.Authority).HasConversion<string>();
            i.Ignore(x => x.Criterion);
        });
    }
}
