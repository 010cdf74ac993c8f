using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Tests.Moderation;

/// <summary>What a moderator brings to a decision.</summary>
internal static class Bench
{
    public const string Reason = "Menyebut nomor telepon orang lain.";

    public static Grounds Grounds(string? rule = "T-4", string? reason = Reason, DecisionSource source = DecisionSource.Proactive, string? letter = null) =>
        new(rule, reason, source, letter);
}
