using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>A passage as the text shows it: its discussion, how much is said there, and where it stands.</summary>
public sealed record PassageMark(Passage Passage, long TopicId, string Slug, int Posts, TextRange? Range);

/// <summary>The wording a discussion is about, with all passages of it that are discussed.</summary>
/// <param name="TopicId">The discussion it is shown in.</param>
/// <param name="Criterion">Null when the version presented no longer has it.</param>
/// <param name="About">The criterion's own discussion.</param>
/// <param name="History">What each version did to the passage discussed here; empty in the criterion's own discussion.</param>
public sealed record WordingView(
    long TopicId, Consultation Consultation, Criterion? Criterion, (long Id, string Slug) About, IReadOnlyList<PassageMark> Marks, IReadOnlyList<PassageRecord> History)
{
    /// <summary>The passage discussed here.</summary>
    public Passage? Own => Marks.FirstOrDefault(m => m.TopicId == TopicId)?.Passage;

    public IEnumerable<PassageMark> WithoutPlace => Marks.Where(m => m.Range is null);

    /// <summary>The text by paragraphs, each cut where a passage begins or ends.</summary>
    public IEnumerable<IReadOnlyList<Stretch>> Paragraphs()
    {
        var text = Criterion!.Text;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            yield return Cut(text, start, end);
            start = end + 2;
        }
    }

    private List<Stretch> Cut(string text, int start, int end)
    {
        var placed = Marks.Where(m => m.Range is { } r && r.Start < end && r.End > start).ToList();
        int[] cuts = [start, .. placed.SelectMany(m => new[] { m.Range!.Value.Start, m.Range.Value.End }).Where(c => c > start && c < end).Distinct().Order(), end];
        return
        [
            .. cuts.Zip(cuts.Skip(1), (from, to) => new Stretch(
                text[from..to],
                [.. placed.Where(m => m.Range!.Value.Start <= from && m.Range.Value.End >= to)],
                [.. placed.Where(m => m.Range!.Value.End == to)])),
        ];
    }
}

/// <summary>A stretch of a paragraph under the same passages.</summary>
/// <param name="Under">The passages it belongs to.</param>
/// <param name="Ending">Those that end with it: their counts stand here.</param>
public sealed record Stretch(string Text, IReadOnlyList<PassageMark> Under, IReadOnlyList<PassageMark> Ending);
