using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Recruitment;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>Published, edited, or come to its next phase. The criteria it presents are in the ledger by themselves; its timetable is not.</summary>
public sealed record ConsultationChanged(Consultation Consultation) : Act
{
    public override IEnumerable<Change> Changes =>
    [
        new(Streams.Consultation(Consultation.Id), Streams.Name("consultation-head", Consultation.Id)),
        new(Streams.Consultations, Streams.Name("consultation-line", Consultation.Id)),
        new(Streams.Consultations, Streams.Board),
    ];
}

/// <summary>A newer version of the criteria stands before the public: every criterion's card may read differently.</summary>
/// <param name="Topics">The topics of the criteria discussed so far, of those no longer in the version too, and those on some of their words.</param>
public sealed record CriteriaPresented(Consultation Consultation, CriteriaVersion Version, IReadOnlyList<Topic> Topics) : Act
{
    public override IEnumerable<Change> Changes =>
    [
        .. new ConsultationChanged(Consultation).Changes,
        .. Topics.Where(t => !t.IsOnWords).Select(t => new Change(Streams.Consultation(Consultation.Id), Streams.Name("topic-line", t.Id))),
        .. Topics.Select(t => PassageActs.Wording(t.Id)),
    ];
}
