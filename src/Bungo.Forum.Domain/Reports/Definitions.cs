using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Domain.Reports;

/// <summary>
/// What the reports count, word by word. A definition that would count anything differently is a new
/// <see cref="Version"/> of the list: figures of two versions are never set against each other. Chapters
/// follow the list of what a good transparency report tells; those that need parts not yet built are absent
/// rather than empty.
///
/// A day belongs to the period in whose WIB dates it falls. Discussions brought in from elsewhere are nobody's
/// participation here and count nowhere but among the recorded acts.
/// </summary>
public static class Definitions
{
    public const string Version = "definisi/v1";

    private static readonly Chapter Participation = new("partisipasi", "Partisipasi", "Participation");
    private static readonly Chapter Criteria = new("kriteria", "Kriteria", "Criteria");
    private static readonly Chapter Answers = new("tanggapan", "Tanggapan pejabat", "Officials' answers");
    private static readonly Chapter Moderation = new("moderasi", "Moderasi", "Moderation");
    private static readonly Chapter Polls = new("jajak", "Jajak pendapat", "Polls");
    private static readonly Chapter Ledger = new("buku", "Buku besar publik", "Public ledger");

    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        new("akun", Participation, FigureUnit.Count, true, Protection.Persons, "Akun pada akhir periode", "Accounts at the end of the period",
            "Akun yang dibuat sebelum periode berakhir dan belum dihapus ketika laporan disusun, menurut apakah orangnya sudah dicocokkan pada akhir periode.",
            "Accounts created before the period ended and not deleted when the report was compiled, by whether a person had been matched by the end of the period.",
            [new("terverifikasi", "Terverifikasi", "Verified"), new("belum", "Belum terverifikasi", "Not verified")]) { IsStock = true },
        One("orang-aktif", Participation, FigureUnit.Count, Protection.Persons, "Orang aktif", "Active persons",
            "Akun yang dalam periode ini mengirim tulisan, memberi dukungan, atau melaporkan kiriman; setiap akun sekali. Pemberian suara tidak dapat dihitung, karena kotak suara tidak mengenal akun.",
            "Accounts that posted, gave support or flagged a post in the period, each counted once. Voting cannot be counted here, because the ballot box knows no accounts."),
        new("kiriman", Participation, FigureUnit.Count, true, Protection.Public, "Kiriman", "Posts",
            "Masukan dan balasan yang dikirim dalam periode ini, termasuk yang kemudian ditarik atau disembunyikan.",
            "Inputs and replies posted in the period, including those later withdrawn or hidden.",
            [new("masukan", "Masukan", "Inputs"), new("balasan", "Balasan", "Replies")]),
        One("dukungan", Participation, FigureUnit.Count, Protection.Public, "Dukungan", "Supports",
            "Dukungan pada kiriman yang diberikan dalam periode ini dan belum dicabut ketika laporan disusun.",
            "Supports of posts given in the period and not taken back when the report was compiled."),
        One("suara", Participation, FigureUnit.Count, Protection.Public, "Suara", "Ballots",
            "Suara dalam jajak pendapat yang ditutup dalam periode ini, seperti dalam hasilnya.",
            "Ballots in the polls that closed in the period, as their results state them."),
        new("penulis", Participation, FigureUnit.Count, true, Protection.Public, "Penulis", "Authors",
            "Akun yang mengirim tulisan dalam periode ini, menurut apakah mengirim satu atau beberapa.",
            "Accounts that posted in the period, by whether they posted once or several times.",
            [new("sekali", "Satu kiriman", "One post"), new("berkali", "Beberapa kiriman", "Several posts")]),
        One("porsi-teratas", Participation, FigureUnit.PerMille, Protection.Public, "Bagian 1% penulis teratas", "Share of the top 1% of authors",
            "Bagian kiriman periode ini yang ditulis oleh satu persen penulis dengan kiriman terbanyak (dibulatkan ke atas, paling sedikit satu orang).",
            "The share of the period's posts written by the one percent of authors who posted most (rounded up, at least one person)."),

