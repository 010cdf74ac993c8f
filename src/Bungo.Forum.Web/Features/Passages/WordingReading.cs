using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Passages;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>Reads the wording a discussion is about with its passages: three statements, however many passages there are.</summary>
public sealed class WordingReading(ForumDb db)
{
    /// <summary>More marks than this make a text unreadable; those with most said about them are shown, and the one being read.</summary>
    private const int Most = 200;

    /// <returns>Null when the topic is not about a criterion.</returns>
    public async Task<WordingView?> ReadAsync(long topicId, CancellationToken cancel)
    {
        var read = await db.Topics.AsNoTracking().Where(t => t.Id == topicId && t.CriterionCode != null)
            .Select(t => new
            {
                t.Id,
                t.Slug,
                Code = t.CriterionCode!,
                t.Consultation,
                Whole = t.PartOf == null ? null : new { t.PartOf.Id, t.PartOf.Slug },
                Version = db.CriteriaVersions.FirstOrDefault(v => v.RoundId == t.Consultation!.RoundId && v.Number == t.Consultation.CriteriaNumber),
            })
            .FirstOrDefaultAsync(cancel);
        if (read?.Consultation is not { } consultation) return null;
        var criterion = read.Version?.Criteria.FirstOrDefault(c => c.Code == read.Code);
        var marks = await MarksAsync(consultation, read.Code, criterion?.Text, topicId, cancel);
        var own = marks.FirstOrDefault(m => m.TopicId == topicId);
        var history = own is null ? [] : await db.PassageRecords.AsNoTracking().Where(r => r.PassageId == own.Passage.Id).OrderBy(r => r.Version).ToListAsync(cancel);
        return new WordingView(topicId, consultation, criterion, read.Whole is { } whole ? (whole.Id, whole.Slug) : (read.Id, read.Slug), marks, history);
    }

    private async Task<List<PassageMark>> MarksAsync(Consultation consultation, string code, string? text, long topicId, CancellationToken cancel)
    {
        var found = await db.Passages.AsNoTracking().Where(p => p.ConsultationId == consultation.Id && p.CriterionCode == code)
            .OrderByDescending(p => p.TopicId == topicId).ThenByDescending(p => p.Topic!.LastNumber).ThenBy(p => p.Id).Take(Most)
            .Select(p => new { Passage = p, p.Topic!.Slug, p.Topic.LastNumber }).ToListAsync(cancel);
        return [.. found.Select(f => new PassageMark(f.Passage, f.Passage.TopicId, f.Slug, f.LastNumber, PlaceOf(f.Passage, consultation, text)))];
    }

    private static TextRange? PlaceOf(Passage passage, Consultation consultation, string? text) =>
        text is not null && passage.HasPlace && passage.PlacedIn == consultation.CriteriaNumber ? passage.Placed.Find(text) : null;
}
