using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Answers;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Demo;

/// <summary>The office works through the inputs of the first consultation, a few of each topic at a time; some still wait, some too long.</summary>
internal sealed class DemoAnswers(ForumDb db, AnswerDesk desk)
{
    private static readonly (Disposition Outcome, string Reason)[] Said =
    [
        (Disposition.Adopted, "Usulan ini kami terima. Mulai versi berikutnya **slip honor** dan **daftar hadir yang dilegalisasi** diterima sebagai bukti di samping surat keterangan."),
        (Disposition.PartlyAdopted, "Sebagian kami terima: jadwal diumumkan paling lambat tujuh hari sebelumnya. Tempat seleksi tidak kami tambah tahun ini karena anggarannya sudah ditetapkan."),
        (Disposition.OutsideAuthority, "Batas usia ditetapkan secara nasional; kabupaten tidak dapat mengubahnya. Usulan Anda kami kumpulkan dan kirim ke Kementerian PANRB bersama usulan lain tentang kriteria ini."),
        (Disposition.NotAdopted, "Tidak kami terima. Bobot yang lebih tinggi akan merugikan pelamar dari puskesmas yang jarang mengadakan pelatihan; perbandingannya ada dalam naskah rancangan."),
        (Disposition.AlreadyCovered, "Yang diusulkan sudah tercakup: kemudahan bagi penyandang disabilitas berlaku untuk semua tahap, termasuk tambahan waktu pada seleksi kompetensi."),
    ];

    /// <param name="ofEach">How many of the oldest waiting inputs of each topic.</param>
    public async Task AnswerAsync(long consultationId, long official, int ofEach, CancellationToken cancel)
    {
        var topics = await db.Topics.Where(t => t.ConsultationId == consultationId).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancel);
        foreach (var (topic, index) in topics.Select((t, i) => (t, i)))
        {
            db.ChangeTracker.Clear();
            var inputs = await db.Posts.Where(p => p.TopicId == topic && p.ParentId == null && p.Office == null && p.AnswerId == null && p.Hiding == null && p.WithdrawnAt == null)
                .OrderBy(p => p.Id).Select(p => p.Id).Take(ofEach).ToListAsync(cancel);
            if (inputs.Count == 0) continue;
            await desk.TakeAsync(inputs, cancel);
            var consultation = await db.Consultations.SingleAsync(c => c.Id == consultationId, cancel);
            var (outcome, reason) = Said[index % Said.Length];
            var by = await db.Accounts.SingleAsync(a => a.Id == official, cancel);
            _ = (await desk.AnswerAsync(consultation, inputs, new AnswerDraft(outcome, reason), null, by, _ => { }, cancel)).Value;
        }
    }
}
