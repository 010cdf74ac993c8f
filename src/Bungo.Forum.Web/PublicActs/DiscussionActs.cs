using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Language;

namespace Bungo.Forum.Web.PublicActs;

/// <param name="IsImported">Brought in from elsewhere: whoever counts what people did here leaves it out.</param>
/// <param name="On">The words it is about, where it is about some words of a criterion; the act commits to which.</param>
public sealed record TopicOpened(Topic Topic, Account? Author, bool IsImported = false, Passage? On = null)
    : PublicAct("utas.buat", Topic.ObjectId, Author?.Role)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => Topic.ConsultationId is { } consultation
        ? [new(Streams.Consultation(consultation), PostActs.Line(Topic)), .. Topic.IsOnWords ? PassageActs.Wordings(Topic) : []]
        : [new(Streams.Consultations, Streams.Name("topic-line", Topic.Id))];

    public override IReadOnlyDictionary<string, object> Clear =>
        IsImported ? PostActs.Imported([])
        : On is null ? base.Clear
        : new Dictionary<string, object> { ["konsultasi"] = Topic.Consultation!.ObjectId, ["kriteria"] = On.CriterionCode.ToLowerInvariant() };

    public override IEnumerable<Committed> Commitments
    {
        get
        {
            yield return new("body", "text/plain", Topic.Title);
            if (Author is not null) yield return PostActs.Actor(Author);
            if (On is not null) yield return new("lampiran", "application/json", PassageActs.Anchor(On));
        }
    }
}

/// <param name="IsImported">Brought in from elsewhere, as with a topic.</param>
public sealed record PostAdded(Topic Topic, Post Post, Account Author, bool IsImported = false)
    : PublicAct("pos.buat", Post.ObjectId, Author.Role)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => PostActs.PostAndCounts(Topic, Post);

    public override IReadOnlyDictionary<string, object> Clear => IsImported ? PostActs.Imported(PostActs.Place(Topic, Post)) : PostActs.Place(Topic, Post);

    public override IEnumerable<Committed> Commitments => PostActs.BodyAndActor(Post, Author);
}

public sealed record PostEdited(Topic Topic, Post Post, Account Author)
    : PublicAct("pos.ubah", Post.ObjectId, Author.Role)
{
    public override IEnumerable<Change> Changes => [new(Streams.Topic(Topic.Id), Streams.Name("post", Post.Id))];

    public override IReadOnlyDictionary<string, object> Clear => PostActs.Place(Topic, Post);

    public override IEnumerable<Committed> Commitments => PostActs.BodyAndActor(Post, Author);
}

public sealed record PostWithdrawn(Topic Topic, Post Post, Account Author)
    : PublicAct("pos.tarik", Post.ObjectId, Author.Role)
{
    public override IEnumerable<Change> Changes => PostActs.PostAndCounts(Topic, Post);

    public override IReadOnlyDictionary<string, object> Clear => PostActs.Place(Topic, Post);

    public override IEnumerable<Committed> Commitments => [PostActs.Actor(Author)];
}

