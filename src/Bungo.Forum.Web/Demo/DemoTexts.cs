using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Web.Demo;

/// <summary>
/// What the invented community says: inputs by what a criterion is about, replies, and the office's answers.
/// Written as people write here, short and to the point; chosen by position, so that every run makes the same.
/// </summary>
internal static class DemoTexts
{
    private static readonly (string Word, (Stance Stance, string Text)[] Inputs)[] ByTheme =
    [
        ("pengalaman",
        [
            (Stance.Oppose, "Bidan desa banyak yang honorer dan **tidak punya surat keterangan pimpinan** karena puskesmasnya berganti kepala. Usul: boleh memakai daftar hadir atau slip honor."),
            (Stance.Support, "Setuju ada syarat pengalaman. Yang baru lulus bisa ikut formasi lain, sedangkan puskesmas butuh tenaga yang langsung siap."),
            (Stance.Oppose, "Dua tahun terlalu lama untuk lulusan baru. Kakak saya lulus 2025 dan sudah magang di RSUD delapan bulan, tetapi tidak dihitung."),
            (Stance.Neutral, "Mohon dijelaskan apakah pengalaman di klinik swasta dan praktik mandiri ikut dihitung. Di rancangan tidak disebut."),
            (Stance.Oppose, "Masa kerja di luar Bungo seharusnya tetap dihitung. Banyak warga kita yang merantau ke Jambi kota lalu ingin pulang."),
            (Stance.Support, "Syarat ini adil untuk tenaga honorer yang sudah lama mengabdi. Tolong jangan dihapus."),
        ]),
        ("tempat",
        [
            (Stance.Support, "Puskesmas di hulu sering kosong bidan. Kalau tidak ada ikatan, dua tahun sudah minta pindah semua."),
            (Stance.Oppose, "Lima tahun tanpa kepastian rumah dinas dan jaringan telepon itu berat. Usul: tiga tahun dulu, lalu boleh mengajukan pindah."),
            (Stance.Neutral, "Daftar puskesmas terpencilnya mana? Sebaiknya dilampirkan supaya pelamar tahu sejak awal.\n\n- Limbur Lubuk Mengkuang\n- Rantau Pandan\n- Bathin III Ulu"),
            (Stance.Oppose, "Bagaimana kalau suami atau istri PNS di kecamatan lain? Mohon ada pengecualian yang jelas, bukan lewat kenalan."),
            (Stance.Support, "Saya warga Batu Kerbau. Anak sakit harus ke kota dua jam. Kami sangat mendukung kriteria ini."),
        ]),
        ("str",
        [
            (Stance.Support, "STR aktif wajib, ini menyangkut keselamatan pasien."),
            (Stance.Neutral, "Pengurusan perpanjangan STR kadang tiga bulan. Apakah bukti sedang mengurus diterima?"),
            (Stance.Oppose, "Kalau sistemnya yang lambat jangan pelamar yang gugur. Terima dulu tanda terima pengajuan, STR menyusul sebelum pemberkasan."),
        ]),
        ("usia",
        [
            (Stance.Neutral, "Usia dihitung pada tanggal mana: saat melamar atau saat pengumuman?"),
            (Stance.Support, "Batas usia ini ketentuan nasional, jadi sebaiknya kita bahas yang bisa diubah saja."),
            (Stance.Oppose, "Honorer yang sudah 15 tahun mengabdi justru gugur karena usia. Usulkan ke kementerian, Pak, Bu."),
        ]),
        ("wawancara",
        [
            (Stance.Oppose, "Bobot wawancara terlalu besar dan mudah dititip. **Turunkan jadi 10 persen** atau rekam semua wawancara."),
            (Stance.Support, "Wawancara perlu untuk melihat kesungguhan, asal pewawancaranya dari luar instansi."),
            (Stance.Neutral, "Apakah rubrik penilaiannya akan diumumkan sebelum seleksi?"),
            (Stance.Oppose, "Kalau tidak ada rekaman, bagaimana peserta bisa menyanggah? Sanggah hanya untuk berkas."),
        ]),
        ("bobot",
        [
            (Stance.Neutral, "Dasar perhitungan bobotnya apa? Mohon dilampirkan kajiannya."),
            (Stance.Oppose, "Bobot afirmasi sebaiknya dipisah dari nilai kompetensi supaya tidak menimbulkan prasangka."),
            (Stance.Support, "Pembagian bobotnya sudah masuk akal dibanding rancangan sebelumnya."),
        ]),
        ("disabilitas",
        [
            (Stance.Support, "Setuju dan tolong pastikan tempat ujiannya bisa dilalui kursi roda. Tahun lalu ruangannya di lantai dua."),
            (Stance.Neutral, "Jenis pendampingnya apa saja? Teman saya tunanetra dan perlu pembaca layar."),
        ]),
        ("putra daerah",
        [
            (Stance.Support, "Yang asli sini biasanya betah. Tapi buktinya jangan hanya KTP, bisa dibuat sehari."),
            (Stance.Oppose, "Hati-hati, jangan sampai melanggar asas sistem merit. Lebih baik kesediaan ditempatkan daripada asal daerah."),
        ]),
    ];

