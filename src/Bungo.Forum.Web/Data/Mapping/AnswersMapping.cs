using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable("answer", t =>
        {
            t.HasCheckConstraint("ck_answer_reason", $"length(reason) >= {Answer.ShortestReason}");
            t.HasCheckConstraint("ck_answer_duplicate", $"(disposition = '{nameof(Disposition.Duplicate)}') = (duplicate_of_id is not null)");
        });
        answer.Property(a => a.Disposition).HasConversion<string>().HasMaxLength(16);
        answer.Property(a => a.Reason).HasMaxLength(Answer.LongestReason);
        answer.Property(a => a.Office).HasMaxLength(Account.LongestOffice);
        answer.Property(a => a.SignerName).HasMaxLength(Account.LongestName);
        answer.HasOne(a => a.Consultation).WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.DuplicateOf).WithMany().HasForeignKey(a => a.DuplicateOfId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.SignedBy).WithMany().HasForeignKey(a => a.SignedById).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => a.ObjectId).IsUnique();
        answer.HasIndex(a => new { a.ConsultationId, a.At });
    }
}

public sealed class AnsweredInputMapping : IEntityTypeConfiguration<AnsweredInput>
{
    public void Configure(EntityTypeBuilder<AnsweredInput> answered)
    {
        // Two turns at most, whatever a program does: the first answer, and the one after the author's objection.
        answered.ToTable("answered_input", t => t.HasCheckConstraint("ck_answered_input_turn", "turn in (1, 2)"));
        answered.HasKey(a => new { a.InputId, a.Turn });
        answered.HasOne(a => a.Input).WithMany().HasForeignKey(a => a.InputId).OnDelete(DeleteBehavior.Restrict);
        answered.HasOne(a => a.Answer).WithMany().HasForeignKey(a => a.AnswerId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("objection");
        objection.HasKey(o => o.InputId);
        objection.Property(o => o.InputId).ValueGeneratedNever();
        objection.HasOne(o => o.Input).WithOne(p => p.Objection).HasForeignKey<Objection>(o => o.InputId).OnDelete(DeleteBehavior.Restrict);
    }
}
