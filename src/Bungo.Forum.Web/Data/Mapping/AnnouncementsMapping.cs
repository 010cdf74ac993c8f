using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class AnnouncementDraftMapping : IEntityTypeConfiguration<AnnouncementDraft>
{
    public void Configure(EntityTypeBuilder<AnnouncementDraft> draft)
    {
        draft.ToTable("announcement_draft");
        draft.Property(d => d.Title).HasMaxLength(Announcement.LongestTitle);
        draft.Property(d => d.Office).HasMaxLength(Account.LongestOffice);
        draft.OwnsOne(d => d.Schedule, s =>
        {
            s.Property(x => x.At).HasColumnName("publish_at");
            s.Property(x => x.ById).HasColumnName("scheduled_by_id");
            s.HasIndex(x => x.At);
        });
        draft.HasIndex(d => new { d.Office, d.SavedAt });
    }
}

public sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("announcement");
        announcement.Property(a => a.Slug).HasMaxLength(80);
        announcement.Property(a => a.Title).HasMaxLength(Announcement.LongestTitle);
        announcement.Property(a => a.Office).HasMaxLength(Account.LongestOffice);
        announcement.OwnsOne(a => a.Pin, p =>
        {
            p.Property(x => x.Until).HasColumnName("pinned_until");
            p.Property(x => x.ById).HasColumnName("pinned_by_id");
            p.HasIndex(x => x.Until);
        });
        announcement.OwnsOne(a => a.Withdrawal, w =>
        {
            w.Property(x => x.At).HasColumnName("withdrawn_at");
            w.Property(x => x.ById).HasColumnName("withdrawn_by_id");
            w.Property(x => x.Reason).HasColumnName("withdrawal_reason").HasMaxLength(Announcement.LongestReason);
        });
        announcement.HasIndex(a => a.ObjectId).IsUnique();
        announcement.HasIndex(a => a.Slug).IsUnique();
        announcement.HasIndex(a => new { a.PublishedAt, a.Id }).IsDescending();
        announcement.HasIndex(a => a.ChangedAt).IsDescending();
    }
}

public sealed class AnnouncementVersionMapping : IEntityTypeConfiguration<AnnouncementVersion>
{
    public void Configure(EntityTypeBuilder<AnnouncementVersion> version)
    {
        version.ToTable("announcement_version");
        version.Property(v => v.Title).HasMaxLength(Announcement.LongestTitle);
        version.Property(v => v.Reason).HasMaxLength(Announcement.LongestReason);
        // No cascade: a published word cannot go because something above it went.
        version.HasOne(v => v.Announcement).WithMany().HasForeignKey(v => v.AnnouncementId).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<Account>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.AnnouncementId, v.Number }).IsUnique();
    }
}
