using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

/// <summary>Whether acts are numbered: how far the log goes, how long the oldest waits, when the checkpoint was written last.</summary>
public sealed class LedgerVital(ForumDb db, LogState state, LogFolder files) : IVitalSign
{
    /// <summary>Acts wait for a quarter of a second; one that waits minutes waits for somebody.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(5);

    /// <summary>The hourly beat moves the log when nobody else does.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromHours(2);

    public string Subject => T("Buku publik", "Public ledger");

    public async Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // Ballots wait for their mix, and how many do is nobody's to know.
        var waiting = db.PendingActs.Where(a => a.Kind != WaitingAct.Ballot);
        var count = await waiting.CountAsync(cancel);
        var oldest = await waiting.MinAsync(a => (DateTimeOffset?)a.RecordedAt, cancel);
        return [Standing(), Head(now), Waiting(count, oldest is { } since ? now - since : TimeSpan.Zero)];
    }

    private Vital Standing()
    {
        var name = T("Pencatat", "Sequencer");
        return state.Standing switch
        {
            { Fault: { } fault } => new(name, Wellness.Bad, T($"Buku berhenti ({fault.Trouble}): situs tidak menerima tulisan.", $"The ledger stands still ({fault.Trouble}): the site takes nothing new."), T("Ikuti RUNBOOK.md di bawah judul itu.", "Follow RUNBOOK.md under that heading.")),
            { Sequences: true } => new(name, Wellness.Good, T("Proses ini memberi nomor.", "This process numbers acts.")),
            _ => new(name, Wellness.Good, T("Proses lain yang memberi nomor.", "Another process numbers acts.")),
        };
    }

    private Vital Head(DateTimeOffset now)
    {
        var name = T("Kepala buku", "Checkpoint");
        if (files.Head() is not var (_, head) || files.HeadWrittenAt is not { } at) return new(name, Wellness.Watch, T("Belum ada.", "There is none yet."));
        var text = T($"{head.Size:N0} catatan; terakhir ditulis {Wib.Full(at)}.", $"{head.Size:N0} entries; written last on {Wib.Full(at)}.");
        return now - at > LongSilence ? new(name, Wellness.Bad, text, T("Detak tiap jam tidak sampai: periksa pencatat dan pekerjaan latar.", "The hourly beat does not arrive: look at the sequencer and the background jobs.")) : new(name, Wellness.Good, text);
    }

    private static Vital Waiting(int count, TimeSpan age)
    {
        var name = T("Menunggu nomor", "Waiting for a number");
        if (count == 0) return new(name, Wellness.Good, T("Tidak ada tindakan yang menunggu.", "No act waits."));
        var text = T($"{count:N0} tindakan; yang tertua menunggu {Spans.Of(age)}.", $"{count:N0} acts; the oldest has waited {Spans.Of(age)}.");
        return age > LongWait ? new(name, Wellness.Bad, text, T("Tidak ada proses yang memberi nomor.", "No process numbers acts.")) : new(name, Wellness.Good, text);
    }
}
