using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Features.Recruitment;

/// <summary><c>./forum import recruitment FILE</c></summary>
public static class ImportRecruitmentVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = $"Dokumen / document {RoundReader.Format}" };
        file.AcceptExistingOnly();
        var command = new Command("recruitment", "Putaran rekrutmen / a recruitment round") { file };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(services => RunAsync(services, parse.GetRequiredValue(file), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        var (round, faults) = RoundReader.Read(await File.ReadAllBytesAsync(file.FullName, cancel));
        if (round is null)
            throw new OperatorException(
                $"{file.Name}, tidak ada yang dimasukkan:\n" + string.Join('\n', faults.Select(f => $"  baris {f.Line}: {f.Path}: {f.Id}")),
                $"{file.Name}, nothing was imported:\n" + string.Join('\n', faults.Select(f => $"  line {f.Line}: {f.Path}: {f.En}")));
        var imported = await services.GetRequiredService<RoundImport>().RunAsync(round, cancel);
        if (imported.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
        Console.WriteLine($"{imported.Value.Code}: versi kriteria / criteria version {imported.Value.LastCriteria}");
        return 0;
    }
}
