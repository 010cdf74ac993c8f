using Bungo.Forum.Ledger;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>A database's <see cref="Guid"/> as the ledger writes ids: 22 characters, one spelling.</summary>
public static class LedgerId
{
    public static string Of(Guid id) => ActId.From(id).ToString();

    public static bool TryParse(string? text, out Guid id)
    {
        var isId = ActId.TryParse(text, out var parsed);
        id = parsed.ToGuid();
        return isId;
    }
}
