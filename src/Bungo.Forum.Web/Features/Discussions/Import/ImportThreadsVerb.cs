using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;
using Spectre.Console;

namespace Bungo.Forum.Web.Features.Discussions.Import;

/// <summary><c>./forum import threads FILE</c></summary>
public static class ImportThreadsVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Berkas JSON Lines / JSON Lines file" };
        file.AcceptExistingOnly();
        var command = new Command("threads", "Diskusi dari tempat lain / discussions from elsewhere") { file };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(services => RunAsync(services, parse.GetRequiredValue(file), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        IReadOnlyList<ThreadLine> lines;
        try
        {
            lines = ThreadFile.Read(file.FullName);
        }
        catch (ThreadFileException e)
        {
            throw new OperatorException(e.Message.Split('\n')[0], e.Message.Split('\n')[1] + ". Nothing was imported.", e);
        }

        var count = await AnsiConsole.Progress().AutoClear(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Mengimpor / importing", maxValue: Math.Max(1, lines.Count));
            var import = services.GetRequiredService<ThreadImport>();
            return await import.RunAsync("threads:" + file.Name, lines, new Counting(bar.Increment), cancel);
        });
        Console.WriteLine($"{count.Topics} topik, {count.Posts} kiriman baru; sudah ada {count.KnownAlready} butir / {count.Topics} topics, {count.Posts} posts new; {count.KnownAlready} items known already");
        return 0;
    }

    // Progress<T> reports on another thread, after the fact; a bar wants it at once.
    private sealed class Counting(Action<double> count) : IProgress<int>
    {
        public void Report(int value) => count(value);
    }
}
