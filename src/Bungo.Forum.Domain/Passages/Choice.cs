namespace Bungo.Forum.Domain.Passages;

/// <summary>
/// Words that a person chose in a text: by script with what stands around them, or typed by hand with nothing around
/// them. The blanks of what was typed do not count; half words are made whole.
/// </summary>
public static class Choice
{
    public static Outcome<Quote> Of(string text, string? words, string? prefix = null, string? suffix = null)
    {
        var typed = new Pieces(Text.Normalize(words));
        if (typed.WordsIn(0, typed.Count) == 0) return PassageRefusals.WordsMissing;
        var found = new Quote(words!, prefix ?? "", suffix ?? "").Find(text) is { } exact ? Of(text, exact) : Typed(new Pieces(text), typed, text);
        return found.IsRefused(out _) || found.Value.Exact.Length <= Quote.LongestExact ? found : PassageRefusals.WordsTooLong;
    }

    public static Outcome<Quote> Of(string text, TextRange range)
    {
        var pieces = new Pieces(text);
        var (from, to) = pieces.Touching(range);
        return from == to || pieces.WordsIn(from, to) == 0 ? PassageRefusals.WordsMissing : Quote.Of(text, pieces.Span(from, to));
    }

    private static Outcome<Quote> Typed(Pieces pieces, Pieces typed, string text) => pieces.PlacesOf(typed, 0, typed.Count) switch
    {
        [] => PassageRefusals.WordsNotFound,
        [var at] => Of(text, pieces.Span(at, at + typed.Count)),
        _ => PassageRefusals.WordsInSeveralPlaces,
    };
}
