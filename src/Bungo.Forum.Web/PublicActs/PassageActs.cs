using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Passages;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>An official placed it where no rule could, or found the words gone. The ledger has no kind for it; the record of the version tells it in public.</summary>
public sealed record PassageDecided(Passage Passage, Topic Topic) : Act
{
    public override IEnumerable<Change> Changes => [.. PassageActs.Wordings(Topic), new(Streams.Consultation(Passage.ConsultationId), PostActs.Line(Topic))];
}

internal static class PassageActs
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The wording beside a discussion, and beside the discussion of the criterion it is a part of.</summary>
    public static IEnumerable<Change> Wordings(Topic topic)
    {
        yield return Wording(topic.Id);
        if (topic is { IsOnWords: true, PartOfId: { } criterion }) yield return Wording(criterion);
    }

    public static Change Wording(long topicId) => new(Streams.Topic(topicId), Streams.Name("wording", topicId));

    /// <summary>
    /// What a discussion was opened on, as the Web Annotation model writes it: anybody who has the criterion's text of
    /// that version finds the words by it, without this site.
    /// </summary>
    public static string Anchor(Passage passage) => JsonSerializer.Serialize(
        new
        {
            criterion = passage.CriterionCode,
            version = passage.ChosenIn,
            selector = new { type = "TextQuoteSelector", exact = passage.Original.Exact, prefix = passage.Original.Prefix, suffix = passage.Original.Suffix },
        },
        Readable);
}
