using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Reporting;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>The objects of one part.</summary>
/// <param name="isWhole">Whether the log begins with its first act; if it follows another, what an act goes on from may stand there.</param>
internal sealed class ObjectPart(bool isWhole)
{
    private readonly HashSet<Guid> _seen = [];

    public Dictionary<Guid, ObjectHistory> Objects { get; } = [];
    public List<(long Record, VerifyFault Fault, long? Other, string Subject)> Faults { get; } = [];
    public List<ReferenceRow> Suspects { get; } = [];

    public static ObjectPart Of(IEnumerable<ObjectRow> rows, bool isWhole)
    {
        var part = new ObjectPart(isWhole);
        foreach (var row in rows)
        {
            if (!part.Objects.TryGetValue(row.Key, out var acted)) part.Objects[row.Key] = acted = new();
            if (row.IsHistory) part.Follow(row, acted);
            else part.Besides(row, acted);
        }

        return part;
    }

    private void Follow(ObjectRow row, ObjectHistory acted)
    {
        // The same act a second time is told of where acts are looked at by their ids.
        if (!_seen.Add(row.Act)) return;
        if (!row.Has(ObjectChange.HasPrevious))
        {
            if (acted.IsThere) Faults.Add((row.Record, VerifyFault.PreviousMissing, acted.NewestRecord, ObjectId.From(row.Key).ToString()));
            else if (isWhole && row.Has(ObjectChange.GoesOn)) Fault(row, VerifyFault.BeginningMissing, ObjectId.From(row.Key).ToString());
        }
        else if (acted.IsThere ? acted.Newest != row.Previous : isWhole)
        {
            Suspects.Add(new(row.Previous, row.Key, row.Record, acted.NewestRecord, default, Reference.Precedes));
        }

        (acted.IsThere, acted.Newest, acted.NewestRecord) = (true, row.Act, row.Record);
        acted.Apply(row);
    }

    private void Besides(ObjectRow row, ObjectHistory acted)
    {
        var act = ActId.From(row.Act).ToString();
        switch (row.Change)
        {
            case ObjectChange.Decides:
                acted.DecidedOn ??= row.Parent;
                break;
            case ObjectChange.NamesDecision:
                if (acted.DecidedOn is { } on ? on != row.Parent : isWhole) Fault(row, VerifyFault.DecisionUnknown, act);
                break;
            case ObjectChange.Appeals:
                if (isWhole && acted.DecidedOn is null) Fault(row, VerifyFault.DecisionUnknown, act);
                (acted.Appeals ??= []).Add(row.Number);
                break;
            case ObjectChange.Rules:
                if (isWhole && acted.Appeals?.Contains(row.Number) != true) Fault(row, VerifyFault.AppealUnknown, act);
                break;
            case ObjectChange.SetsDeadline:
                if (acted.Deadline is { } set && set != row.Number) Fault(row, VerifyFault.DeadlineMoved, act);
                acted.Deadline ??= row.Number;
                break;
            default:
                Count(row, acted);
                break;
        }
    }

    // Posts of a topic are 1, 2, 3 …, and so are versions of a text: what was left out leaves a gap. Nothing is kept of each
    // post, for one topic may hold most of them; that an act merely stands twice is seen where its id is looked up.
    private void Count(ObjectRow row, ObjectHistory acted)
    {
        var due = row.Has(ObjectChange.Publishes) ? 1 : row.Has(ObjectChange.Withdraws) ? acted.LastNumber : acted.LastNumber + 1;
        if (row.Has(ObjectChange.Numbers) && acted.LastNumber is null) due = 1;
        var isKnown = acted.LastNumber is not null || (isWhole && due is not null);
        if (isKnown && row.Number != due) Suspects.Add(new(row.Act, row.Key, row.Record, 0, default, row.Has(ObjectChange.Numbers) ? Reference.Numbers : Reference.Versions));
        acted.LastNumber = Math.Max(row.Number, acted.LastNumber ?? 0);
    }

    private void Fault(ObjectRow row, VerifyFault fault, string subject) => Faults.Add((row.Record, fault, null, subject));
}
