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
    /// What a page costs by itself: live events of what was just written are read in the background and would
    /// be counted with it, so the fewest of ten loads counts.
    /// </summary>
    public static async Task<int> FewestStatementsAsync(this ForumHost host, Visitor visitor, string address)
    {
        var fewest = int.MaxValue;
        for (var i = 0; i < 10; i++) fewest = Math.Min(fewest, await host.CountStatementsAsync(() => visitor.GetAsync(address)));
        return fewest;
    }
}
