using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Polls;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Domain.Reports;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Data;

/// <summary>
/// The tables. How each entity lies in them is told by one mapping per feature (<c>Data/Mapping</c>); what a
/// change means is told by acts, so nothing here reacts to a save.
/// </summary>
public sealed class ForumDb(DbContextOptions<ForumDb> options) : IdentityUserContext<SignIn, long>(options), IDataProtectionKeyContext
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<CriteriaVersion> CriteriaVersions => Set<CriteriaVersion>();
    public DbSet<CriteriaDraft> CriteriaDrafts => Set<CriteriaDraft>();

    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();
    public DbSet<Support> Supports => Set<Support>();

    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<AnsweredInput> AnsweredInputs => Set<AnsweredInput>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<PassageRecord> PassageRecords => Set<PassageRecord>();

    public DbSet<Docket> Dockets => Set<Docket>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<AppealRuling> AppealRulings => Set<AppealRuling>();
    public DbSet<ReviewSample> ReviewSamples => Set<ReviewSample>();
    public DbSet<ReviewItem> ReviewItems => Set<ReviewItem>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<MailPreference> MailPreferences => Set<MailPreference>();

    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<PollKey> PollKeys => Set<PollKey>();
    public DbSet<Casting> Castings => Set<Casting>();
    public DbSet<AnnouncementDraft> AnnouncementDrafts => Set<AnnouncementDraft>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementVersion> AnnouncementVersions => Set<AnnouncementVersion>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<PendingAct> PendingActs => Set<PendingAct>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<LogHead> LogHeads => Set<LogHead>();
    public IQueryable<RecordedAct> RecordedActs => Set<RecordedAct>();
    public DbSet<ActOpening> ActOpenings => Set<ActOpening>();
    public DbSet<StreamEvent> StreamEvents => Set<StreamEvent>();
    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<AskedLetter> AskedLetters => Set<AskedLetter>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What this sender's form or request with this key led to; null when it was not carried out yet.</summary>
    public ValueTask<Submission?> FindSubmissionAsync(long senderId, Guid key, CancellationToken cancel) => Submissions.FindAsync([senderId, key], cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Ids are drawn in blocks before a save, so that an act can name what it just made and one save suffices.
        builder.UseHiLo();
        builder.ApplyConfigurationsFromAssembly(typeof(ForumDb).Assembly);
    }
}
