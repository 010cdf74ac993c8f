using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Platform.Acts;

/// <summary>
/// Turns an act into the bytes the ledger keeps and the openings that belong to them. Both are rows of the same
/// save: a leaf without its openings could never be opened again. What a kind may say is decided by the
/// ledger's catalogue (<see cref="ActKinds"/>); an act that says more is a bug and fails the write.
/// </summary>
internal static class LeafWriter
{
    public static (Leaf Leaf, List<ActOpening> Openings) Write(PublicAct act, Guid? previous, DateTimeOffset now)
    {
        var leaf = new LeafBuilder(act.Kind, ActId.From(act.ActId), ObjectId.From(act.ObjectId), RoleOf(act.By), now);
        if (previous is { } before) leaf.After(ActId.From(before));
        foreach (var (label, value) in act.Clear) leaf.Clear(label, ValueOf(label, value));
        var committed = act.Commitments.ToList();
        foreach (var content in committed) leaf.Commit(content.Label, content.Type, NormalizedText.Of(content.Content));
        foreach (var document in act.Documents) leaf.Document(document.Label, DocumentDigest.Of(document.Content, document.Type));
        return (leaf.Build(), leaf.Openings.Zip(committed, (opening, content) => Row(opening, content, act.ObjectId)).ToList());
    }

    // What is destroyed from the start leaves no salt behind: the commitment stands, and nobody can ever open it.
    private static ActOpening Row(Opening opening, Committed committed, Guid objectId)
    {
        var kept = committed.State != OpeningState.Destroyed;
        return new(
            opening.Act.ToGuid(), opening.Label, opening.Type, kept ? opening.Salt.ToArray() : null, kept ? opening.Content.ToArray() : null, committed.State,
            objectId);
    }

    // The administrator has no voice of their own: what they set off, the machine did.
    private static ActRole RoleOf(Role? role) => role switch
    {
        Role.Warga => ActRole.Warga,
        Role.Pejabat => ActRole.Pejabat,
        Role.Moderator => ActRole.Moderator,
        Role.Penilai => ActRole.Penilai,
        Role.Admin or null => ActRole.Sistem,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static CanonicalValue ValueOf(string label, object value) => value switch
    {
        string text => text,
        int number => number,
        long number => number,
        bool flag => flag,
        Guid id => LedgerId.Of(id),
        DateTimeOffset instant => LedgerTime.Write(instant),
        IEnumerable<Guid> ids => new CanonicalArray(ids.Select(id => (CanonicalValue)LedgerId.Of(id))),
        IEnumerable<ErasureTarget> targets => new CanonicalArray(targets.Select(target => target.ToValue())),
        IEnumerable<string> texts => new CanonicalArray(texts.Select(text => (CanonicalValue)text)),
        IEnumerable<int> numbers => new CanonicalArray(numbers.Select(number => (CanonicalValue)number)),
        _ => throw new ArgumentException($"{label}: a leaf cannot hold a {value.GetType()}.", nameof(value)),
    };
}
