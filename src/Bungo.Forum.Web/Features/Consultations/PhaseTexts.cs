using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Web.Platform.Language;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Consultations;

/// <summary>Phases in words.</summary>
public static class PhaseTexts
{
    public static readonly IReadOnlyList<Phase> Steps = [Phase.DraftPublished, Phase.InputOpen, Phase.Answering, Phase.Adopted];

    public static string Name(Phase phase) => phase switch
    {
        Phase.DraftPublished => T("Rancangan terbit", "Draft published"),
        Phase.InputOpen => T("Masukan warga", "Public input"),
        Phase.Answering => T("Tanggapan resmi", "Official answers"),
        Phase.Adopted => T("Kriteria ditetapkan", "Criteria adopted"),
        _ => T("Belum terbit", "Not published"),
    };

    /// <summary>What matters to a reader now: until when, or from when.</summary>
    public static string Deadline(Phase phase, Timetable t) => phase switch
    {
        Phase.Unpublished => T($"Terbit {Wib.Full(t.PublishedAt)}", $"Published {Wib.Full(t.PublishedAt)}"),
        Phase.DraftPublished => T($"Masukan dibuka {Wib.Full(t.InputOpensAt)}", $"Input opens {Wib.Full(t.InputOpensAt)}"),
        Phase.InputOpen => T($"Masukan dibuka sampai {Wib.Full(t.InputClosesAt)}", $"Input open until {Wib.Full(t.InputClosesAt)}"),
        Phase.Answering => T($"Masukan ditutup; tanggapan sampai {Wib.Full(t.AdoptedAt)}", $"Input closed; answers until {Wib.Full(t.AdoptedAt)}"),
        _ => T($"Ditetapkan {Wib.Date(t.AdoptedAt)}", $"Adopted {Wib.Date(t.AdoptedAt)}"),
    };
}
