using Bungo.Forum.Domain;

namespace Bungo.Forum.Web.Platform.Acts;

/// <summary>Whether an act that is accepted now will also be recorded. Asked before each write; answers from memory.</summary>
public interface IAcceptance
{
    /// <summary>Why not; null when all is well.</summary>
    Refusal? Refusal { get; }
}

/// <summary>The site refuses to write what the public ledger could not take in. Nothing was changed.</summary>
public sealed class NotAcceptedException(Refusal refusal) : Exception($"Not accepted: {refusal.Code}")
{
    public Refusal Refusal { get; } = refusal;
}