        One("versi-kriteria", Criteria, FigureUnit.Count, Protection.Public, "Versi kriteria terbit", "Criteria versions published",
            "Versi kriteria yang terbit dalam periode ini, dari semua rekrutmen.",
            "Versions of criteria published in the period, over all recruitment rounds."),
        new("topik-kewenangan", Criteria, FigureUnit.Count, true, Protection.Public, "Topik menurut kewenangan", "Topics by authority",
            "Topik yang dibuka dalam periode ini, menurut siapa yang berwenang atas kriterianya pada versi yang disajikan konsultasinya.",
            "Topics opened in the period, by who has authority over their criterion in the version its consultation presents.",
            [
                new("nasional", "Nasional, tidak dapat diubah di daerah", "National, cannot be changed in the regency"),
                new("daerah", "Kewenangan daerah", "Decided by the regency"),
                new("usulan", "Usulan ke KemenPANRB", "Proposal to the ministry"),
                new("bebas", "Topik bebas", "Free topics"),
            ]),

        new("masukan-warga", Answers, FigureUnit.Count, true, Protection.Public, "Masukan warga", "Residents' inputs",
            "Masukan yang dikirim dalam periode ini, bukan oleh kantor dan masih terbaca ketika laporan disusun; ditanggapi bila sebuah kantor membalasnya sebelum periode berakhir.",
            "Inputs posted in the period, not by an office and still readable when the report was compiled; answered when an office replied to them before the period ended.",
            [new("ditanggapi", "Ditanggapi", "Answered"), new("belum", "Belum ditanggapi", "Not answered")]),
        new("hari-kerja-tanggapan", Answers, FigureUnit.TenthsOfWorkingDay, false, Protection.Public, "Waktu sampai tanggapan resmi pertama", "Time to the first official answer",
            "Dari semua tanggapan resmi pertama dalam periode ini, termasuk atas masukan dari periode sebelumnya: hari kerja sesudah hari masukannya dikirim sampai dengan hari ditanggapi (pada hari yang sama: 0). Hari kerja adalah Senin sampai Jumat, kecuali hari libur nasional dan cuti bersama menurut keputusan bersama para menteri; tanggalnya tertulis dalam berkas JSON laporan ini. Median: separuhnya paling lama sekian. P90: sembilan dari sepuluh paling lama sekian.",
            "Over all first official answers given in the period, also to inputs of earlier periods: working days after the day the input was posted, up to and including the day of the answer (on the same day: 0). Working days are Monday to Friday, except national holidays and collective leave by joint decree of the ministers; their dates stand in this report's JSON file. Median: half took at most this long. P90: nine in ten took at most this long.",
            [new("median", "Separuhnya paling lama (median)", "Half took at most (median)"), new("p90", "Sembilan dari sepuluh paling lama (P90)", "Nine in ten took at most (P90)")]),

