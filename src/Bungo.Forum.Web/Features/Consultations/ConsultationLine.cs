using System.Globalization;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.Features.Consultations;

public sealed record ConsultationLine(Consultation Consultation, Phase Phase)
{
    /// <summary>
    /// Its place in the list: where people can write now stands first, the nearest deadline on top; then what is
    /// to come, what is being answered, and what is over, newest first.
    /// </summary>
    public string SortKey => Phase switch
    {
        Phase.InputOpen => Key(1, Consultation.Timetable.InputClosesAt.UtcTicks),
        Phase.DraftPublished => Key(2, Consultation.Timetable.InputOpensAt.UtcTicks),
        Phase.Answering => Key(3, Consultation.Timetable.AdoptedAt.UtcTicks),
        _ => Key(4, DateTimeOffset.MaxValue.UtcTicks - Consultation.Timetable.AdoptedAt.UtcTicks),
    };

    private string Key(int rank, long ticks) => string.Create(CultureInfo.InvariantCulture, $"{rank}.{ticks:D19}.{Consultation.Id:D19}");
}

/// <summary>A criterion as the consultation shows it, with the discussion about it.</summary>
/// <param name="Criterion">Null when the version presented no longer has it: what was said about it stays.</param>
/// <param name="Topic">Null while its topic has not been made.</param>
/// <param name="Position">In the order of the document; those that are gone stand last.</param>
public sealed record CriterionCard(Consultation Consultation, Criterion? Criterion, Topic? Topic, int Position)
{
    public string Code => Criterion?.Code ?? Topic!.CriterionCode!;

    public static IReadOnlyList<CriterionCard> Of(Consultation consultation, CriteriaVersion version, IReadOnlyCollection<Topic> topics) =>
    [
        .. version.Criteria.Select((c, i) => new CriterionCard(consultation, c, topics.FirstOrDefault(t => t.CriterionCode == c.Code), i)),
        .. topics.Where(t => version.Criteria.All(c => c.Code != t.CriterionCode)).OrderBy(t => t.Id).Select(t => Gone(consultation, version, t)),
    ];

    public static CriterionCard Of(Consultation consultation, CriteriaVersion version, Topic topic)
    {
        var position = version.Criteria.ToList().FindIndex(c => c.Code == topic.CriterionCode);
        return position < 0 ? Gone(consultation, version, topic) : new CriterionCard(consultation, version.Criteria[position], topic, position);
    }

    private static CriterionCard Gone(Consultation consultation, CriteriaVersion version, Topic topic) => new(consultation, null, topic, version.Criteria.Count);

    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Position:D4}.{Topic?.Id ?? 0:D19}");
}
