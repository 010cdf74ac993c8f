using Bungo.Forum.Benchmarks;

// ./forum bench [NAME]: each line is a ratio against a limit measured in the same run, beside its budget
// (DESIGN.md 6). Absolute times of one machine say little about another; the ratio holds.
(string Name, Func<BenchSite, Task<IReadOnlyList<Ratio>>> Run)[] benchmarks =
[
    ("weight", PageWeight.RunAsync),
    ("anonymous", AnonymousTopic.RunAsync),
    ("size", TopicSize.RunAsync),
    ("posting", Posting.RunAsync),
    ("receipts", ReceiptsUnderLoad.RunAsync),
    ("live", EventToScreen.RunAsync),
    ("ledger", _ => Task.FromResult(LedgerCheck.Run())),
];

var chosen = args.Length == 0 ? benchmarks : [.. benchmarks.Where(b => args.Contains(b.Name))];
if (chosen.Length == 0)
{
    await Console.Error.WriteLineAsync($"Tolok ukur / benchmarks: {string.Join(", ", benchmarks.Select(b => b.Name))}");
    return 2;
}

await using var site = await BenchSite.StartAsync();
var missed = 0;
foreach (var (name, run) in chosen)
{
    foreach (var ratio in await run(site))
    {
        Console.WriteLine($"{name,-10} {ratio.What,-62} {ratio.Value,9:0.00} {ratio.Unit,-8} batas/budget {ratio.Budget,-8} {(ratio.Holds ? "ok" : "LEWAT/MISSED")}  ({ratio.Detail})");
        if (!ratio.Holds) missed++;
    }
}

return missed == 0 ? 0 : 1;
