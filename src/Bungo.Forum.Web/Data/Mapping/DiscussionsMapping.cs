using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("topic", t => t.HasCheckConstraint("ck_topic_lock", "(locked_at is null) = (lock_decision_id is null)"));
        topic.Property(t => t.Title).HasMaxLength(Topic.LongestTitle);
        topic.Property(t => t.Slug).HasMaxLength(80);
        topic.Property(t => t.CriterionCode).HasMaxLength(16);
        topic.HasOne(t => t.Consultation).WithMany().HasForeignKey(t => t.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne(t => t.OpenedBy).WithMany().HasForeignKey(t => t.OpenedById).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne(t => t.PartOf).WithMany().HasForeignKey(t => t.PartOfId).OnDelete(DeleteBehavior.Restrict);
        topic.OwnsOne(t => t.Lock, l =>
        {
            l.Property(x => x.At).HasColumnName("locked_at");
            l.Property(x => x.DecisionId).HasColumnName("lock_decision_id");
            l.HasOne(x => x.Decision).WithMany().HasForeignKey(x => x.DecisionId).OnDelete(DeleteBehavior.Restrict);
            l.HasIndex(x => x.DecisionId).HasFilter("lock_decision_id is not null");
        });
        topic.ComplexProperty(t => t.Stances, s =>
        {
            s.Property(x => x.Support).HasColumnName("stance_support");
            s.Property(x => x.Oppose).HasColumnName("stance_oppose");
            s.Property(x => x.Neutral).HasColumnName("stance_neutral");
        });
        topic.HasIndex(t => t.ObjectId).IsUnique();
        topic.HasIndex(t => new { t.ConsultationId, t.CriterionCode }).IsUnique().HasFilter("criterion_code is not null and part_of_id is null");
        topic.HasIndex(t => new { t.LastPostAt, t.Id }).IsDescending();
    }
}

public sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("post", t =>
        {
            t.HasCheckConstraint("ck_post_hiding", "num_nulls(hidden_at, hiding_decision_id, hiding_rule) in (0, 3)");
            t.HasCheckConstraint(
                "ck_post_erasure", "num_nulls(erasure_ground, erasure_office, erasure_requested_on) in (0, 3) and (erasure_ground is null or erased_at is not null)");
        });
        post.Property(p => p.Path).UseCollation("C");
        post.Property(p => p.Office).HasMaxLength(120);
        post.HasOne(p => p.Topic).WithMany().HasForeignKey(p => p.TopicId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        post.OwnsOne(p => p.Hiding, h =>
        {
            h.Property(x => x.At).HasColumnName("hidden_at");
            h.Property(x => x.DecisionId).HasColumnName("hiding_decision_id");
            h.Property(x => x.Rule).HasColumnName("hiding_rule").HasMaxLength(16);
            h.HasOne(x => x.Decision).WithMany().HasForeignKey(x => x.DecisionId).OnDelete(DeleteBehavior.Restrict);
            h.HasIndex(x => x.DecisionId).HasFilter("hiding_decision_id is not null");
        });
        post.OwnsOne(p => p.Erasure, e =>
        {
            e.Property(x => x.Ground).HasColumnName("erasure_ground").HasConversion<string>().HasMaxLength(16);
            e.Property(x => x.Office).HasColumnName("erasure_office").HasMaxLength(Account.LongestOffice);
            e.Property(x => x.RequestedOn).HasColumnName("erasure_requested_on");
        });
        post.HasOne(p => p.Answer).WithMany().HasForeignKey(p => p.AnswerId).OnDelete(DeleteBehavior.Restrict);
        post.HasIndex(p => p.AnswerId).HasFilter("answer_id is not null");
        // A cache of what Markdown.Render makes of the body; see RenderedBodies.
        post.Property<string>(RenderedBodies.Html);
        post.Property<int>(RenderedBodies.HtmlVersion);

        post.HasIndex(p => p.ObjectId).IsUnique();
        post.HasIndex(p => new { p.TopicId, p.Number }).IsUnique();
        // One index for each way of reading a topic, so that page 1 of any size is one short scan.
        post.HasIndex(p => new { p.TopicId, p.Path, p.Number }).HasDatabaseName("ix_post_reading_order");
        post.HasIndex(p => new { p.TopicId, p.SupportCount, p.Number }).IsDescending(false, true, true)
            .HasFilter("parent_id is null").HasDatabaseName("ix_post_most_supported");
        post.HasIndex(p => new { p.TopicId, p.Number }, "unanswered").HasDatabaseName("ix_post_unanswered")
            .HasFilter("parent_id is null and not is_answered and hidden_at is null and withdrawn_at is null");
        post.HasIndex(p => new { p.AuthorId, p.PostedAt });
        post.HasIndex(p => new { p.ErasedAt, p.Id }).IsDescending().HasFilter("erasure_ground is not null").HasDatabaseName("ix_post_lawful_erasures");
        post.HasIndex(p => p.PostedAt).IsDescending().HasDatabaseName("ix_post_official_answers")
            .HasFilter("office is not null and parent_id is not null and hidden_at is null and withdrawn_at is null");
    }
}

public sealed class PostRevisionMapping : IEntityTypeConfiguration<PostRevision>
{
    public void Configure(EntityTypeBuilder<PostRevision> revision)
    {
        revision.ToTable("post_revision");
        revision.HasOne(r => r.Post).WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Restrict);
        revision.HasIndex(r => new { r.PostId, r.ReplacedAt });
    }
}

public sealed class SupportMapping : IEntityTypeConfiguration<Support>
{
    public void Configure(EntityTypeBuilder<Support> support)
    {
        support.ToTable("support");
        support.HasKey(s => new { s.PostId, s.AccountId });
        support.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
