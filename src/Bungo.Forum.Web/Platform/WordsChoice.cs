using System.Globalization;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Passages;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// How one tells which words of a text are meant, as a form can: a sentence from a list, or other words, typed or marked
/// by the page's script, which then also says what stands around them. Members use it to comment, officials to place.
/// </summary>
public sealed record WordsChoice(string? Sentence, string? Words, string? Prefix, string? Suffix)
{
    public const string OtherWords = "lain";

    public Outcome<Quote> In(string text) =>
        Sentence != OtherWords && int.TryParse(Sentence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Sentences.Of(text) is var all && number >= 1 && number <= all.Count
            ? Choice.Of(text, all[number - 1])
            : Choice.Of(text, Words, Prefix, Suffix);
}

/// <summary>The choice as the form shows it, over this text.</summary>
public sealed record WordsPicker(string Text, WordsChoice Choice);
