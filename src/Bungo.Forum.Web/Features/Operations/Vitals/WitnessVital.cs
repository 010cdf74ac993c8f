using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;
using Microsoft.Extensions.Options;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

/// <summary>Each witness with what it cosigned last, and the quorum. One that stays away is an alarm after <c>Ledger:WitnessAlarm</c>.</summary>
public sealed class WitnessVital(LogFolder files, WitnessPush push, IOptions<LedgerOptions> options) : IVitalSign
{
    public string Subject => T("Saksi", "Witnesses");

    public Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var standings = files.Cosignatures.Standings();
        if (standings.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<Vital>>([new(T("Kebijakan", "Policy"), Wellness.Watch, T("Belum ada saksi: tanda terima tetap “tercatat”.", "There is no witness: receipts stay “recorded”."),
                T("Tulis saksi ke berkas “saksi” menurut RUNBOOK.md.", "Name witnesses in the file “saksi” as RUNBOOK.md says."))]);
        }

        return Task.FromResult<IReadOnlyList<Vital>>([.. standings.Select(s => Of(s, now)), Quorum(standings, now)]);
    }

    private Vital Of(WitnessStanding standing, DateTimeOffset now)
    {
        var name = standing.Witness.Name;
        PushEnd? end = push.Ends.TryGetValue(name, out var known) ? known : null;
        if (end == PushEnd.Contradicts)
            return new(name, Wellness.Bad, T("Saksi ini pernah melihat buku yang lain daripada yang ada di sini.", "This witness has seen another log than the one here."), T("Hentikan situs dan ikuti RUNBOOK.md, “SignerRefuses”.", "Stop the site and follow RUNBOOK.md, “SignerRefuses”."));
        var ending = end == PushEnd.UnknownToIt ? T(" Saksi tidak mengenal buku ini atau kuncinya.", " It does not know this log or its key.")
            : end == PushEnd.Unreachable ? T(" Saksi tidak menjawab.", " It does not answer.") : "";
        if (standing is not { Head: { } head, At: { } at }) return new(name, Wellness.Bad, T("Belum pernah menandatangani.", "It has never cosigned.") + ending, Advice);
        var text = T($"{head.Size:N0} catatan, {Spans.Of(now - at)} lalu.", $"{head.Size:N0} entries, {Spans.Of(now - at)} ago.") + ending;
        return now - at > options.Value.WitnessAlarm ? new(name, Wellness.Bad, text, Advice) : new(name, ending.Length > 0 ? Wellness.Watch : Wellness.Good, text);
    }

    private Vital Quorum(IReadOnlyList<WitnessStanding> standings, DateTimeOffset now)
    {
        var name = T("Kuorum", "Quorum");
        if (files.Published.Quorum is null) return new(name, Wellness.Watch, T("Kebijakan tidak meminta kuorum.", "The policy asks for no quorum."));
        if (files.Witnessed() is not var (_, witnessed)) return new(name, Wellness.Bad, T("Belum pernah tercapai.", "It was never reached."), Advice);
        var size = files.Head() is var (_, head) ? head.Size : witnessed.Size;
        var at = standings.Where(s => s.Head?.Size >= witnessed.Size).Max(s => s.At) ?? DateTimeOffset.MinValue;
        var text = T($"{witnessed.Size:N0} dari {size:N0} catatan disaksikan.", $"{witnessed.Size:N0} of {size:N0} entries are witnessed.");
        return now - at > options.Value.WitnessAlarm ? new(name, Wellness.Bad, text, Advice) : new(name, Wellness.Good, text);
    }

    private static string Advice => T("Hubungi lembaga saksi; selama itu tanda terima baru tetap “tercatat”.", "Call the witnessing institution; until then new receipts stay “recorded”.");
}
