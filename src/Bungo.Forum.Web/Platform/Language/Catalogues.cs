using System.Collections.Concurrent;
using System.Text.Json;

namespace Bungo.Forum.Web.Platform.Language;

/// <summary>
/// Further languages of a region (a regional language, say), read once from <c>Region:Catalogues</c>: for each
/// language code a JSON file of Indonesian sentence to translation. What a file lacks stays Indonesian.
/// </summary>
public static class Catalogues
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> ByLanguage = new();

    public static void Load(string language, string file)
    {
        using var stream = File.OpenRead(file);
        ByLanguage[language] = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }

    public static string? Find(string language, string sentence) =>
        ByLanguage.TryGetValue(language, out var catalogue) ? catalogue.GetValueOrDefault(sentence) : null;
}
