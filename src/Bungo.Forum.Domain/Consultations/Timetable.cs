namespace Bungo.Forum.Domain.Consultations;

/// <summary>The four moments of a consultation, each strictly after the one before.</summary>
public sealed record Timetable(
    DateTimeOffset PublishedAt, DateTimeOffset InputOpensAt, DateTimeOffset InputClosesAt, DateTimeOffset AdoptedAt)
{
    /// <summary>Less than this would be a consultation in name only.</summary>
    public static readonly TimeSpan ShortestInput = TimeSpan.FromDays(1);

    public Outcome<Timetable> Check()
    {
        if (PublishedAt > InputOpensAt || InputOpensAt >= InputClosesAt || InputClosesAt >= AdoptedAt)
            return ConsultationRefusals.TimesOutOfOrder;
        if (InputClosesAt - InputOpensAt < ShortestInput) return ConsultationRefusals.InputTooShort;
        return this;
    }

    /// <summary>Whether another timetable changes a moment that is over, or moves one to before now.</summary>
    public bool MovesPast(Timetable other, DateTimeOffset now) =>
        Moments.Zip(other.Moments).Any(m => m.First != m.Second && (m.First <= now || m.Second <= now));

    private DateTimeOffset[] Moments => [PublishedAt, InputOpensAt, InputClosesAt, AdoptedAt];
}
