using Bungo.Forum.Ledger.Merkle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class ActsMapping :
    IEntityTypeConfiguration<PendingAct>, IEntityTypeConfiguration<LogEntry>, IEntityTypeConfiguration<LogHead>, IEntityTypeConfiguration<RecordedAct>,
    IEntityTypeConfiguration<ActOpening>, IEntityTypeConfiguration<ActHead>,
    IEntityTypeConfiguration<LiveStream>, IEntityTypeConfiguration<StreamEvent>, IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<PendingAct> pending)
    {
        pending.ToTable("pending", "ledger");
        // Keyed by the order of acceptance, the only one in which it is read: the table is a queue, and an act costs one index.
        // That an act stands only once is the entry's to demand.
        pending.HasKey(p => p.Number);
        pending.Property(p => p.Number).UseIdentityAlwaysColumn();
        pending.Property(p => p.Kind).HasMaxLength(24);
    }

    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("entry", "ledger");
        entry.HasKey(e => e.Index);
        entry.Property(e => e.Index).HasColumnName("idx").ValueGeneratedNever();
        entry.Property(e => e.Kind).HasMaxLength(24);
        entry.HasIndex(e => e.ActId).IsUnique();
        entry.HasIndex(e => e.ObjectId);
    }

    public void Configure(EntityTypeBuilder<LogHead> head)
    {
        head.ToTable("head", "ledger", t => t.HasCheckConstraint("ck_head_sole", "sole"));
        head.HasKey(h => h.Sole);
        head.HasData(new LogHead(true, 0, TreeHash.OfNothing.ToArray(), null));
    }

    public void Configure(EntityTypeBuilder<RecordedAct> act)
    {
        act.ToView("act", "ledger");
        act.HasNoKey();
        act.Property(a => a.Index).HasColumnName("idx");
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
