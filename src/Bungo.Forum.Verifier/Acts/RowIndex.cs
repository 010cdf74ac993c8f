using System.Runtime.InteropServices;

namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// Finds a row by its id, where the id stands in the row itself: 4 bytes a place and no id twice. Places are tried one
/// after the other from where the hash points; the hash is seeded anew in each process, so that ids made to collide
/// do not.
/// </summary>
/// <param name="idOf">The id of a row.</param>
internal sealed class RowIndex<TId>(Func<int, TId> idOf)
    where TId : unmanaged, IEquatable<TId>
{
    private const int Free = 0;

    private int[] _places = new int[1024];
    private int _count;

    public bool TryFind(TId id, out int row)
    {
        row = _places[PlaceOf(id)] - 1;
        return row >= 0;
    }

    /// <summary>Sets the row of an id, instead of the one it had.</summary>
    public void Set(TId id, int row)
    {
        var place = PlaceOf(id);
        if (_places[place] == Free && ++_count > _places.Length / 4 * 3)
        {
            Grow();
            place = PlaceOf(id);
        }

        _places[place] = row + 1;
    }

    private void Grow()
    {
        var old = _places;
        _places = new int[old.Length * 2];
        foreach (var row in old)
            if (row != Free) _places[PlaceOf(idOf(row - 1))] = row;
    }

    private int PlaceOf(TId id)
    {
        // Over all bytes: the id's own hash folds them together first, unseeded, and would be the same for ids made so.
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TId>(in id)));
        var place = hash.ToHashCode() & (_places.Length - 1);
        while (_places[place] != Free && !idOf(_places[place] - 1).Equals(id)) place = (place + 1) & (_places.Length - 1);
        return place;
    }
}
