using Bungo.Forum.Domain;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>An office's name as the ledger's codes allow it: at most 40 characters, no hyphen at the end.</summary>
internal static class OfficeCode
{
    private const int Longest = 40;

    public static string Of(string office)
    {
        var slug = Slug.Of(office);
        return slug.Length <= Longest ? slug : slug[..Longest].Trim('-');
    }
}
