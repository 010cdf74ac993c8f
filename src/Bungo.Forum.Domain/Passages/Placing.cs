namespace Bungo.Forum.Domain.Passages;

/// <summary>Where words stand after a change; <paramref name="Range"/> is null when no rule can tell surely.</summary>
public readonly record struct Placement(Fate Fate, TextRange? Range)
{
    public static readonly Placement Unsure = new(Fate.Undecided, null);
}

/// <summary>
/// Follows words from one wording into the next. The aim is not to place as many as can be but never to place one
/// wrongly without saying so: whoever finds a comment under words it was not about has been misquoted, while one that
/// waits for an official has only to wait. Hence three rules, each of which must be sure or passes on:
///
/// 1. In place: the alignment keeps the words whole, and every other place with the same words was kept too. Were one
///    of two equal places gone, no comparison of texts could tell which. Few words also need an unchanged neighbour,
///    since "35 tahun" of a deleted sentence and of a new one align by chance.
/// 2. Moved: the words stood in one place before and in one place now. Few words need both neighbours.
/// 3. Reworded: both ends are held by the alignment, and either half of the words remain or the text on both sides is
///    unchanged; and what is between is not much longer than it was. It never passes as the same words.
///
/// A diff of words is used and not a fuzzy search (as the diff-match-patch of other annotation tools): a search always
/// finds the best match, and it is the second best that one would have to know about.
/// </summary>
public static class Placing
{
    /// <summary>From so many words on, the same words are no chance.</summary>
    private const int EnoughWords = 5;

    private const int SolidNeighbours = 3;

    public static Placement Follow(TextRange words, string before, string after, Alignment kept)
    {
        if (before == after) return new(Fate.Applies, words);
        var change = new Change(new Pieces(before), new Pieces(after), kept, words);
        return change.IsEmpty ? Placement.Unsure : change.InPlace() ?? change.Moved() ?? change.Reworded() ?? Placement.Unsure;
    }

    private sealed class Change
    {
        private readonly Pieces _before;
        private readonly Pieces _after;
        private readonly int[] _map;
        private readonly int _from;
        private readonly int _to;
        private readonly int _words;
        private readonly List<int> _placesBefore;
        private readonly List<int> _placesAfter;

        public Change(Pieces before, Pieces after, Alignment kept, TextRange words)
        {
            (_before, _after, _map) = (before, after, kept.Map(before, after));
            (_from, _to) = before.Touching(words);
            _words = before.WordsIn(_from, _to);
            _placesBefore = before.PlacesOf(before, _from, _to);
            _placesAfter = after.PlacesOf(before, _from, _to);
        }

        public bool IsEmpty => _words == 0;

        private int Length => _to - _from;

        public Placement? InPlace()
        {
            if (!IsKeptWhole(_from)) return null;
            var sure = _placesBefore.Count == _placesAfter.Count && _placesBefore.All(IsKeptWhole) && (_words >= EnoughWords || HasNeighbour());
            return sure ? At(Fate.Applies, _map[_from], _map[_from] + Length) : Placement.Unsure;
        }

        public Placement? Moved()
        {
            if (_placesBefore.Count != 1 || _placesAfter.Count != 1) return null;
            var to = _placesAfter[0];
            return _words >= EnoughWords || (SameBeside(to, -1) && SameBeside(to, +1)) ? At(Fate.Moved, to, to + Length) : null;
        }

        public Placement? Reworded()
        {
            var (low, high) = (Low(), High());
            if (low < 0 || high <= low) return null;
            var now = _after.WordsIn(low, high);
            if (now == 0 || now > (2 * _words) + EnoughWords) return null;
            var remain = Enumerable.Range(_from, Length).Count(i => _before.IsWord(i) && _map[i] >= low && _map[i] < high);
            return 2 * remain >= _words || StandsBetween(low, high) ? At(Fate.Reworded, low, high) : null;
        }

        private bool IsKeptWhole(int from)
        {
            if (_map[from] < 0) return false;
            for (var i = 1; i < Length; i++)
                if (_map[from + i] != _map[from] + i) return false;
            return true;
        }

        private bool HasNeighbour()
        {
            var to = _map[_from];
            return SameBeside(to, -1) || SameBeside(to, +1);
        }

        // The end of the text beside both is a neighbour too.
        private bool SameBeside(int to, int step) => step < 0
            ? _before.WordBeside(_from, step).SequenceEqual(_after.WordBeside(to, step))
            : _before.WordBeside(_to - 1, step).SequenceEqual(_after.WordBeside(to + Length - 1, step));

        private int Low() => _map[_from] >= 0 ? _map[_from] : _from == 0 ? 0 : _map[_from - 1] >= 0 ? _map[_from - 1] + 1 : -1;

        private int High() => _map[_to - 1] >= 0 ? _map[_to - 1] + 1 : _to == _before.Count ? _after.Count : _map[_to];

        private bool StandsBetween(int low, int high)
        {
            var (left, right) = (SolidBefore(low), SolidAfter(high));
            // Two ends of a text hold nothing between them: then all of it was written anew.
            return (left || (_from == 0 && low == 0)) && (right || (_to == _before.Count && high == _after.Count)) && (left || right);
        }

        private bool SolidBefore(int low) =>
            _from >= SolidNeighbours && Enumerable.Range(1, SolidNeighbours).All(i => _map[_from - i] == low - i && _map[_from - i] >= 0);

        private bool SolidAfter(int high) =>
            _to + SolidNeighbours <= _before.Count && Enumerable.Range(0, SolidNeighbours).All(i => _map[_to + i] == high + i);

        private Placement At(Fate fate, int from, int to) => new(fate, _after.Span(from, to));
    }
}
