using Spectre.Console;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>How far the check is, for somebody who sits before a terminal; on standard error, so that what is redirected stays clean.</summary>
internal static class ProgressBar
{
    public static T Run<T>(bool isWanted, Language language, Func<Action<long, long>, T> work)
    {
        if (!isWanted || Console.IsErrorRedirected) return work((_, _) => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(language.Pick("Memeriksa catatan", "Checking entries"));
                return work((done, all) => task.MaxValue(Math.Max(all, 1)).Value(done));
            });
    }
}
