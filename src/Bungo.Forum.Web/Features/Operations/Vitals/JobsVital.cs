using Hangfire;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Operations.Vitals;

public sealed class JobsVital(JobStorage storage) : IVitalSign
{
    /// <summary>A worker tells every half minute that it lives.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public string Subject => T("Pekerjaan latar", "Background jobs");

    public Task<IReadOnlyList<Vital>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var monitoring = storage.GetMonitoringApi();
        var counts = monitoring.GetStatistics();
        var alive = monitoring.Servers().Count(s => s.Heartbeat is { } beat && now.UtcDateTime - beat < Silence);
        return Task.FromResult<IReadOnlyList<Vital>>(
        [
            alive > 0
                ? new(T("Pekerja", "Workers"), Wellness.Good, T($"{alive:N0} pekerja hidup.", $"{alive:N0} workers are alive."))
                : new(T("Pekerja", "Workers"), Wellness.Bad, T("Tidak ada pekerja yang hidup: surat, jadwal, dan laporan berhenti.", "No worker is alive: letters, timetables and reports stand still."), T("Jalankan ./forum work, atau mulai ulang situs.", "Run ./forum work, or start the site anew.")),
            counts.Failed == 0
                ? new(T("Kegagalan", "Failures"), Wellness.Good, T("Tidak ada pekerjaan yang gagal.", "No job has failed."))
                : new(T("Kegagalan", "Failures"), Wellness.Watch, T($"{counts.Failed:N0} pekerjaan gagal.", $"{counts.Failed:N0} jobs have failed."), T("Rinciannya di /jobs.", "Details at /jobs.")),
            new(T("Antrean", "Queue"), counts.Enqueued > 100 ? Wellness.Watch : Wellness.Good, T($"{counts.Enqueued:N0} pekerjaan menunggu.", $"{counts.Enqueued:N0} jobs wait.")),
        ]);
    }
}
