using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Discussions;

/// <summary>
/// One discussion. It belongs to a criterion of a consultation, or stands free. Posts are numbered 1, 2, 3 …
/// within it, so whoever calls <see cref="Reply"/> must hold the topic's row (<c>for update</c>): that lock is
/// what makes numbers gapless, and with them sort paths and live events.
///
/// The counts kept here are what pages show; they are moved by the same verbs that move the posts, so that no
/// page ever counts posts.
/// </summary>
public sealed class Topic
{
    public const int LongestTitle = 160;

    /// <summary>In both languages, since titles are shown as they were typed.</summary>
    public const string ErasedTitle = "[judul dihapus / title erased]";

    private Topic() { }

    public long Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public long? ConsultationId { get; private set; }
    public Consultation? Consultation { get; private set; }

    /// <summary>The criterion this topic is about, by code (<c>K-3</c>); null for a free topic.</summary>
    public string? CriterionCode { get; private set; }

    /// <summary>The topic this one was split from or stood under elsewhere; of a discussion on some words of a criterion, the criterion's. Null for most.</summary>
    public long? PartOfId { get; private set; }
    public Topic? PartOf { get; private set; }

    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public long? OpenedById { get; private set; }
    public Account? OpenedBy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public Lock? Lock { get; private set; }

    /// <summary>The number of the last post, counting those hidden or withdrawn.</summary>
    public int LastNumber { get; private set; }

    public DateTimeOffset LastPostAt { get; private set; }
    public StanceCount Stances { get; private set; } = new();

    /// <summary>Top-level inputs, and how many of them an office has answered.</summary>
    public int InputCount { get; private set; }
    public int AnsweredCount { get; private set; }

    public bool IsLocked => Lock is not null;

    /// <summary>Whether it is about some words of a criterion and not the whole of it; see <see cref="Passages.Passage"/>.</summary>
    public bool IsOnWords => CriterionCode is not null && PartOfId is not null;

    public static Topic ForCriterion(Consultation consultation, string criterionCode, string title, DateTimeOffset now) =>
        Create(consultation, criterionCode, Text.NormalizeLine(title), null, now);

    public static Outcome<Topic> Open(Account by, Consultation? consultation, string? title, DateTimeOffset now)
    {
        if (by.May(Permission.OpenTopic, now).IsRefused(out var refusal)) return refusal;
        if (consultation is not null && consultation.AcceptsInput(by, now).IsRefused(out refusal)) return refusal;
        var line = Text.NormalizeLine(title);
        if (line.Length == 0) return DiscussionRefusals.TitleMissing;
        if (line.Length > LongestTitle) return DiscussionRefusals.TitleTooLong;
        return Create(consultation, null, line, by, now);
    }

    /// <summary>A discussion held elsewhere and brought in whole; see the import of threads.</summary>
    /// <param name="partOf">The discussion it was a part of there; null when it stood by itself.</param>
    public static Topic Imported(string title, Topic? partOf, DateTimeOffset at) => Create(null, null, Text.NormalizeLine(title), null, at, partOf);

    /// <summary>On some words of a criterion: it belongs to the criterion's own discussion, and nobody opened it but the words.</summary>
    internal static Topic OnWords(Topic criterion, string title, DateTimeOffset now) =>
        Create(criterion.Consultation, criterion.CriterionCode, title, null, now, criterion);

    /// <summary>
    /// Adds a post. <paramref name="parent"/> null means a top-level input, which alone may carry a stance.
    /// Officials may still answer after the input has closed; that is what the answer phase is for.
    /// </summary>
    public Outcome<Post> Reply(Account by, Post? parent, string? body, Stance? stance, DateTimeOffset now)
    {
        if (MayWrite(by, now).IsRefused(out var refusal)) return refusal;
        if (Post.CheckBody(body).IsRefused(out refusal)) return refusal;
        if (parent is not null && parent.TopicId != Id) return DiscussionRefusals.ParentElsewhere;
        if (parent is { IsReadable: false }) return DiscussionRefusals.ParentNotReadable;
        return Add(by, parent, Text.Normalize(body), parent is null ? stance ?? Stance.Neutral : null, now);
    }

    /// <summary>Whether this person may write here now, for the form to say so before they have typed.</summary>
    public Outcome<Topic> MayWrite(Account by, DateTimeOffset now)
    {
        if (by.May(Permission.Participate, now).IsRefused(out var refusal)) return refusal;
        if (IsLocked) return DiscussionRefusals.TopicLocked;
        if (Consultation is not null && Consultation.AcceptsInput(by, now).IsRefused(out refusal)) return refusal;
        return this;
    }

    /// <summary>Puts an existing post of another system in its place, keeping its time; rules of our own do not apply to it.</summary>
    public Post Import(Account by, Post? parent, string body, DateTimeOffset at) =>
        Add(by, parent, Text.Normalize(body), parent is null ? Stance.Neutral : null, at);

    /// <summary>Forgets the title that a person gave, and who it was; what others wrote below stays.</summary>
    public void EraseTitle()
    {
        (Title, Slug) = (ErasedTitle, Domain.Slug.Of(ErasedTitle));
        (OpenedBy, OpenedById) = (null, null);
    }

    internal void Close(Decision decision) => Lock = new Lock(decision);

    internal void Reopen() => Lock = null;

    internal void CountAnswered() => AnsweredCount++;

    internal void Count(Stance stance, int by) => Stances = Stances.With(stance, by);

    private static Topic Create(Consultation? consultation, string? criterion, string title, Account? by, DateTimeOffset now, Topic? partOf = null) => new()
    {
        ObjectId = Guid.NewGuid(),
        Consultation = consultation,
        ConsultationId = consultation?.Id,
        CriterionCode = criterion,
        PartOf = partOf,
        PartOfId = partOf?.Id,
        Title = title,
        Slug = Domain.Slug.Of(title),
        OpenedBy = by,
        OpenedById = by?.Id,
        OpenedAt = now,
        LastPostAt = now,
    };

    private Post Add(Account by, Post? parent, string body, Stance? stance, DateTimeOffset at)
    {
        var post = new Post(this, by, parent, ++LastNumber, body, stance, at);
        LastPostAt = at;
        if (parent is null) InputCount++;
        if (stance is { } held) Count(held, +1);
        parent?.CountReply();
        if (post.IsOfficial && parent is { ParentId: null, IsAnswered: false })
        {
            parent.MarkAnswered();
            CountAnswered();
        }

        return post;
    }
}
