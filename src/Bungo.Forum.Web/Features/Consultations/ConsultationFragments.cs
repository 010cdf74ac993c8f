using System.Globalization;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Consultations;

public sealed class ConsultationHeadFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "consultation-head";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var html = new Dictionary<long, string>();
        foreach (var consultation in await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.Id) && c.Timetable.PublishedAt <= now).ToListAsync(cancel))
            html[consultation.Id] = await partials.RenderAsync(
                "/Features/Consultations/_ConsultationHead.cshtml", await ConsultationHead.ReadAsync(db, consultation, now, cancel), culture);
        return html;
    }
}

public sealed class ConsultationLineFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "consultation-line";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var html = new Dictionary<long, string>();
        foreach (var consultation in await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.Id) && c.Timetable.PublishedAt <= now).ToListAsync(cancel))
            html[consultation.Id] = await partials.RenderAsync(
                "/Features/Consultations/_ConsultationLine.cshtml", new ConsultationLine(consultation, consultation.PhaseAt(now)), culture);
        return html;
    }
}

/// <summary>A topic on its consultation's page: the card of a criterion, or a line among the free topics.</summary>
public sealed class TopicLineFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "topic-line";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var html = new Dictionary<long, string>();
        var found = await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id) && (t.Consultation == null || t.Consultation.Timetable.PublishedAt <= now))
            .Select(t => new { Topic = t, Version = t.Consultation == null ? null : db.CriteriaVersions.FirstOrDefault(v => v.RoundId == t.Consultation.RoundId && v.Number == t.Consultation.CriteriaNumber) })
            .ToListAsync(cancel);
        foreach (var item in found)
        {
            Criterion? criterion = item.Topic.CriterionCode is { } code ? item.Version?.Criteria.FirstOrDefault(c => c.Code == code) : null;
            html[item.Topic.Id] = criterion is null
                ? await partials.RenderAsync("/Features/Consultations/_TopicLine.cshtml", item.Topic, culture)
                : await partials.RenderAsync("/Features/Consultations/_Criterion.cshtml", new CriterionCard(criterion, item.Topic), culture);
        }

        return html;
    }
}
