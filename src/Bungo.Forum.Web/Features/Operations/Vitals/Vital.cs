namespace Bungo.Forum.Web.Features.Operations.Vitals;

/// <summary>How something stands, in three words that need no colour.</summary>
public enum Wellness
{
    Good,

    /// <summary>Somebody should look today.</summary>
    Watch,

    /// <summary>Somebody should look now.</summary>
    Bad,
}

/// <summary>One line of the operations page.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="Text">How it stands, in a sentence with its number.</param>
/// <param name="Advice">What to do; null while nothing is to be done.</param>
public sealed record Vital(string Name, Wellness Wellness, string Text, string? Advice = null);

/// <summary>Looks at one part of the installation. It throws when the part does not answer, which the page tells in its place.</summary>
public interface IVitalSign
{
    /// <summary>The heading under which its lines stand.</summary>
    string Subject { get; }

    Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel);
}
