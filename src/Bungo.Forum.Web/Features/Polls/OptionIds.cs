using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Features.Polls;

internal static class OptionIds
{
    /// <summary>Options as forms and API name them; a word that is no id becomes one no poll has, for the Domain to refuse.</summary>
    public static IReadOnlyList<Guid> ParseIds(this IEnumerable<string?> texts) =>
        [.. texts.Select(t => LedgerId.TryParse(t, out var id) ? id : Guid.Empty)];
}
