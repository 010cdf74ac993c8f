using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary><c>./forum export DIR</c></summary>
public static class ExportVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder baru atau kosong / a new or empty folder" };
        var command = new Command("export", "Tulis paket buku publik untuk diperiksa / write the public ledger's package for checking") { folder };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(services => RunAsync(services, parse.GetRequiredValue(folder), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string folder, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new OperatorException($"Folder {folder} tidak kosong.", "That folder is not empty.");
        var size = await services.GetRequiredService<PackageExport>().WriteAsync(folder, new ToError(), cancel);
        Console.WriteLine($"{size} tindakan / acts: {Path.GetFullPath(folder)}");
        return 0;
    }

    private sealed class ToError : IProgress<(long Done, long All)>
    {
        public void Report((long Done, long All) value) => Console.Error.Write($"\r{value.Done} / {value.All}" + (value.Done == value.All ? "\n" : ""));
    }
}
