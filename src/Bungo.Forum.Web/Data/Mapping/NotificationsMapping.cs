using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class NoticeMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<MailPreference>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notice");
        notice.Property(n => n.Kind).HasConversion<string>().HasMaxLength(16);
        notice.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne(n => n.Decision).WithMany().HasForeignKey(n => n.DecisionId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne(n => n.Ruling).WithMany().HasForeignKey(n => n.RulingId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne(n => n.Post).WithMany().HasForeignKey(n => n.PostId).OnDelete(DeleteBehavior.Cascade);
        notice.HasIndex(n => new { n.AccountId, n.At, n.Id });
        // The number in the header: read on every page of a member, so it must cost nothing.
        notice.HasIndex(n => n.AccountId, "unread").HasDatabaseName("ix_notice_unread").HasFilter("read_at is null");
    }

    public void Configure(EntityTypeBuilder<MailPreference> preference)
    {
        preference.ToTable("mail_preference");
        preference.HasKey(p => p.AccountId);
        preference.HasOne<Account>().WithOne().HasForeignKey<MailPreference>(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
