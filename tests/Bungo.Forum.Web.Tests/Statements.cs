using System.Diagnostics;

namespace Bungo.Forum.Web.Tests;

internal static class Statements
{
    /// <summary>
    /// Counts the SQL statements this host sends while something happens, whoever sends them: Npgsql's own
    /// trace tells of every command, EF's and hand-written alike.
    /// </summary>
    public static async Task<int> CountStatementsAsync(this ForumHost host, Func<Task> work)
    {
        var count = 0;
        var database = new Npgsql.NpgsqlConnectionStringBuilder(host.ConnectionString).Database;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Tags.Any(t => t.Key is "db.namespace" or "db.name" && t.Value == database)) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }

    /// <summary>
    /// As above, of something that can be repeated: what it costs once the live dispatcher, which goes on after the
    /// writes that came before, has fallen silent.
    /// </summary>
    public static async Task<int> CountOwnStatementsAsync(this ForumHost host, Func<Task> work)
    {
        const int Alike = 4;
        var counts = new List<int>();
        while (counts.Count < 100)
        {
            counts.Add(await host.CountStatementsAsync(work));
            if (counts.Count >= Alike && counts.TakeLast(Alike).Distinct().Count() == 1) return counts[^1];
        }

        throw new InvalidOperationException("It never costs the same twice: " + string.Join(' ', counts));
    }
}
