using System.Collections.Frozen;
using static Bungo.Forum.Ledger.ClearShape;

namespace Bungo.Forum.Ledger;

/// <summary>
/// The closed catalogue of kinds. Names are Indonesian, as the ledger's readers are; FORMAT.md carries the
/// same table and a test holds the two together. A kind or label is added here first, with its row there;
/// none is ever removed or narrowed, because old leaves must stay readable.
///
/// What decides between clear and committed: could it ever have to be forgotten? A stance, a reason, a name, a
/// person's account are committed even where they seem harmless or short (the salt makes short content safe).
/// What an office did, by code, is clear.
///
/// Ballots stand apart. Each has an object id of its own and no <c>p</c>, for a chain of ballots would tell the
/// order of voting, and a chain per voter would join a person's ballots; all are cast as <c>warga</c>, since the
/// role of a voter could single one out; and they tell the time to the hour.
/// </summary>
public static class ActKinds
{
    private static readonly LabelRule[] PlaceOfPost =
        [Must("utas", Id), Must("nomor", Count), May("induk", Id), May("bahasa", Code), May("asal", Code), May("opd", Code)];

    private static readonly LabelRule[] KeyOfLog = [Must("kunci", VerifierKey), May("ukuran", Count), May("akar", Root)];

    public static IReadOnlyList<ActKind> All { get; } =
    [
        new("utas.buat",
            [May("konsultasi", Id), May("kriteria", Code), May("bahasa", Code), May("asal", Code), May("opd", Code)],
            [Must("body"), May("actor"), May("lampiran")]),
        new("pos.buat", PlaceOfPost, [Must("body"), Must("actor"), May("sikap"), May("lampiran")]),
        new("pos.ubah", PlaceOfPost, [Must("body"), Must("actor"), May("sikap"), May("lampiran")]),
        new("pos.tarik", PlaceOfPost, [Must("actor")]),

        new("mod.putus",
            [
                Must("aturan", Code), Must("tindakan", Code), Must("sumber", Code), Must("otomatis", Flag), May("cakupan", Code),
                May("sampai", Time), May("kantor", Code), May("surat", Code), May("putusan", Id), May("laporan", Count),
                May("kritik", Flag), May("pemutus", Count),
            ],
            [Must("alasan"), May("actor"), May("sasaran")]),
        new("mod.pulih",
            [May("putusan", Id), May("aturan", Code), Must("tindakan", Code), Must("sumber", Code), Must("otomatis", Flag), May("kantor", Code)],
            [Must("alasan"), May("actor"), May("sasaran")]),
        new("banding.ajukan", [Must("putusan", Id), Must("tingkat", Count)], [Must("alasan"), Must("actor")]),
        new("banding.putus",
            [Must("putusan", Id), Must("tingkat", Count), Must("hasil", Code), May("kantor", Code)],
            [Must("alasan"), May("actor")]),

        new("jajak.buka",
            [
                Must("pilihan", Ids), Must("aturan", Code), Must("peserta", Code), May("maks", Count), May("mulai", Time), May("selesai", Time),
                May("konsultasi", Id), May("kriteria", Code), May("berhak", Count), May("opd", Code),
            ],
            documents: [Must("naskah")]),
        new("jajak.tutup", [Must("suara", Count), May("berhak", Count), May("dini", Flag)], [May("alasan")]),
        new("jajak.hasil",
            [Must("pilihan", Ids), Must("hitung", Counts), Must("aturan", Code), Must("pemilih", Count), May("berhak", Count)],
            documents: [May("suara")]),
        new("suara.beri", [Must("jajak", Id)], [Must("pilihan"), Must("nul")], roles: ActRole.Warga)
        {
            Grain = TimeGrain.Hour,
            HasHistory = false,
        },

        new("kriteria.versi",
            [
                Must("nomor", Count), Must("kode", Code), Must("kewenangan", Code), May("dasar", Code), May("bobot", Count),
                May("putaran", Code), May("konsultasi", Id), May("opd", Code),
            ],
            documents: [Must("naskah")]),
        new("jawab.terbit",
            [Must("opd", Code), Must("pertanyaan", Id), May("utas", Id), May("nomor", Count), May("batas", Time), May("disposisi", Code)],
            [May("actor")], [Must("naskah")]),
        new("jawab.ubah",
            [Must("opd", Code), Must("pertanyaan", Id), May("utas", Id), May("nomor", Count), May("batas", Time), May("disposisi", Code)],
            [May("actor")], [Must("naskah")]),
        new("umum.terbit", [Must("versi", Count), May("terjadwal", Flag), May("opd", Code)], [May("actor")], [Must("naskah")]),
        new("umum.ubah", [Must("versi", Count), May("opd", Code)], [Must("alasan"), May("actor")], [Must("naskah")]),
        new("umum.tarik", [Must("versi", Count), May("opd", Code)], [Must("alasan"), May("actor")]),
        new("nilai.terbit", [Must("periode", Code), May("versi", Count)], documents: [Must("berkas"), May("data")], roles: ActRole.Penilai),
        new("nilai.tinjau", [Must("putusan", Id), Must("periode", Code), Must("hasil", Code)], [Must("alasan")], roles: ActRole.Penilai),
        new("laporan.terbit", [Must("periode", Code), May("versi", Count)], [May("alasan")], [Must("berkas"), Must("data")]),

        new("hapus", [Must(ErasureTarget.ClearLabel, Targets), May("jumlah", Count), Must("dasar", Code), May("kantor", Code), May("diminta", Time)], [May("berkas")]),
        new("peran.beri", [Must("peran", Code), May("kantor", Code)], [Must("actor")]),
        new("peran.cabut", [Must("peran", Code), May("kantor", Code)], [Must("actor")]),

        new("kunci.umum", KeyOfLog, documents: [May("kepala")], roles: ActRole.Sistem),
        new("buku.buka", KeyOfLog, documents: [May("kepala")], roles: ActRole.Sistem),
        new("buku.tutup", [Must("ukuran", Count), Must("akar", Root)], documents: [May("kepala")], roles: ActRole.Sistem),
        new("denyut", [Must("ukuran", Count), May("tertunda", Count), May("disaksikan", Count)], roles: ActRole.Sistem),
    ];

    private static readonly FrozenDictionary<string, ActKind> ByName = All.ToFrozenDictionary(k => k.Name);

    public static ActKind? Find(string name) => ByName.GetValueOrDefault(name);

    private static LabelRule Must(string name, ClearShape? shape = null) => new(name, true, shape);

    private static LabelRule May(string name, ClearShape? shape = null) => new(name, false, shape);
}
