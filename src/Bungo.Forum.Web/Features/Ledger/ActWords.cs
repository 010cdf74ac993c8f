using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Data;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>What the ledger's codes mean, for people. A test asks for every kind, label and role of the catalogue.</summary>
public static class ActWords
{
    public static string Kind(string kind) => kind switch
    {
        "utas.buat" => T("Topik dibuka", "Topic opened"),
        "pos.buat" => T("Masukan atau balasan ditulis", "Input or reply written"),
        "pos.ubah" => T("Kiriman disunting penulisnya", "Post edited by its author"),
        "pos.tarik" => T("Kiriman ditarik penulisnya", "Post withdrawn by its author"),
        "mod.putus" => T("Putusan moderator", "Moderator's decision"),
        "mod.pulih" => T("Putusan moderator dicabut", "Moderator's decision taken back"),
        "banding.ajukan" => T("Banding diajukan", "Appeal made"),
        "banding.putus" => T("Banding diputus", "Appeal decided"),
        "jajak.buka" => T("Jajak pendapat dibuka", "Poll opened"),
        "jajak.tutup" => T("Jajak pendapat ditutup", "Poll closed"),
        "jajak.hasil" => T("Hasil jajak pendapat dihitung", "Poll counted"),
        "suara.beri" => T("Suara diberikan", "Ballot cast"),
        "kriteria.versi" => T("Naskah kriteria terbit", "Wording of a criterion published"),
        "jawab.terbit" => T("Jawaban resmi terbit", "Official answer published"),
        "jawab.ubah" => T("Jawaban resmi diubah", "Official answer changed"),
        "umum.terbit" => T("Pengumuman terbit", "Announcement published"),
        "umum.ubah" => T("Pengumuman diralat", "Announcement corrected"),
        "umum.tarik" => T("Pengumuman ditarik", "Announcement withdrawn"),
        "nilai.terbit" => T("Temuan penilai terbit", "Evaluator's finding published"),
        "nilai.tinjau" => T("Putusan moderator ditinjau ulang penilai", "Moderator's decision re-examined by the evaluator"),
        "laporan.terbit" => T("Laporan terbit", "Report published"),
        "hapus" => T("Penghapusan yang sah", "Lawful erasure"),
        "peran.beri" => T("Peran diberikan kepada akun", "Role given to an account"),
        "peran.cabut" => T("Peran dicabut dari akun", "Role taken from an account"),
        "kunci.umum" => T("Kunci buku diumumkan", "Key of the ledger announced"),
        "buku.buka" => T("Buku dibuka", "Ledger opened"),
        "buku.tutup" => T("Buku ditutup", "Ledger closed"),
        "denyut" => T("Tanda hidup buku, setiap jam", "Hourly sign of life"),
        _ => kind,
    };

    public static string Label(string label) => label switch
    {
        "actor" => T("siapa yang bertindak (kode acak)", "who acted (a random code)"),
        "sasaran" => T("siapa yang dikenai (kode acak)", "whom it concerns (a random code)"),
        "body" => T("tulisan", "the words"),
        "lampiran" => T("lampiran", "attachments"),
        "sikap" => T("sikap", "stance"),
        "alasan" => T("alasan", "the reason"),
        "berkas" => T("berkas perkara", "case file"),
        "pilihan" => T("pilihan", "the choice"),
        "nul" => T("kode pemilih acak", "random voter code"),
        "naskah" => T("naskah", "text"),
        "data" => T("data", "data"),
        "suara" => T("suara", "ballots"),
        "kepala" => T("kepala buku lama", "former checkpoint"),
        "konsultasi" => T("konsultasi", "consultation"),
        "kriteria" => T("kriteria", "criterion"),
        "bahasa" => T("bahasa", "language"),
        "asal" => T("asal", "origin"),
        "opd" or "kantor" => T("kantor", "office"),
        "utas" => T("topik", "topic"),
        "nomor" => T("nomor", "number"),
        "induk" => T("membalas", "in reply to"),
        "aturan" => T("aturan", "rule"),
        "tindakan" => T("tindakan", "measure"),
        "sumber" => T("sumber", "source"),
        "otomatis" => T("diputus mesin", "decided by machine"),
        "cakupan" => T("cakupan", "scope"),
        "sampai" or "selesai" => T("sampai", "until"),
        "mulai" => T("mulai", "from"),
        "surat" => T("nomor surat", "letter number"),
        "putusan" => T("putusan", "decision"),
        "laporan" => T("laporan pembaca", "readers' reports"),
        "kritik" => T("kritik terhadap kantor atau pejabat", "criticism of an office or official"),
        "pemutus" => T("banyaknya pemutus", "number who decided"),
        "tingkat" => T("tingkat", "instance"),
        "hasil" => T("hasil", "outcome"),
        "peserta" => T("peserta", "participants"),
        "maks" => T("pilihan terbanyak", "most choices"),
        "berhak" => T("berhak memilih", "entitled to vote"),
        "dini" => T("ditutup lebih awal", "closed early"),
        "hitung" => T("suara tiap pilihan", "votes by option"),
        "pemilih" => T("pemilih", "voters"),
        "jajak" => T("jajak pendapat", "poll"),
        "kode" => T("kode", "code"),
        "kewenangan" => T("kewenangan", "authority"),
        "dasar" => T("dasar", "ground"),
        "bobot" => T("bobot", "weight"),
        "putaran" => T("putaran", "round"),
        "pertanyaan" => T("pertanyaan", "question"),
        "batas" => T("batas waktu", "deadline"),
        "disposisi" => T("disposisi", "disposition"),
        "versi" => T("versi", "version"),
        "terjadwal" => T("terjadwal", "scheduled"),
        "periode" => T("periode", "period"),
        "daftar" => T("yang dihapus", "what was erased"),
        "jumlah" => T("banyaknya", "how many"),
        "diminta" => T("diminta pada", "requested at"),
        "peran" => T("peran", "role"),
        "kunci" => T("kunci", "key"),
        "ukuran" => T("banyak catatan", "entries"),
        "akar" => T("puncak pohon", "top of the tree"),
        "tertunda" => T("menunggu nomor", "waiting for a number"),
        "disaksikan" => T("disaksikan sampai", "witnessed up to"),
        _ => label,
    };

    public static string Role(ActRole role) => role switch
    {
        ActRole.Warga => T("warga", "a citizen"),
        ActRole.Moderator => T("moderator", "a moderator"),
        ActRole.Pejabat => T("pejabat", "an official"),
        ActRole.Penilai => T("penilai lembaga", "an evaluator"),
        _ => T("sistem", "the system"),
    };

    public static string State(OpeningState state) => state switch
    {
        OpeningState.Open => T("Terbuka", "Open"),
        OpeningState.Sealed => T("Tersegel", "Sealed"),
        OpeningState.Destroyed => T("Dimusnahkan", "Destroyed"),
        _ => T("Terbatas", "Restricted"),
    };
}
