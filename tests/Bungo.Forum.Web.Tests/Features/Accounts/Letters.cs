using System.Text.RegularExpressions;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

/// <summary>What a person finds in their mailbox.</summary>
internal static partial class Letters
{
    public static async Task<List<Letter>> LettersToAsync(this ForumHost host, string mail)
    {
        await host.WithAsync<AskedLetters, bool>(async asked =>
        {
            await asked.WriteAsync(default);
            return true;
        });
        return await host.WithDbAsync(db => db.Letters.AsNoTracking().Where(l => l.To == mail).OrderBy(l => l.Id).ToListAsync());
    }

    /// <summary>The first link of the newest letter that has one, as an address of the site.</summary>
    public static async Task<string> LinkToAsync(this ForumHost host, string mail)
    {
        var letters = await host.LettersToAsync(mail);
        return letters.Select(l => Link().Match(l.Text)).Last(m => m.Success).Groups[1].Value;
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:5080(/\S+)$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
