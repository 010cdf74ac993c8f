namespace Bungo.Forum.Domain.Consultations;

/// <summary>Where a consultation stands. Each follows from the clock alone; see <see cref="Consultation.PhaseAt"/>.</summary>
public enum Phase
{
    /// <summary>Not yet public.</summary>
    Unpublished,

    /// <summary>The draft can be read; input is not open yet.</summary>
    DraftPublished,

    InputOpen,

    /// <summary>Input has closed; the office answers.</summary>
    Answering,

    Adopted,
}
