using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

/// <summary>
/// The tables hold what the Domain promises, for whoever writes past it: a decision has one target of the kind
/// its measure is for, and a reason; what is hidden, locked or suspended names a decision. That this decision
/// is about that very row, with that very measure, is said by the migration ModerationGuards, in keys that EF
/// cannot express.
/// </summary>
public sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decision", t =>
        {
            t.HasCheckConstraint("ck_decision_target", "num_nonnulls(post_id, topic_id, account_id) = 1");
            t.HasCheckConstraint("ck_decision_measure", """
                case when post_id is not null then measure in ('None', 'Hide', 'Restore')
                     when topic_id is not null then measure in ('Lock', 'Unlock')
                     else measure in ('Suspend', 'LiftSuspension') end
                """);
            t.HasCheckConstraint("ck_decision_reason", $"char_length(reason) between {Grounds.ShortestReason} and {Grounds.LongestReason}");
            t.HasCheckConstraint("ck_decision_rule", "(rules_version, rule) in (" + string.Join(", ", Rules.All.SelectMany(r => r.Articles.Select(a => $"({r.Version}, '{a.Code}')"))) + ")");
            t.HasCheckConstraint("ck_decision_two", $"criticised is null or measure <> 'Hide' or rule = '{Rules.PersonalData}' or second_id is not null");
            t.HasCheckConstraint("ck_decision_second", "second_id <> moderator_id and second_id <> concerned_id");
            t.HasCheckConstraint("ck_decision_until", "(until is not null) = (measure = 'Suspend') and until > at");
            t.HasCheckConstraint("ck_decision_order", "(order_number is not null) = (source = 'Order')");
            t.HasCheckConstraint("ck_decision_undone", "(undone_id is not null) = (measure in ('Restore', 'Unlock', 'LiftSuspension'))");
            t.HasCheckConstraint("ck_decision_appeal", "(source <> 'Appeal' or undone_id is not null) and (not by_evaluator or source = 'Appeal')");
        });
        decision.Property(d => d.Measure).HasConversion<string>().HasMaxLength(16);
        decision.Property(d => d.Source).HasConversion<string>().HasMaxLength(16);
        decision.Property(d => d.Rule).HasMaxLength(16);
        decision.Property(d => d.OrderNumber).HasMaxLength(Grounds.LongestOrderNumber);
        decision.Property(d => d.Office).HasMaxLength(Account.LongestOffice);
        decision.Ignore(d => d.Article);
        decision.HasOne(d => d.Post).WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Topic).WithMany().HasForeignKey(d => d.TopicId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Account).WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Concerned).WithMany().HasForeignKey(d => d.ConcernedId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Moderator).WithMany().HasForeignKey(d => d.ModeratorId).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Criticised).HasMaxLength(Account.LongestOffice);
        decision.Property(d => d.SecondOffice).HasMaxLength(Account.LongestOffice);
        decision.HasOne(d => d.Second).WithMany().HasForeignKey(d => d.SecondId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Undone).WithOne().HasForeignKey<Decision>(d => d.UndoneId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.ObjectId).IsUnique();
        decision.HasIndex(d => d.ActId).IsUnique();
        // The log's orders: all, one measure, one article.
        decision.HasIndex(d => new { d.At, d.Id });
        decision.HasIndex(d => new { d.Measure, d.At, d.Id });
        decision.HasIndex(d => new { d.Rule, d.At, d.Id });
    }
}

public sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.ToTable("proposal");
        proposal.HasKey(p => p.PostId);
        proposal.Property(p => p.Rule).HasMaxLength(16);
        proposal.Property(p => p.Reason).HasMaxLength(Grounds.LongestReason);
        proposal.Property(p => p.Source).HasConversion<string>().HasMaxLength(16);
        proposal.Property(p => p.OrderNumber).HasMaxLength(Grounds.LongestOrderNumber);
        proposal.Property(p => p.Office).HasMaxLength(Account.LongestOffice);
        proposal.Property(p => p.Criticised).HasMaxLength(Account.LongestOffice);
        proposal.HasOne(p => p.Post).WithOne().HasForeignKey<Proposal>(p => p.PostId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.By).WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FlagMapping : IEntityTypeConfiguration<Docket>, IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<Docket> docket)
    {
        docket.ToTable("docket", t => t.HasCheckConstraint("ck_docket_open", "open_count >= 0 and (open_count > 0) = (open_since is not null)"));
        docket.HasKey(d => d.PostId);
        docket.HasOne(d => d.Post).WithOne().HasForeignKey<Docket>(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
        // The queue, and nothing but the queue.
        docket.HasIndex(d => new { d.OpenCount, d.OpenSince, d.PostId }).IsDescending(true, false, false).HasFilter("open_count > 0");
    }

    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.ToTable("flag");
        flag.HasKey(f => new { f.PostId, f.AccountId });
        flag.Property(f => f.Reason).HasConversion<string>().HasMaxLength(16);
        flag.Property(f => f.Note).HasMaxLength(Flag.LongestNote);
        flag.HasOne<Docket>().WithMany().HasForeignKey(f => f.PostId).OnDelete(DeleteBehavior.Restrict);
        flag.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Restrict);
        flag.HasIndex(f => new { f.PostId, f.Hearing });
    }
}

