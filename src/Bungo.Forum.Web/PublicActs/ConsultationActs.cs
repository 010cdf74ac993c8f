using Bungo.Forum.Domain.Consultations;

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