    private static readonly (Stance Stance, string Text)[] General =
    [
        (Stance.Support, "Kriteria ini jelas dan bisa diukur. Saya mendukung."),
        (Stance.Oppose, "Kalimatnya masih bisa ditafsirkan dua macam. Tolong diperjelas siapa yang menilai dan memakai bukti apa."),
        (Stance.Neutral, "Apakah kriteria ini berlaku juga untuk pelamar tahun lalu yang tidak lulus?"),
        (Stance.Support, "Lebih baik daripada versi sebelumnya. Terima kasih sudah mendengar masukan."),
        (Stance.Oppose, "Menurut saya ini menyulitkan pelamar dari dusun yang jauh dari kantor kecamatan. Pengurusan suratnya saja bisa seminggu."),
        (Stance.Neutral, "Mohon diberi contoh dokumen yang diterima dan yang ditolak, supaya tidak gugur karena format."),
        (Stance.Support, "Sebagai orang tua pelamar saya merasa tenang kalau aturannya ditulis begini dari awal."),
        (Stance.Oppose, "Jangan ada tambahan syarat setelah pendaftaran dibuka seperti kejadian surat keterangan dokter dulu."),
        (Stance.Neutral, "Kapan hasil pembahasan ini diumumkan? Kami di dusun hanya bisa membuka lewat ponsel."),
        (Stance.Support, "Setuju, asal panitianya diumumkan nama jabatannya dan ada pengawas dari luar."),
    ];

    private static readonly string[] Replies =
    [
        "Setuju, asal slip honornya dilegalisasi bendahara puskesmas.",
        "Saya mengalami hal yang sama tahun lalu.",
        "Menurut saya tidak begitu. Di dusun kami suratnya bisa selesai satu hari.",
        "Ada dasar aturannya? Boleh dibagikan nomornya.",
        "Betul. Yang penting sama untuk semua pelamar.",
        "Kalau begitu siapa yang memeriksa keaslian buktinya?",
        "Terima kasih penjelasannya, saya baru paham.",
        "Usul tambahan: buat daftar periksa satu halaman untuk pelamar.",
        "Saya kurang setuju, nanti honorer lama malah tersisih.",
        "Ini sudah dijawab di topik sebelah, tapi memang perlu ditulis di kriterianya.",
        "Apakah bisa lewat kantor camat saja, tidak harus ke kabupaten?",
        "Dukung. Mohon admin catat juga pendapat bapak-bapak di musyawarah dusun minggu lalu.",
        "Contohnya di kabupaten tetangga pakai surat pernyataan bermeterai dan tidak ada masalah.",
        "Jangan lupa jaringan di hulu sering hilang, jadi unggah berkas harus bisa dilanjutkan.",
    ];

    private static readonly string[] Answers =
    [
        "Terima kasih. Bukti pengalaman akan kami perluas pada versi berikutnya: surat keterangan, daftar hadir, atau slip honor yang dilegalisasi.",
        "Masukan ini kami catat dan bahas dalam rapat panitia seleksi. Hasilnya diumumkan bersama versi berikutnya.",
        "Hal ini kewenangan nasional sehingga tidak dapat diubah di daerah. Usulannya kami teruskan ke Kementerian PANRB.",
        "Usia dihitung pada tanggal pendaftaran ditutup sesuai ketentuan nasional. Kalimatnya akan kami pertegas.",
        "Rubrik wawancara akan diumumkan paling lambat tujuh hari sebelum seleksi, dan wawancara direkam.",
        "Daftar puskesmas terpencil kami lampirkan pada pengumuman. Sementara dapat dilihat pada lampiran rancangan.",
    ];

    public static (Stance Stance, string Text) Input(string title, int index)
    {
        var lower = title.ToLowerInvariant();
        var themed = ByTheme.Where(t => lower.Contains(t.Word, StringComparison.Ordinal)).SelectMany(t => t.Inputs).ToArray();
        return index < themed.Length ? themed[index] : General[(index * 3 + title.Length) % General.Length];
    }

    public static string Reply(int index) => Replies[index % Replies.Length];

    public static string Answer(int index) => Answers[index % Answers.Length];
}
