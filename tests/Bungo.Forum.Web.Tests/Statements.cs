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
        using var listener = host.OnEachStatement(_ => Interlocked.Increment(ref count));
        await work();
        return count;
    }

    /// <summary>Lets something happen right after the first statement of this host that reads like this, while the work that sent it stands still.</summary>
    public static async Task AfterStatementAsync(this ForumHost host, string sql, Func<Task> then, Func<Task> work)
    {
        var seen = 0;
        using var listener = host.OnEachStatement(statement =>
        {
            if (statement.Contains(sql, StringComparison.Ordinal) && Interlocked.Exchange(ref seen, 1) == 0) Task.Run(then).GetAwaiter().GetResult();
        });
        await work();
        Assert.Equal(1, seen);
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

    private static ActivityListener OnEachStatement(this ForumHost host, Action<string> sent)
    {
        var database = new Npgsql.NpgsqlConnectionStringBuilder(host.ConnectionString).Database;
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (!activity.Tags.Any(t => t.Key is "db.namespace" or "db.name" && t.Value == database)) return;
                sent(activity.Tags.FirstOrDefault(t => t.Key is "db.query.text" or "db.statement").Value ?? "");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Whether a statement of this host's database stands waiting for a lock.</summary>
    public static async Task<bool> SomebodyWaitsAsync(this ForumHost host)
    {
        await using var database = Npgsql.NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
