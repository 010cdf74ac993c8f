using System.Security.Cryptography;
using System.Text;
using Bungo.Forum.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// Counts tries by mail address, in the database: guessing at two web nodes is no faster than at one. Addresses
/// nobody has are counted exactly like those somebody has, so that a lock does not tell which exist; that is why
/// Identity's own lockout, a column of the known accounts, is not used.
///
/// A try is counted before it is carried out, under the row's lock: a hundred guesses sent at once are a hundred
/// counted tries. Whoever succeeds is forgotten.
/// </summary>
public sealed class Attempts(ForumDb db, TimeProvider clock)
{
    /// <returns>How many whole minutes to wait, or null when this try may go on.</returns>
    public async Task<int?> CountAsync(string purpose, string mail, int most, TimeSpan window, CancellationToken cancel)
    {
        var key = Key(purpose, mail);
        var now = clock.GetUtcNow();
        var until = now + window;
        var last = most - 1;
        // The wait is reckoned from the last try that was allowed; tries while waiting do not prolong it.
        var counted = await db.Set<Attempt>().FromSql($"""
            insert into sign_in.attempt as a (key, count, until) values ({key}, 1, {until})
            on conflict (key) do update set
                count = case when a.until <= {now} then 1 else a.count + 1 end,
                until = case when a.until <= {now} or a.count = {last} then {until} else a.until end
            returning *
            """).AsNoTracking().ToListAsync(cancel);
        return counted[0].Count <= most ? null : (int)Math.Ceiling((counted[0].Until - now).TotalMinutes);
    }

    public Task ForgetAsync(string purpose, string mail, CancellationToken cancel)
    {
        var key = Key(purpose, mail);
        return db.Set<Attempt>().Where(a => a.Key == key).ExecuteDeleteAsync(cancel);
    }

    private static byte[] Key(string purpose, string mail) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(purpose + "\n" + mail.Trim().ToUpperInvariant()));
}
