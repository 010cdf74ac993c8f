using System.CommandLine;
using Bungo.Forum.Web.Platform.Cli;
using Spectre.Console;

namespace Bungo.Forum.Web.Demo;

/// <summary><c>./forum generate --topics N --posts N</c></summary>
public static class GenerateVerb
{
    private const int FewestPeople = 20;
    private const int PostsForOnePerson = 10;

    public static Command Create()
    {
        var topics = Count("--topics", "Banyaknya topik / how many topics");
        var posts = Count("--posts", "Kiriman seluruhnya, paling sedikit satu per topik / posts in all, at least one for each topic");
        var people = new Option<int?>("--people") { Description = "Orang yang menulis; bawaan satu per sepuluh kiriman / who writes them; default one for ten posts" };
        var votes = new Option<int>("--votes") { Description = "Suara dalam jajak pendapat / ballots in polls" };
        var seed = new Option<ulong>("--seed") { Description = "Benih: benih yang sama menghasilkan isi yang sama / the same seed gives the same content", DefaultValueFactory = _ => 1 };
        var add = new Option<bool>("--add") { Description = "Tambahkan ke basis data yang tidak kosong / add to a database that is not empty" };
        var command = new Command("generate", "Isi rekaan berukuran besar, untuk menguji / made-up content of big sizes, for testing") { topics, posts, people, votes, seed, add };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            services =>
            {
                var (t, p) = (parse.GetRequiredValue(topics), parse.GetRequiredValue(posts));
                var size = new GeneratedSize(t, p, parse.GetValue(people) ?? Math.Max(FewestPeople, p / PostsForOnePerson), parse.GetValue(votes));
                return RunAsync(new GeneratedCommunity(services, parse.GetRequiredValue(seed)), size, parse.GetValue(add), cancel);
            },
            cancel));
        return command;
    }

    private static Option<int> Count(string name, string description) => new(name) { Description = description, Required = true };

    private static async Task<int> RunAsync(GeneratedCommunity community, GeneratedSize size, bool add, CancellationToken cancel)
    {
        if (size.Topics < 1 || size.Posts < size.Topics || size.People < 1 || size.Votes < 0)
            throw new OperatorException("Perlu paling sedikit satu topik, satu kiriman per topik, dan satu orang.", "At least one topic, one post for each topic and one person are needed.");
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Membuat / generating", maxValue: size.Total);
            await community.FillAsync(size, add, made => bar.Increment(made), cancel);
        });
        Console.WriteLine($"{size.Topics} topik, {size.Posts} kiriman, {size.People} orang, {size.Votes} suara / {size.Topics} topics, {size.Posts} posts, {size.People} people, {size.Votes} ballots");
        return 0;
    }
}