        new("laporan-warga", Moderation, FigureUnit.Count, true, Protection.Persons, "Laporan atas kiriman", "Flags on posts",
            "Laporan warga bahwa sebuah kiriman melanggar tata tertib, menurut alasannya. Hanya dalam laporan triwulan, supaya angka kecil tidak terbaca dari selisih bulan dan triwulan.",
            "Reports that a post breaks the rules of conduct, by reason. In quarterly reports only, so that small numbers cannot be read by subtracting months from quarters.",
            [
                new(FlagReason.OffTopic.Code(), "Di luar topik", "Off topic"),
                new(FlagReason.Insult.Code(), "Menghina", "Insult"),
                new(FlagReason.Hatred.Code(), "Kebencian", "Hatred"),
                new(FlagReason.PersonalData.Code(), "Data pribadi", "Personal data"),
                new(FlagReason.Accusation.Code(), "Tuduhan", "Accusation"),
                new(FlagReason.Spam.Code(), "Iklan atau kiriman berulang", "Spam"),
                new(FlagReason.Deception.Code(), "Menyamar", "Deception"),
                new(FlagReason.Unlawful.Code(), "Melanggar hukum", "Unlawful"),
                new(FlagReason.Other.Code(), "Lainnya", "Other"),
            ]),
        new("putusan", Moderation, FigureUnit.Count, true, Protection.Public, "Putusan menurut tindakan", "Decisions by measure",
            "Putusan moderasi dalam periode ini menurut tindakannya. Setiap putusan terbaca dalam catatan publik, maka tidak ada angka kecil yang ditahan.",
            "Moderation decisions made in the period, by measure. Each stands in the public log, so no small number is withheld.",
            [
                new(Measure.None.Code(), "Tanpa tindakan", "No measure"),
                new(Measure.Hide.Code(), "Sembunyikan", "Hide"),
                new(Measure.Restore.Code(), "Pulihkan", "Restore"),
                new(Measure.Lock.Code(), "Kunci", "Lock"),
                new(Measure.Unlock.Code(), "Buka kunci", "Unlock"),
                new(Measure.Suspend.Code(), "Tangguhkan", "Suspend"),
                new(Measure.LiftSuspension.Code(), "Cabut penangguhan", "Lift suspension"),
            ]),
        new("putusan-aturan", Moderation, FigureUnit.Count, true, Protection.Public, "Putusan menurut aturan", "Decisions by rule",
            "Putusan moderasi dalam periode ini menurut pasal tata tertib yang menjadi dasarnya.",
            "Moderation decisions made in the period, by the article of the rules of conduct they rest on.",
            []),
        One("dipulihkan", Moderation, FigureUnit.Count, Protection.Public, "Tindakan yang dicabut kembali", "Measures taken back",
            "Putusan dalam periode ini yang memulihkan kiriman, membuka kunci topik, atau mencabut penangguhan.",
            "Decisions of the period that restored a post, unlocked a topic or lifted a suspension."),
        new("jam-putusan", Moderation, FigureUnit.TenthsOfHour, false, Protection.Persons, "Waktu dari laporan sampai putusan", "Time from flag to decision",
            "Dari putusan periode ini yang didahului laporan warga: jam sejak laporan pertamanya, nilai tengah. Ditahan bila kurang dari sepuluh putusan, supaya waktu satu laporan tidak terbaca.",
            "Over the period's decisions that flags preceded: median hours since the first of them. Withheld for fewer than ten decisions, so that the time of a single flag cannot be read.",
            [new("median", "Separuhnya paling lama (median)", "Half took at most (median)")]),

        new("jajak", Polls, FigureUnit.Count, false, Protection.Public, "Jajak pendapat", "Polls",
            "Jajak pendapat yang dibuka dan yang ditutup dalam periode ini.",
            "Polls that opened and polls that closed in the period.",
            [new("dibuka", "Dibuka", "Opened"), new("ditutup", "Ditutup", "Closed")]),
        One("partisipasi-suara", Polls, FigureUnit.PerMille, Protection.Public, "Tingkat partisipasi", "Turnout",
            "Suara dibagi banyaknya yang berhak ketika dibuka, dijumlahkan dari semua jajak yang ditutup dalam periode ini. Peserta jajak memilih sendiri untuk ikut; hasilnya bukan survei sampel.",
            "Ballots divided by those entitled at opening, summed over all polls that closed in the period. Participants choose themselves; the results are not a sample survey."),

        new("tindakan", Ledger, FigureUnit.Count, true, Protection.Public, "Tindakan yang dicatat", "Acts recorded",
            "Tindakan yang dicatat untuk buku besar publik dalam periode ini, menurut jenisnya; termasuk diskusi yang dibawa masuk dari tempat lain, tanpa catatan buku itu tentang dirinya sendiri (denyut tiap jam, pembukaan, kunci).",
            "Acts recorded for the public ledger in the period, by kind; including discussions brought in from elsewhere, without what the ledger records about itself (hourly beats, its opening, keys).",
            []) { Names = KindNames.All },
        One("jam-tanpa-saksi", Ledger, FigureUnit.TenthsOfHour, Protection.Public, "Waktu terlama tanpa saksi", "Longest time without a witness",
            "Waktu terlama dalam periode ini di mana jumlah catatan yang disaksikan tidak bertambah, menurut denyut tiap jam dalam buku itu sendiri. Kosong bila kebijakan tidak meminta saksi.",
            "The longest time in the period in which the number of witnessed entries did not grow, by the hourly beats in the ledger itself. Empty where the policy asks for no witness."),
    ];

    private static readonly Dictionary<string, FigureDefinition> ById = All.ToDictionary(d => d.Id);

    public static FigureDefinition? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The code of the only cell of a figure that is one number.</summary>
    public const string Only = "nilai";

    private static FigureDefinition One(
        string id, Chapter chapter, FigureUnit unit, Protection protection, string nameId, string nameEn, string textId, string textEn) =>
        new(id, chapter, unit, false, protection, nameId, nameEn, textId, textEn, [new(Only, nameId, nameEn)]);
}
