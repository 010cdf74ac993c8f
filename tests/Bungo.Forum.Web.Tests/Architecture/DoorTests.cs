using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform.Cli;

namespace Bungo.Forum.Web.Tests.Architecture;

/// <summary>The script <c>forum</c> is the only door: a verb that the program answers and the door does not let through is none.</summary>
public partial class DoorTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(SourceTree.Root, "forum"));
    private static readonly List<string> Program = [.. Verbs.Create().Subcommands.Select(v => v.Name)];

    [Fact]
    public void Every_verb_of_the_program_passes_the_door()
    {
        Assert.NotEmpty(Program);
        var passed = Passed().Match(Script).Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(Program.Order(), passed.Order());
    }

    [Fact]
    public void Every_verb_of_the_program_stands_in_the_help()
    {
        var help = Help().Match(Script).Groups[1].Value;
        Assert.All(Program, verb => Assert.Contains($"\n  {verb} ", help, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^  ([a-z| ]+)\) run_web ""\$@"" ;;", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex(@"<<'TEXT'\n(.*?)\nTEXT", RegexOptions.Singleline)]
    private static partial Regex Help();
}
