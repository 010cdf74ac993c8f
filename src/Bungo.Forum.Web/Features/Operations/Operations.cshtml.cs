using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Operations.Vitals;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations;

/// <summary>
/// How the installation stands, for whoever runs it: each part in words with a state, the worst first told on top. A part
/// that does not answer is told in its place, and the others are there all the same.
/// </summary>
[Authorize(Policy = nameof(Permission.Administer))]
public sealed class OperationsPage(IEnumerable<IVitalSign> signs, TimeProvider clock, ILogger<OperationsPage> log) : ForumPage
{
    public IReadOnlyList<(string Subject, IReadOnlyList<Vital> Vitals)> Parts { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public int Bad => Parts.Sum(p => p.Vitals.Count(v => v.Wellness == Wellness.Bad));

    public int Watched => Parts.Sum(p => p.Vitals.Count(v => v.Wellness == Wellness.Watch));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        At = clock.GetUtcNow();
        var parts = new List<(string, IReadOnlyList<Vital>)>();
        foreach (var sign in signs) parts.Add((sign.Subject, await ReadAsync(sign, cancel)));
        Parts = parts;
    }

    private async Task<IReadOnlyList<Vital>> ReadAsync(IVitalSign sign, CancellationToken cancel)
    {
        try
        {
            return await sign.ReadAsync(At, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "{Sign} could not be read", sign.GetType().Name);
            return [new(T("Keadaan", "State"), Wellness.Bad, T("Tidak dapat dibaca.", "It cannot be read."), T("Rinciannya di log proses.", "Details are in the log of the process."))];
        }
    }
}
