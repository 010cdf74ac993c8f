using System.Globalization;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
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
        {
            var head = await ConsultationHead.ReadAsync(db, consultation, now, cancel);
            // Whether a new topic may be opened changes with the phase too, and stands elsewhere on the page.
            html[consultation.Id] = await partials.RenderAsync("/Features/Consultations/_ConsultationHead.cshtml", head, culture)
                + await partials.RenderAsync("/Features/Consultations/_NewTopic.cshtml", head, culture);
        }

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

/// <summary>
/// A topic on its consultation's page: the card of a criterion, or a line among the free topics; and with it the
/// figures of the consultation, which the same post moved.
/// </summary>
public sealed class TopicLineFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "topic-line";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var html = new Dictionary<long, string>();
        var found = await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id) && (t.Consultation == null || t.Consultation.Timetable.PublishedAt <= now))
            .Select(t => new
            {
                Topic = t,
                t.Consultation,
                Version = t.Consultation == null ? null : db.CriteriaVersions.FirstOrDefault(v => v.RoundId == t.Consultation.RoundId && v.Number == t.Consultation.CriteriaNumber),
            })
            .ToListAsync(cancel);
        foreach (var item in found)
            html[item.Topic.Id] = await RenderAsync(item.Topic, item.Consultation, item.Version, culture);
        // A stream belongs to one consultation, so this is once, however many of its topics moved.
        foreach (var last in found.Where(f => f.Consultation is not null).GroupBy(f => f.Consultation!.Id).Select(g => g.Last()))
            html[last.Topic.Id] += await partials.RenderAsync(
                "/Features/Consultations/_Figures.cshtml", await ConsultationHead.ReadAsync(db, last.Consultation!, now, cancel), culture);
        return html;
    }

    private Task<string> RenderAsync(Topic topic, Consultation? consultation, CriteriaVersion? version, CultureInfo culture) =>
        topic.CriterionCode is not null && consultation is not null && version is not null
            ? partials.RenderAsync("/Features/Consultations/_Criterion.cshtml", CriterionCard.Of(consultation, version, topic), culture)
            : partials.RenderAsync("/Features/Consultations/_TopicLine.cshtml", topic, culture);
}
