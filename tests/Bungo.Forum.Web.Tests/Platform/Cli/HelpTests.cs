using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Tests.Platform.Cli;

/// <summary>The door's list of verbs and the verbs that there are.</summary>
public partial class HelpTests
{
    // Those of the script itself.
    private static readonly string[] Others = ["test", "bench", "verify", "witness", "publish", "help"];

    [Fact]
    public async Task The_help_lists_every_verb_and_no_other()
    {
        using var door = Process.Start(new ProcessStartInfo(Path.Combine(SourceTree.Root, "forum"), "help") { RedirectStandardOutput = true })!;
        var lines = (await door.StandardOutput.ReadToEndAsync()).Split('\n');
        var listed = lines.Select(l => Verb().Match(l)).Where(m => m.Success).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var verbs = Verbs.Create().Subcommands.ToDictionary(v => v.Name);
        Assert.Equal(verbs.Keys.Concat(Others).Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, verb) in verbs.Where(v => v.Value.Subcommands.Count > 0))
            Assert.All(Word().Matches(listed[name]), w => Assert.Contains(w.Value, verb.Subcommands.Select(s => s.Name)));
        Assert.Equal(verbs["import"].Subcommands.Select(s => s.Name).Order(), Word().Matches(listed["import"]).Select(w => w.Value).Order());
    }

    [Fact]
    public void Every_verb_and_option_says_what_it_is_in_both_languages() =>
        Assert.All(All(Verbs.Create()).Where(v => v is not RootCommand).SelectMany(v => v.Options.Select(o => (Name: $"{v.Name} {o.Name}", o.Description)).Append((v.Name, v.Description)))
            .Where(d => !d.Name.EndsWith("--help", StringComparison.Ordinal) && !d.Name.EndsWith("--version", StringComparison.Ordinal)),
            d => Assert.True(d.Description?.Contains(" / ", StringComparison.Ordinal), $"{d.Name}: {d.Description}"));

    private static IEnumerable<Command> All(Command verb) => verb.Subcommands.SelectMany(All).Append(verb);

    // A verb, then words in small letters up to the text that explains it.
    [GeneratedRegex(@"^  ([a-z]+)((?: ?[a-z|]+| [A-Z-]+| \[[^a-z].*?\]+| \.\.\.| --[a-z]+)*)(?:  |$)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<= |^)[a-z]+(?= |$)")]
    private static partial Regex Word();
}
