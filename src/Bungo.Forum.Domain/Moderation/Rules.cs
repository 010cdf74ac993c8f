namespace Bungo.Forum.Domain.Moderation;

/// <summary>One article of the rules of conduct, in both languages; the Indonesian text binds.</summary>
/// <param name="Code"><c>T-1</c>, <c>T-2</c> …: published in the log and the ledger, never given to another article.</param>
public sealed record Article(string Code, string TitleId, string TitleEn, string TextId, string TextEn);

/// <summary>
/// The rules of conduct (tata tertib). They are a list in the program and not rows in a table, because a
/// decision must be readable for ever with the words it was made under: a changed rule is a new version here,
/// reviewed like code, and the old version stays. Rules are about what is written, never about which side of
/// a question it takes; criticism of officials and offices breaks none of them.
/// </summary>
public sealed record Rules(int Version, DateOnly InForceSince, IReadOnlyList<Article> Articles)
{
    private static readonly Rules First = new(1, new DateOnly(2026, 11, 24),
    [
        new("T-1", "Tetap pada pokok bahasan", "Keep to the subject",
            "Tulis tentang kriteria, tahap, atau usulan yang sedang dibahas. Hal lain dibuka sebagai topik tersendiri.",
            "Write about the criterion, stage or proposal under discussion. Open a topic of its own for anything else."),
        new("T-2", "Hormati orangnya, bantah pendapatnya", "Respect the person, dispute the opinion",
            "Tidak menghina, merendahkan, mengancam, atau mengganggu orang. Kritik terhadap pejabat, kantor, dan kebijakan selalu boleh, juga yang keras.",
            "No insults, humiliation, threats or harassment. Criticism of officials, offices and policies is always allowed, harsh criticism too."),
        new("T-3", "Tanpa kebencian", "No hatred",
            "Tidak menyerang atau mengucilkan orang karena suku, agama, ras, asal daerah, jenis kelamin, usia, atau disabilitas.",
            "No attacks on people, and no excluding them, for ethnicity, religion, race, place of origin, sex, age or disability."),
        new("T-4", "Jaga data pribadi", "Protect personal data",
            "Tidak memuat NIK, nomor telepon, alamat, nilai ujian perorangan, keadaan kesehatan, atau data pribadi lain, baik milik orang lain maupun milik sendiri.",
            "No identity numbers, telephone numbers, addresses, individual exam scores, health conditions or other personal data, neither other people's nor your own."),
        new("T-5", "Tuduhan dan perkara pribadi punya salurannya", "Accusations and personal cases have their own channels",
            "Dugaan tindak pidana, pengaduan terhadap orang, dan sanggah peserta disampaikan ke SP4N-LAPOR!, Inspektorat, Ombudsman, atau SSCASN; di sini yang dibahas adalah aturan dan prosesnya.",
            "Suspected crimes, complaints about persons and applicants' objections go to SP4N-LAPOR!, the Inspectorate, the Ombudsman or SSCASN; what is discussed here is the rules and the process."),
        new("T-6", "Tanpa iklan, calo, dan kiriman berulang", "No advertising, brokers or repeated posts",
            "Tidak menawarkan barang, jasa, bimbingan berbayar, joki, atau kelulusan; tidak mengirim tulisan yang sama berulang kali.",
            "No offers of goods, services, paid coaching, exam stand-ins or a pass; no posting the same text over and over."),
        new("T-7", "Satu orang, satu suara", "One person, one voice",
            "Tidak memakai beberapa akun, tidak menyamar sebagai orang atau kantor lain, dan tidak menggerakkan orang untuk mengirim dukungan tiruan.",
            "No use of several accounts, no posing as another person or office, no directing others to send sham support."),
        new("T-8", "Patuhi undang-undang", "Keep the law",
            "Tidak memuat hal yang dilarang undang-undang: naskah soal ujian, pornografi, karya orang tanpa izin, atau kabar yang diketahui bohong tentang seleksi.",
            "Nothing the law forbids: exam papers, pornography, other people's work without permission, or news about the selection known to be false."),
    ]);

    /// <summary>Every version that was ever in force, oldest first.</summary>
    public static IReadOnlyList<Rules> All { get; } = [First];

    public static Rules Current => All[^1];

    /// <exception cref="ArgumentOutOfRangeException">No such version was ever in force.</exception>
    public static Rules Of(int version) =>
        All.FirstOrDefault(r => r.Version == version) ?? throw new ArgumentOutOfRangeException(nameof(version), version, "No such version of the rules.");

    /// <summary>Personal data spreads while two people confer: the one article under which criticism is hidden at once.</summary>
    public const string PersonalData = "T-4";

    public Article? Find(string? code) => Articles.FirstOrDefault(a => a.Code == code);

    /// <summary>The article a flag's reason speaks of; null where the flag says it in words only.</summary>
    public static Article? For(FlagReason reason) => reason switch
    {
        FlagReason.OffTopic => Current.Find("T-1"),
        FlagReason.Insult => Current.Find("T-2"),
        FlagReason.Hatred => Current.Find("T-3"),
        FlagReason.PersonalData => Current.Find("T-4"),
        FlagReason.Accusation => Current.Find("T-5"),
        FlagReason.Spam => Current.Find("T-6"),
        FlagReason.Deception => Current.Find("T-7"),
        FlagReason.Unlawful => Current.Find("T-8"),
        _ => null,
    };
}
