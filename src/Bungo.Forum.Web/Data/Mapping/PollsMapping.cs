using Bungo.Forum.Domain.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class PollMapping : IEntityTypeConfiguration<Poll>
{
    public void Configure(EntityTypeBuilder<Poll> poll)
    {
        poll.ToTable("poll", t =>
        {
            t.HasCheckConstraint("ck_poll_times", "closes_at > opens_at");
            t.HasCheckConstraint("ck_poll_closed_while_open", "closed_at >= opens_at and closed_at < closes_at");
        });
        poll.Property(p => p.Question).HasMaxLength(PollPlan.LongestQuestion);
        poll.Property(p => p.Slug).HasMaxLength(80);
        poll.Property(p => p.CriterionCode).HasMaxLength(16);
        poll.Property(p => p.Office).HasMaxLength(120);
        poll.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        poll.Property(p => p.Electorate).HasConversion<string>().HasMaxLength(16);
        poll.Property(p => p.ResultTiming).HasConversion<string>().HasMaxLength(16);
        poll.HasOne(p => p.Consultation).WithMany().HasForeignKey(p => p.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        poll.OwnsMany(p => p.Options, o => o.ToJson());
        poll.OwnsOne(p => p.Closure, c =>
        {
            c.Property(x => x.At).HasColumnName("closed_at");
            c.Property(x => x.ById).HasColumnName("closed_by_id");
            c.Property(x => x.Reason).HasColumnName("closure_reason").HasMaxLength(Closure.LongestReason);
        });
        poll.HasIndex(p => p.ObjectId).IsUnique();
        poll.HasIndex(p => new { p.ClosesAt, p.Id }).IsDescending();
        poll.HasIndex(p => p.OpensAt, "unrecorded").HasDatabaseName("ix_poll_unrecorded").HasFilter("closing_recorded_at is null");
    }
}

/// <summary>
/// Ballots, keys and castings lie in a schema of their own, so that a role, a backup or a dump can leave them
/// out. Nothing in it refers to an account.
/// </summary>
public sealed class BallotBoxMapping : IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<PollKey>, IEntityTypeConfiguration<Casting>
{
    private const string Schema = "ballot_box";

    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.ToTable("ballot", Schema, t =>
        {
            t.HasCheckConstraint("ck_ballot_nullifier", "length(nullifier) = 32");
            t.HasCheckConstraint("ck_ballot_choices", "cardinality(choices) > 0");
            t.HasCheckConstraint("ck_ballot_hour", "extract(epoch from cast_hour)::bigint % 3600 = 0");
        });
        ballot.HasKey(b => new { b.PollId, b.Nullifier });
        ballot.HasOne<Poll>().WithMany().HasForeignKey(b => b.PollId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PollKey> key)
    {
        key.ToTable("poll_key", Schema, t => t.HasCheckConstraint("ck_poll_key_length", "length(key) = 32"));
        key.HasKey(k => k.PollId);
        key.Property(k => k.PollId).ValueGeneratedNever();
        key.HasOne<Poll>().WithOne().HasForeignKey<PollKey>(k => k.PollId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Casting> casting)
    {
        casting.ToTable("casting", Schema);
        casting.HasKey(c => c.ActId);
        casting.Property(c => c.ActId).ValueGeneratedNever();
        casting.HasIndex(c => new { c.PollId, c.Mark }).IsUnique();
        casting.HasOne<Poll>().WithMany().HasForeignKey(c => c.PollId).OnDelete(DeleteBehavior.Restrict);
    }
}
