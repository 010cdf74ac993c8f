using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class ActsMapping :
    IEntityTypeConfiguration<PendingAct>, IEntityTypeConfiguration<ActOpening>, IEntityTypeConfiguration<ActHead>,
    IEntityTypeConfiguration<LiveStream>, IEntityTypeConfiguration<StreamEvent>, IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<PendingAct> pending)
    {
        pending.ToTable("pending", "ledger");
        pending.HasKey(p => p.ActId);
        pending.Property(p => p.Kind).HasMaxLength(24);
    }

    public void Configure(EntityTypeBuilder<ActOpening> opening)
    {
        opening.ToTable("opening", "ledger");
        opening.HasKey(o => new { o.ActId, o.Label });
        opening.Property(o => o.Label).HasMaxLength(24);
        opening.Property(o => o.Type).HasMaxLength(80);
        opening.Property(o => o.State).HasConversion<string>().HasMaxLength(12);
        // Finds everything one person did, for the one case in which that is needed: to part it from them.
        opening.HasIndex(o => o.Content).HasFilter("label in ('actor', 'sasaran')");
        // Only for closing what a hidden post said; the other labels stay out of it, since every post pays for an entry.
        opening.HasIndex(o => o.ObjectId).HasFilter("label in ('body', 'lampiran')");
    }

    public void Configure(EntityTypeBuilder<ActHead> head)
    {
        head.ToTable("act_head", "ledger");
        head.HasKey(h => h.ObjectId);
    }

    public void Configure(EntityTypeBuilder<LiveStream> stream)
    {
        stream.ToTable("stream", "live");
        stream.HasKey(s => s.Name);
        stream.Property(s => s.Name).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<StreamEvent> e)
    {
        e.ToTable("stream_event", "live");
        e.HasKey(x => new { x.Stream, x.Number });
        e.Property(x => x.Stream).HasMaxLength(40);
        e.Property(x => x.Target).HasMaxLength(40);
        e.HasIndex(x => x.At);
    }

    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.ToTable("imported_item");
        item.HasKey(i => new { i.Source, i.ExternalId });
        item.Property(i => i.Source).HasMaxLength(200);
        item.Property(i => i.ExternalId).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("submission");
        submission.HasKey(s => new { s.AccountId, s.Key });
        submission.HasIndex(s => s.At);
    }
}
