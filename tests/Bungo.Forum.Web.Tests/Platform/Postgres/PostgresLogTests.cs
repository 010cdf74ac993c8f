using Bungo.Forum.Web.Platform.Postgres;

namespace Bungo.Forum.Web.Tests.Platform.Postgres;

public sealed class PostgresLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("forum-log-").FullName;

    private string FilePath => Path.Combine(_folder, "postgres.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_keeps_itself_and_one_predecessor_small_and_loses_no_recent_line()
    {
        const int Limit = 1000;
        using (var log = new PostgresLog(FilePath, Limit))
        {
            for (var i = 0; i < 200; i++)
                log.Write($"line {i}");
        }

        Assert.InRange(new FileInfo(FilePath).Length, 1, Limit + 100);
        Assert.InRange(new FileInfo(FilePath + ".1").Length, 1, Limit + 100);
        var kept = File.ReadAllLines(FilePath + ".1").Concat(File.ReadAllLines(FilePath)).ToList();
        Assert.Equal(Enumerable.Range(200 - kept.Count, kept.Count).Select(i => $"line {i}"), kept);
    }

    [Fact]
    public void A_file_that_cannot_be_written_does_not_stop_the_reading_and_the_last_words_are_kept()
    {
        using var log = new PostgresLog(Path.Combine(_folder, "missing", "postgres.log"));
        for (var i = 0; i < 30; i++)
            log.Write($"line {i}");

        Assert.Equal(Enumerable.Range(10, 20).Select(i => $"line {i}"), log.Latest().Split(Environment.NewLine));
    }
}
