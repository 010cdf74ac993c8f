using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Domain.Moderation;

/// <summary>
/// A moderator's decision with its statement of reasons. It is made only by <see cref="Ruling"/>, together
/// with the measure, and never changed: taking a measure back is another decision. Public in all but two
/// things: whom it concerns, and which moderator made it (the office stands for them).
/// </summary>
public sealed class Decision
{
    /// <summary>For the author to object, counted from the decision.</summary>
    public static readonly TimeSpan AppealPeriod = TimeSpan.FromDays(14);

    private Decision() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }

    /// <summary>The act that records it; the tables demand that it exists and says the same.</summary>
    public Guid ActId { get; private set; }
    public Measure Measure { get; private set; }

    /// <summary>What it is about: exactly one of post, topic and account.</summary>
    public long? PostId { get; private set; }
    public Post? Post { get; private set; }
    public long? TopicId { get; private set; }
    public Topic? Topic { get; private set; }
    public long? AccountId { get; private set; }
    public Account? Account { get; private set; }

    /// <summary>Who wrote the post, opened the topic or holds the account; null for a topic of the office.</summary>
    public long? ConcernedId { get; private set; }
    public Account? Concerned { get; private set; }

    /// <summary>Article code, in the version of the rules in force then.</summary>
    public string Rule { get; private set; } = "";
    public int RulesVersion { get; private set; }

    public string Reason { get; private set; } = "";
    public DecisionSource Source { get; private set; }
    public string? OrderNumber { get; private set; }

    public long ModeratorId { get; private set; }
    public Account? Moderator { get; private set; }

    /// <summary>Whether an evaluator took the measure back, on second appeal.</summary>
    public bool ByEvaluator { get; private set; }

    /// <summary>The moderator's office as it was called then.</summary>
    public string? Office { get; private set; }

    /// <summary>The office whose criticism was hidden: declared, or known because the post replies to it.</summary>
    public string? Criticised { get; private set; }

    /// <summary>The second moderator, without whom criticism of an office is not hidden.</summary>
    public long? SecondId { get; private set; }
    public Account? Second { get; private set; }
    public string? SecondOffice { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>End of a suspension; null for every other measure.</summary>
    public DateTimeOffset? Until { get; private set; }

    public DateTimeOffset AppealUntil { get; private set; }

    /// <summary>The hearing of the post that it ended, with the number of flags; null when nobody had flagged.</summary>
    public int? Hearing { get; private set; }
    public int FlagCount { get; private set; }

    /// <summary>The decision that this one takes back; null for all that take nothing back.</summary>
    public long? UndoneId { get; private set; }
    public Decision? Undone { get; private set; }

    /// <summary>The whole article as it read then.</summary>
    public Article Article => Rules.Of(RulesVersion).Find(Rule)!;

    /// <summary>Whether it takes something from somebody, who may appeal then.</summary>
    public bool IsRestricting => Measure is Measure.Hide or Measure.Lock or Measure.Suspend;

    /// <summary>Whether it takes an earlier measure back.</summary>
    public bool IsRestoring => Measure is Measure.Restore or Measure.Unlock or Measure.LiftSuspension;

    internal static Decision On(Post post, Measure measure, Account by, Grounds grounds, DateTimeOffset now) =>
        new(measure, by, grounds, now) { Post = post, PostId = post.Id, Concerned = post.Author, ConcernedId = post.AuthorId };

    internal static Decision On(Topic topic, Measure measure, Account by, Grounds grounds, DateTimeOffset now) =>
        new(measure, by, grounds, now) { Topic = topic, TopicId = topic.Id, Concerned = topic.OpenedBy, ConcernedId = topic.OpenedById };

    internal static Decision On(Account account, Measure measure, Account by, Grounds grounds, DateTimeOffset now) =>
        new(measure, by, grounds, now) { Account = account, AccountId = account.Id, Concerned = account, ConcernedId = account.Id };

    private Decision(Measure measure, Account by, Grounds grounds, DateTimeOffset now)
    {
        ObjectId = Guid.NewGuid();
        ActId = Guid.NewGuid();
        Measure = measure;
        Rule = grounds.Rule!;
        RulesVersion = Rules.Current.Version;
        Reason = grounds.Reason!;
        Source = grounds.Source;
        OrderNumber = grounds.OrderNumber;
        Criticised = grounds.Criticised;
        Moderator = by;
        ModeratorId = by.Id;
        ByEvaluator = by.Role.Allows(Permission.Evaluate);
        Office = by.Office;
        At = now;
        AppealUntil = now + AppealPeriod;
    }

    /// <summary>Nobody who had a part in a decision examines the objections to it.</summary>
    public bool WasMadeBy(Account account) => ModeratorId == account.Id || SecondId == account.Id;

    internal Decision Lasting(DateTimeOffset until)
    {
        Until = until;
        return this;
    }

    internal Decision SecondedBy(Account second)
    {
        (Second, SecondId, SecondOffice) = (second, second.Id, second.Office);
        return this;
    }

    internal Decision Undoing(Decision decision)
    {
        Undone = decision;
        UndoneId = decision.Id;
        return this;
    }

    internal Decision Ending((int Hearing, int Flags)? hearing)
    {
        Hearing = hearing?.Hearing;
        FlagCount = hearing?.Flags ?? 0;
        return this;
    }
}