/// <summary>
/// What a person wrote is destroyed, with the salts of its commitments. Each is listed, so that nothing else can be
/// passed off as erased with it; a list tells no person, since who wrote it can no longer be opened either.
/// </summary>
/// <param name="ObjectId">The post's or the topic's.</param>
/// <param name="Shown">What looks different now.</param>
/// <param name="Basis">What it rests on in law; null when the words went with their author's account.</param>
public sealed record WordsErased(Guid ObjectId, IReadOnlyCollection<ErasureTarget> Targets, IReadOnlyCollection<Change> Shown, ErasureBasis? Basis = null)
    : PublicAct("hapus", ObjectId, null)
{
    /// <summary>A leaf has 4,096 bytes, and a post may have been edited more often than it can list.</summary>
    public const int MostTargets = 50;

    public override IEnumerable<Change> Changes => Shown;

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = new Dictionary<string, object> { ["daftar"] = Targets, ["dasar"] = Basis is null ? "akun-dihapus" : Basis.Erasure.Ground.Code() };
            if (Basis is null) return clear;
            clear["kantor"] = OfficeCode.Of(Basis.Erasure.Office);
            clear["diminta"] = Wib.FromInput(Basis.Erasure.RequestedOn.ToDateTime(TimeOnly.MinValue));
            return clear;
        }
    }

    public override IEnumerable<Committed> Commitments =>
        Basis?.CaseFile is { } file ? [new("berkas", "text/plain", file, OpeningState.Restricted)] : [];

    public static IEnumerable<WordsErased> Of(Topic topic, Post post, IEnumerable<ErasureTarget> targets) => Of(post.ObjectId, targets, PostActs.PostAndCounts(topic, post));

    public static IEnumerable<WordsErased> Of(Topic topic, IEnumerable<ErasureTarget> targets) =>
        Of(topic.ObjectId, targets, new TopicOpened(topic, null).Changes.Append(new(Streams.Topic(topic.Id), Streams.Name("topic-head", topic.Id))));

    /// <summary>Destroyed by law. The first act carries the case file; a post edited more often than one can list needs more of them.</summary>
    public static IEnumerable<WordsErased> Of(Topic topic, Post post, IEnumerable<ErasureTarget> targets, ErasureBasis basis) =>
        targets.Chunk(MostTargets).DefaultIfEmpty([]).Select((some, index) => new WordsErased(
            post.ObjectId, some, [.. PostActs.PostAndCounts(topic, post), new(Streams.Erasures, Streams.Name("erasure", post.Id))],
            index == 0 ? basis : basis with { CaseFile = null }));

    private static IEnumerable<WordsErased> Of(Guid objectId, IEnumerable<ErasureTarget> targets, IEnumerable<Change> shown) =>
        targets.Chunk(MostTargets).Select(some => new WordsErased(objectId, some, [.. shown]));
}

/// <param name="CaseFile">Null where an earlier act carries it, or it is erased anew what a backup had brought back.</param>
public sealed record ErasureBasis(Post Post, LawfulErasure Erasure, string? CaseFile);

/// <summary>Given or taken back; the ledger does not record it, the count on every screen follows it.</summary>
public sealed record SupportChanged(Topic Topic, Post Post) : Act
{
    public override IEnumerable<Change> Changes => [new(Streams.Topic(Topic.Id), Streams.Name("post", Post.Id))];
}

/// <summary>What the acts on posts have in common.</summary>
internal static class PostActs
{
    // The post's answer also changes its parent (reply count, "answered"), the topic's head and, for a
    // criterion, the stance bar on the consultation's page.
    public static IEnumerable<Change> PostAndCounts(Topic topic, Post post)
    {
        var stream = Streams.Topic(topic.Id);
        yield return new(stream, Streams.Name("post", post.Id));
        if (post.ParentId is { } parent) yield return new(stream, Streams.Name("post", parent));
        yield return new(stream, Streams.Name("topic-head", topic.Id));
        if (topic.ConsultationId is { } consultation) yield return new(Streams.Consultation(consultation), Line(topic));
        if (!topic.IsOnWords) yield break;
        // The count at the words moves wherever they are read.
        foreach (var wording in PassageActs.Wordings(topic)) yield return wording;
    }

    /// <summary>Its place on the consultation's page; a discussion on some words has none of its own but its criterion's.</summary>
    public static string Line(Topic topic) => Streams.Name("topic-line", topic is { IsOnWords: true, PartOfId: { } criterion } ? criterion : topic.Id);

    public static Dictionary<string, object> Place(Topic topic, Post post)
    {
        var clear = new Dictionary<string, object> { ["utas"] = LedgerId.Of(topic.ObjectId), ["nomor"] = post.Number };
        if (post.Parent is { } parent) clear["induk"] = LedgerId.Of(parent.ObjectId);
        return clear;
    }

    public static Dictionary<string, object> Imported(Dictionary<string, object> clear)
    {
        clear["asal"] = "impor";
        return clear;
    }

    public static IEnumerable<Committed> BodyAndActor(Post post, Account author) =>
        [new("body", "text/markdown", post.Body), Actor(author)];

    public static Committed Actor(Account author) => new("actor", "text/plain", LedgerId.Of(author.ObjectId));
}
