using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Answers;

/// <summary>The answer as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>Code of a disposition.</summary>
    public string? Outcome { get; set; }

    public string? Reason { get; set; }

    /// <summary>Address of the input that says the same.</summary>
    public string? SameInput { get; set; }
}

/// <summary>Which inputs the office's list shows; travels in the address, also through a refused form.</summary>
public sealed class ListedInputs
{
    [FromQuery(Name = "kriteria")]
    public string? Criterion { get; set; }

    [FromQuery(Name = "kata")]
    public string? Words { get; set; }

    [FromQuery(Name = "setelah")]
    public string? After { get; set; }

    /// <summary>Whether all on the page are chosen to begin with, for who has no script to do it.</summary>
    [FromQuery(Name = "semua")]
    public bool All { get; set; }

    public CoverageFilter Filter => new(null, string.IsNullOrWhiteSpace(Criterion) ? null : Criterion, string.IsNullOrWhiteSpace(Words) ? null : Words.Trim());

    /// <returns>As a query string with its question mark; empty when nothing is filtered.</returns>
    public string Query(string? after = null, bool all = false)
    {
        var query = QueryString.Empty;
        if (Filter.Criterion is { } criterion) query = query.Add("kriteria", criterion);
        if (Filter.Words is { } words) query = query.Add("kata", words);
        if (after is not null) query = query.Add("setelah", after);
        if (all) query = query.Add("semua", "true");
        return query.ToString();
    }
}

/// <summary>Reads the address of a post as people copy it from the browser.</summary>
internal static partial class PostAddress
{
    public static bool TryParse(string address, out long topic, out int number)
    {
        (topic, number) = (0, 0);
        return Form().Match(address) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out topic)
            && int.TryParse(match.Groups[2].Success ? match.Groups[2].ValueSpan : match.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // /diskusi/12-judul/34, with or without host before it and #post-34 behind it; or a topic's page with the fragment alone.
    [GeneratedRegex(@"/diskusi/(\d{1,18})(?:-[\w-]*)?(?:\?[^#\s]*)?(?:/(\d{1,9})(?:#\S*)?|#post-(\d{1,9}))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
