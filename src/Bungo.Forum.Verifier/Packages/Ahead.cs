namespace Bungo.Forum.Verifier.Packages;

/// <summary>
/// Work that each piece allows by itself, done a few pieces ahead of whoever takes the results in order: all cores
/// are used and memory stays at a few pieces, however many there are.
/// </summary>
internal static class Ahead
{
    private static readonly int Pieces = 4 * Environment.ProcessorCount;

    public static IEnumerable<TResult> Of<TSource, TResult>(IEnumerable<TSource> pieces, Func<TSource, TResult> work) => Of(pieces, work, Pieces);

    /// <summary>For pieces so large that only as many are to be in memory as are worked on.</summary>
    public static IEnumerable<TResult> OfLarge<TSource, TResult>(IEnumerable<TSource> pieces, Func<TSource, TResult> work) => Of(pieces, work, Environment.ProcessorCount - 1);

    private static IEnumerable<TResult> Of<TSource, TResult>(IEnumerable<TSource> pieces, Func<TSource, TResult> work, int ahead)
    {
        var waiting = new Queue<Task<TResult>>();
        foreach (var piece in pieces)
        {
            waiting.Enqueue(Task.Run(() => work(piece)));
            if (waiting.Count > ahead) yield return waiting.Dequeue().GetAwaiter().GetResult();
        }

        while (waiting.TryDequeue(out var last)) yield return last.GetAwaiter().GetResult();
    }
}
