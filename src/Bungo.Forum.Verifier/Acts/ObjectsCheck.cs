using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Reports;
using Bungo.Forum.Verifier.Spilling;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// The acts by their objects: each object's acts form one chain that only points back, and whatever takes a decision back,
/// appeals or rules on it comes after it. What is hidden or taken back at the end is set aside for the commitments, and
/// when posts could be read for the reports.
/// </summary>
internal sealed class ObjectsCheck(ActsCheck acts, Action<Finding> report)
{
    private readonly ActStore _store = acts.Store;

    public InputCounts Run()
    {
        var inputs = new InputCounts(_store, acts.Reports);
        var parts = Enumerable.Range(0, Partitions.Count).Where(part => !_store.Objects.IsEmpty(part));
        foreach (var part in Ahead.OfLarge(parts, part => ObjectPart.Of(_store.Objects.Read(part), acts.IsWhole)))
        {
            foreach (var (record, fault, other, subject) in part.Faults) report(new(acts.FileOf(record), record, fault, other, subject));
            // Whether it names nothing, another object's act or an older one of this object's, only the act's own row tells.
            foreach (var suspect in part.Suspects) _store.References.Add(suspect.Named, suspect);
            foreach (var (id, acted) in part.Objects)
            {
                if (acted.IsNotShown) _store.NotShown.Add(id, id);
                inputs.Add(id, acted);
            }
        }

        return inputs;
    }
}
