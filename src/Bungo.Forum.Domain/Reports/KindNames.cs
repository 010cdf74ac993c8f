namespace Bungo.Forum.Domain.Reports;

/// <summary>
/// The kinds of recorded acts in words a resident reads. The kinds are the ledger's, which this library does not know;
/// a test on the other side holds the two lists together. A kind that is not used yet has its words already, so that
/// no report ever shows a bare code.
/// </summary>
internal static class KindNames
{
    public static readonly IReadOnlyList<CellDefinition> All =
    [
        new("utas.buat", "Topik dibuka", "Topics opened"),
        new("pos.buat", "Kiriman ditulis", "Posts written"),
        new("pos.ubah", "Kiriman disunting", "Posts edited"),
        new("pos.tarik", "Kiriman ditarik penulisnya", "Posts withdrawn by their authors"),
        new("mod.putus", "Putusan moderasi", "Moderation decisions"),
        new("mod.pulih", "Putusan yang mencabut tindakan", "Decisions that took a measure back"),
        new("banding.ajukan", "Keberatan diajukan", "Objections filed"),
        new("banding.putus", "Keberatan diputus", "Objections decided"),
        new("jajak.buka", "Jajak pendapat dibuka", "Polls opened"),
        new("jajak.tutup", "Jajak pendapat ditutup", "Polls closed"),
        new("jajak.hasil", "Hasil jajak pendapat dihitung", "Poll results counted"),
        new("suara.beri", "Suara diberikan atau diubah", "Ballots cast or changed"),
        new("kriteria.versi", "Kriteria dalam versi baru", "Criteria in a new version"),
        new("jawab.terbit", "Jawaban resmi terbit", "Official replies published"),
        new("jawab.ubah", "Jawaban resmi diubah", "Official replies changed"),
        new("umum.terbit", "Pengumuman terbit", "Announcements published"),
        new("umum.ubah", "Pengumuman diperbaiki", "Announcements corrected"),
        new("umum.tarik", "Pengumuman ditarik", "Announcements withdrawn"),
        new("laporan.terbit", "Laporan transparansi terbit", "Transparency reports published"),
        new("nilai.terbit", "Penilaian lembaga terbit", "Evaluations published"),
        new("nilai.tinjau", "Putusan moderasi ditinjau ulang", "Moderation decisions re-examined"),
        new("peran.beri", "Peran diberikan", "Roles granted"),
        new("peran.cabut", "Peran dicabut", "Roles revoked"),
        new("hapus", "Penghapusan yang sah", "Lawful erasures"),
        new("kunci.umum", "Kunci diumumkan", "Keys announced"),
        new("buku.buka", "Buku besar dibuka", "Ledger opened"),
        new("buku.tutup", "Buku besar ditutup", "Ledger closed"),
        new("denyut", "Denyut setiap jam", "Hourly heartbeats"),
    ];
}
