using Bungo.Forum.Ledger;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// What moderation decided, as far as the log tells: which objects are hidden now, and which decisions and appeals there
/// were for later acts to name; and which posts their authors took back.
/// </summary>
internal sealed class DecisionTable
{
    private const string Hiding = "sembunyikan";

    private readonly HashSet<string> _decisions = new(StringComparer.Ordinal);
    private readonly HashSet<(string Decision, long Level)> _appeals = [];
    private readonly HashSet<ObjectId> _hidden = [];
    private readonly HashSet<ObjectId> _takenBack = [];

    /// <summary>Whether a decision that hides the object stands, or its author took it back.</summary>
    public bool IsNotShown(ObjectId acted) => _hidden.Contains(acted) || _takenBack.Contains(acted);

    /// <returns>What the act names and does not come before it.</returns>
    public Reporting.VerifyFault? Add(Leaf leaf)
    {
        switch (leaf.Kind.Name)
        {
            case "mod.putus":
                _decisions.Add(Text(leaf, "putusan") ?? leaf.Id.ToString());
                if (Text(leaf, "tindakan") == Hiding) _hidden.Add(leaf.ActedOn);
                return null;
            case "mod.pulih":
                _hidden.Remove(leaf.ActedOn);
                return Text(leaf, "putusan") is { } undone && !_decisions.Contains(undone) ? Reporting.VerifyFault.DecisionUnknown : null;
            case "pos.tarik":
                _takenBack.Add(leaf.ActedOn);
                return null;
            case "banding.ajukan":
                _appeals.Add((Text(leaf, "putusan")!, Level(leaf)));
                return _decisions.Contains(Text(leaf, "putusan")!) ? null : Reporting.VerifyFault.DecisionUnknown;
            case "banding.putus":
                return _appeals.Contains((Text(leaf, "putusan")!, Level(leaf))) ? null : Reporting.VerifyFault.AppealUnknown;
            default:
                return null;
        }
    }

    private static string? Text(Leaf leaf, string label) => leaf.Clear.TryGet(label, out var value) && value is CanonicalText text ? text.Value : null;

    private static long Level(Leaf leaf) => leaf.Clear.TryGet("tingkat", out var value) && value is CanonicalInteger level ? level.Value : 0;
}
