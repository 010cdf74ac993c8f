using System.Text.Json;
using Bungo.Forum.Web.Features.Discussions.Import;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Discussions.Import;

public class ThreadImportTests(ForumHost host) : IClassFixture<ForumHost>
{
    private static readonly string[] Small =
    [
        """{"id":1,"type":"topic","parent":null,"thread":1,"depth":0,"heading_level":2,"author":null,"time":null,"text":"Perubahan tertunda"}""",
        """{"id":2,"type":"comment","parent":1,"thread":1,"depth":1,"author":"Warga A","time":"2019-06-14T13:11:00Z","text":"Pertama"}""",
        """{"id":3,"type":"comment","parent":2,"thread":1,"depth":2,"author":"anonymous-1","time":"2019-06-14T14:00:00Z","text":"Balasan"}""",
        """{"id":4,"type":"comment","parent":1,"thread":1,"depth":1,"author":"Warga A","time":"2019-06-14T13:30:00Z","text":"Kedua"}""",
        """{"id":5,"type":"topic","parent":1,"thread":5,"depth":0,"heading_level":3,"author":null,"time":null,"text":"Bagian lain"}""",
    ];

    [Fact]
    public async Task Topics_trees_and_pseudonyms_come_in_and_each_change_has_its_act()
    {
        var count = await ImportAsync("small", Small);
        Assert.Equal((2, 3), (count.Topics, count.Posts));
        var topic = await host.WithDbAsync(db => db.Topics.Where(t => t.Title == "Perubahan tertunda").OrderBy(t => t.Id).LastAsync());
        var page = await host.AVisitor().GetAsync(Urls.Topic(topic));
        Assert.Equal(["Pertama", "Balasan", "Kedua"], page.QuerySelectorAll("li.post .body").Select(b => b.TextContent.Trim()));
        Assert.Equal(["Warga A", "anonymous-1", "Warga A"], page.QuerySelectorAll("li.post header b").Select(b => b.TextContent));
        var part = await host.WithDbAsync(db => db.Topics.SingleAsync(t => t.PartOfId == topic.Id));
        Assert.Contains("Perubahan tertunda", (await host.AVisitor().GetAsync(Urls.Topic(part))).QuerySelector(".crumb")!.TextContent, StringComparison.Ordinal);
        var acts = await host.WithDbAsync(db => db.RecordedActs.Join(db.Posts.Where(p => p.TopicId == topic.Id), a => a.ObjectId, p => p.ObjectId, (a, _) => a).CountAsync());
        Assert.Equal(3, acts);
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_longer_file_adds_only_what_is_new()
    {
        await ImportAsync("twice", Small);
        var before = await CountAsync();
        var again = await ImportAsync("twice", Small);
        Assert.Equal((0, 0), (again.Topics, again.Posts));
        Assert.Equal(before, await CountAsync());
        var longer = await ImportAsync("twice", [.. Small, """{"id":6,"type":"comment","parent":3,"thread":1,"depth":3,"author":"Warga B","time":"2019-06-15T00:00:00Z","text":"Menyusul"}"""]);
        Assert.Equal((0, 1), (longer.Topics, longer.Posts));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_bring_it_in_once()
    {
        var counts = await Task.WhenAll(ImportAsync("race", Small), ImportAsync("race", Small));
        Assert.Equal(2, counts.Sum(c => c.Topics));
        Assert.Equal(3, counts.Sum(c => c.Posts));
    }

    [Theory]
    [InlineData(3, "{\"id\":3,\"type\":\"comment\",\"prnt\":2", "bukan JSON yang dikenal")]
    [InlineData(3, "not json", "bukan JSON yang dikenal")]
    [InlineData(3, """{"id":2,"type":"comment","parent":1,"thread":1,"author":"x","time":"2019-06-14T14:00:00Z","text":"a"}""", "sudah dipakai")]
    [InlineData(3, """{"id":9,"type":"comment","parent":99,"thread":1,"author":"x","time":"2019-06-14T14:00:00Z","text":"a"}""", "tidak ada di atas")]
    [InlineData(3, """{"id":9,"type":"comment","parent":1,"thread":7,"author":"x","time":"2019-06-14T14:00:00Z","text":"a"}""", "bukan utas induknya")]
    [InlineData(3, """{"id":9,"type":"comment","parent":1,"thread":1,"author":"x","time":null,"text":"a"}""", "tanpa waktu")]
    [InlineData(3, """{"id":9,"type":"comment","parent":1,"thread":1,"author":"","time":"2019-06-14T14:00:00Z","text":"a"}""", "penulis kosong")]
    [InlineData(3, """{"id":9,"type":"comment","parent":1,"thread":1,"author":"x","time":"2019-06-14T14:00:00Z","text":"  "}""", "isi kosong")]
    [InlineData(3, """{"id":9,"type":"poll","parent":1,"thread":1,"text":"a"}""", "tidak dikenal")]
    public async Task A_broken_line_is_named_and_nothing_is_imported(int line, string broken, string reason)
    {
        var before = await CountAsync();
        var fault = await Assert.ThrowsAsync<ThreadFileException>(() => ImportAsync("broken", [.. Small[..2], broken]));
        Assert.Equal(line, fault.Line);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task The_shared_discussions_come_in_whole()
    {
        var file = SharedData.Require("threads", "village-pump-en.jsonl");
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(SharedData.Require("expected", "threads.json")));
        var facts = expected.RootElement[0];
        var count = await host.WithAsync<ThreadImport, ImportCount>(i => i.RunAsync("shared", ThreadFile.Read(file), null, default));
        Assert.Equal(facts.GetProperty("topics").GetInt32(), count.Topics);
        Assert.Equal(facts.GetProperty("comments").GetInt32(), count.Posts);
        Assert.Equal(facts.GetProperty("authors").GetInt32(), count.Authors);
        var largest = await host.WithDbAsync(db => db.ImportedItems.Where(i => i.Source == "shared").Join(db.Topics, i => i.EntityId, t => t.Id, (_, t) => t.LastNumber).MaxAsync());
        Assert.Equal(facts.GetProperty("largest_topic_comments").GetInt32(), largest);
        // The file counts a topic's comments from depth 1; a post's depth counts replies above it.
        var deepest = await host.WithDbAsync(db => db.ImportedItems.Where(i => i.Source == "shared").Join(db.Posts, i => i.EntityId, p => p.Id, (_, p) => p.Depth).MaxAsync());
        Assert.Equal(facts.GetProperty("max_depth").GetInt32(), deepest + 1);
    }

    private async Task<ImportCount> ImportAsync(string source, string[] lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines);
            var read = ThreadFile.Read(file);
            return await host.WithAsync<ThreadImport, ImportCount>(i => i.RunAsync(source, read, null, default));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Task<(int, int, int)> CountAsync() => host.WithDbAsync(async db => (await db.Topics.CountAsync(), await db.Posts.CountAsync(), await db.RecordedActs.CountAsync()));
}
