using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary><c>./forum export DIR</c>. Exit code 1 when the package is written and the site shows other words than it records.</summary>
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
        return await CompareAsync(services.GetRequiredService<ShownWords>(), cancel);
    }

    private static async Task<int> CompareAsync(ShownWords shown, CancellationToken cancel)
    {
        var differing = 0;
        await foreach (var address in shown.DifferingAsync(cancel))
        {
            if (differing++ == 0) Console.Error.WriteLine("Yang tampil lain daripada yang tercatat / what is shown is not what was recorded:");
            Console.Error.WriteLine("  " + address);
        }

        return differing == 0 ? 0 : 1;
    }

    private sealed class ToError : IProgress<(long Done, long All)>
    {
        public void Report((long Done, long All) value) => Console.Error.Write($"\r{value.Done} / {value.All}" + (value.Done == value.All ? "\n" : ""));
    }
}