/// <summary>
/// Once per decision, person and stage; one ruling per decision and stage, so that of two who rule at once one is too
/// late. What is more than keys can say (whose hand a ruling is in, that it is never changed) says DueProcessGuard.
/// </summary>
public sealed class AppealMapping : IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<AppealRuling>
{
    private const string Stages = "level in (1, 2)";

    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("appeal", t =>
        {
            t.HasCheckConstraint("ck_appeal_level", Stages);
            t.HasCheckConstraint("ck_appeal_reason", $"char_length(reason) between {Appeal.ShortestReason} and {Appeal.LongestReason}");
        });
        appeal.HasOne(a => a.Decision).WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasOne(a => a.Account).WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasIndex(a => new { a.DecisionId, a.AccountId, a.Level }).IsUnique();
        appeal.HasIndex(a => a.ActId).IsUnique();
        appeal.HasIndex(a => a.DueAt);
    }

    public void Configure(EntityTypeBuilder<AppealRuling> ruling)
    {
        ruling.ToTable("appeal_ruling", t =>
        {
            t.HasCheckConstraint("ck_appeal_ruling_level", Stages);
            t.HasCheckConstraint("ck_appeal_ruling_reason", $"char_length(reason) between {Appeal.ShortestReason} and {Appeal.LongestReason}");
            t.HasCheckConstraint("ck_appeal_ruling_restoring", "restoring_id is null or outcome = 'Granted'");
        });
        ruling.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(16);
        ruling.Property(r => r.Office).HasMaxLength(Account.LongestOffice);
        ruling.HasOne(r => r.Decision).WithMany().HasForeignKey(r => r.DecisionId).OnDelete(DeleteBehavior.Restrict);
        ruling.HasOne(r => r.By).WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.Restrict);
        ruling.HasOne(r => r.Restoring).WithOne().HasForeignKey<AppealRuling>(r => r.RestoringId).OnDelete(DeleteBehavior.Restrict);
        ruling.HasIndex(r => new { r.DecisionId, r.Level }).IsUnique();
        ruling.HasIndex(r => r.ActId).IsUnique();
    }
}

/// <summary>A sample has its month for a key, so that a month is drawn once; that it is never changed says DueProcessGuard.</summary>
public sealed class ReviewMapping : IEntityTypeConfiguration<ReviewSample>, IEntityTypeConfiguration<ReviewItem>
{
    private const int LongestSeed = 44;

    public void Configure(EntityTypeBuilder<ReviewSample> sample)
    {
        sample.ToTable("review_sample");
        sample.HasKey(s => s.Month);
        sample.Property(s => s.Month).HasMaxLength(Period.CodeLength);
        sample.Property(s => s.Seed).HasMaxLength(LongestSeed);
        sample.HasMany(s => s.Items).WithOne(i => i.Sample).HasForeignKey(i => i.Month).OnDelete(DeleteBehavior.Restrict);
        sample.Ignore(s => s.Judged).Ignore(s => s.Errors);
    }

    public void Configure(EntityTypeBuilder<ReviewItem> item)
    {
        item.ToTable("review_item", t =>
        {
            t.HasCheckConstraint("ck_review_item_verdict", "num_nonnulls(verdict, reason, by_id, at, act_id) in (0, 5)");
            t.HasCheckConstraint("ck_review_item_reason", $"char_length(reason) between {Appeal.ShortestReason} and {Appeal.LongestReason}");
        });
        item.HasKey(i => new { i.Month, i.Rank });
        item.Property(i => i.Verdict).HasConversion<string>().HasMaxLength(16);
        item.Property(i => i.Office).HasMaxLength(Account.LongestOffice);
        item.HasOne(i => i.Decision).WithMany().HasForeignKey(i => i.DecisionId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.By).WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => i.DecisionId).IsUnique();
    }
}
