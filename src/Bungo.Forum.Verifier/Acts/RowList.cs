namespace Bungo.Forum.Verifier.Acts;

/// <summary>
/// A list that grows by whole pieces. The framework's doubles itself and for a moment holds the old beside the new, which
/// at a million acts is most of the memory that the check needs.
/// </summary>
internal sealed class RowList<T>
    where T : struct
{
    private const int PieceBits = 15;
    private const int PieceLength = 1 << PieceBits;

    private readonly List<T[]> _pieces = [];

    public int Count { get; private set; }

    public ref T this[int row] => ref _pieces[row >> PieceBits][row & (PieceLength - 1)];

    public void Add(T value)
    {
        if (Count == _pieces.Count << PieceBits) _pieces.Add(new T[PieceLength]);
        this[Count++] = value;
    }
}
