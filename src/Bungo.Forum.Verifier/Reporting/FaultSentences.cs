using Bungo.Forum.Ledger;
using Bungo.Forum.Verifier.Export;

namespace Bungo.Forum.Verifier.Reporting;

/// <summary>A sentence in both languages for everything that can be wrong. A test asks for each member of each list.</summary>
public static class FaultSentences
{
    public static (string Indonesian, string English) Of(Unreadable reason) => reason switch
    {
        Unreadable.FolderMissing => ("folder tidak ada", "no such folder"),
        Unreadable.NotAFolder => ("bukan folder; berkas zip dan alamat belum dapat dibaca", "not a folder; zip files and addresses cannot be read yet"),
        Unreadable.FileMissing => ("berkas tidak ada", "no such file"),
        Unreadable.ReadFailed => ("berkas tidak dapat dibaca", "the file cannot be read"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static (string Indonesian, string English) Of(ExportFault fault) => fault switch
    {
        ExportFault.LineMalformed => ("bentuk baris salah", "malformed line"),
        ExportFault.LineTooLong => ("baris lebih panjang daripada yang diizinkan", "the line is longer than allowed"),
        ExportFault.LineNotEnded => ("baris terakhir tidak diakhiri LF; berkas mungkin terpotong", "the last line is not ended by LF; the file may be cut short"),
        ExportFault.ActRepeated => ("id tindakan sudah dipakai", "the act id was used before"),
        ExportFault.PreviousUnknown => ("p menunjuk tindakan yang tidak ada di baris sebelumnya", "p names an act that is on no earlier line"),
        ExportFault.PreviousOfAnotherObject => ("p menunjuk tindakan atas objek lain", "p names an act on another object"),
        ExportFault.PreviousOvertaken => ("p menunjuk tindakan lama: riwayat objek ini bercabang", "p names an act that is not the newest: the object's history forks"),
        ExportFault.PreviousMissing => ("objek ini sudah punya riwayat, tetapi p tidak ada", "the object has a history already, but p is missing"),
        ExportFault.TimeRunsBack => ("waktu berjalan mundur melebihi toleransi", "time runs back by more than the tolerance"),
        ExportFault.ErasureOfNothing => ("menghapus komitmen yang tidak ada di baris sebelumnya", "erases a commitment that is on no earlier line"),
        ExportFault.OpeningOfUnknownAct => ("membuka tindakan yang tidak ada dalam ekspor", "opens an act that is not in the export"),
        ExportFault.OpeningOfNoCommitment => ("membuka label yang tidak dijanjikan tindakan itu", "opens a label that the act does not commit to"),
        ExportFault.OpeningRepeated => ("komitmen ini sudah dibuka di baris sebelumnya", "this commitment was opened on an earlier line"),
        ExportFault.OpeningMismatch => ("TIDAK COCOK: isi atau garam bukan yang dijanjikan", "MISMATCH: content or salt is not what was committed to"),
        ExportFault.OpeningOfErased => ("masih dibuka padahal tercatat sudah dihapus", "still opened although an act says it was erased"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static (string Indonesian, string English) Of(LedgerFault fault) => fault switch
    {
        LedgerFault.ByteOrderMark => ("ada tanda urutan bita (BOM)", "there is a byte-order mark"),
        LedgerFault.NotUtf8 => ("bukan UTF-8", "not UTF-8"),
        LedgerFault.UnexpectedEnd => ("baris berakhir terlalu cepat", "the line ends too early"),
        LedgerFault.UnexpectedByte => ("bita yang tidak boleh ada di sini", "a byte that may not stand here"),
        LedgerFault.TrailingBytes => ("ada bita sesudah nilai berakhir", "bytes after the end of the value"),
        LedgerFault.NullValue => ("null tidak diizinkan", "null is not allowed"),
        LedgerFault.FractionOrExponent => ("pecahan atau eksponen tidak diizinkan", "fractions and exponents are not allowed"),
        LedgerFault.NumberForm => ("angka tidak ditulis secara kanonik", "the number is not written canonically"),
        LedgerFault.NumberRange => ("angka di luar batas", "the number is out of range"),
        LedgerFault.KeyForm => ("kunci atau label tidak sesuai bentuknya", "the key or label does not have its form"),
        LedgerFault.KeyRepeated => ("kunci berulang", "repeated key"),
        LedgerFault.KeyOrder => ("kunci tidak berurutan", "keys out of order"),
        LedgerFault.EscapeForm => ("karakter tidak ditulis secara kanonik", "the character is not written canonically"),
        LedgerFault.ControlCharacter => ("karakter kendali tanpa garis miring terbalik", "a control character without escape"),
        LedgerFault.LoneSurrogate => ("separuh pasangan surrogate", "a surrogate without its partner"),
        LedgerFault.TooDeep => ("bersarang terlalu dalam", "nested too deep"),
        LedgerFault.TooLong => ("lebih panjang daripada yang diizinkan", "longer than allowed"),
        LedgerFault.WrongType => ("jenis nilai salah", "a value of the wrong type"),
        LedgerFault.KeyUnknown => ("kunci tidak dikenal", "unknown key"),
        LedgerFault.KeyMissing => ("kunci wajib tidak ada", "a required key is missing"),
        LedgerFault.MapEmpty => ("peta kosong seharusnya tidak ditulis", "an empty map must be left out"),
        LedgerFault.VersionUnknown => ("versi tidak dikenal", "unknown version"),
        LedgerFault.KindUnknown => ("jenis tindakan tidak dikenal program ini", "a kind of act that this program does not know"),
        LedgerFault.LabelUnknown => ("label yang tidak boleh dibawa jenis tindakan ini", "a label that this kind of act may not carry"),
        LedgerFault.LabelMissing => ("label wajib tidak ada", "a required label is missing"),
        LedgerFault.RoleUnknown => ("peran tidak dikenal", "unknown role"),
        LedgerFault.RoleNotAllowed => ("peran ini tidak boleh melakukan tindakan ini", "this role may not do this act"),
        LedgerFault.PreviousNotAllowed => ("jenis tindakan ini tidak boleh mempunyai p", "this kind of act may not have p"),
        LedgerFault.IdForm => ("id tidak sesuai bentuknya", "the id does not have its form"),
        LedgerFault.TimeForm => ("waktu tidak sesuai bentuknya", "the time does not have its form"),
        LedgerFault.TimeGrain => ("waktu lebih rinci daripada yang boleh disebut", "the time is finer than may be told"),
        LedgerFault.CodeForm => ("kode tidak sesuai bentuknya", "the code does not have its form"),
        LedgerFault.CountForm => ("bilangan tidak boleh negatif", "a count must not be negative"),
        LedgerFault.DigestForm => ("sidik atau komitmen tidak sesuai bentuknya", "the digest or commitment does not have its form"),
        LedgerFault.SaltForm => ("garam tidak sesuai bentuknya", "the salt does not have its form"),
        LedgerFault.MediaTypeForm => ("jenis media tidak sesuai bentuknya", "the media type does not have its form"),
        LedgerFault.VerifierKeyForm => ("kunci pemeriksa tidak sesuai bentuknya", "the verifier key does not have its form"),
        LedgerFault.TilePathForm => ("nama berkas tegel salah", "not the name of a tile"),
        LedgerFault.TileMissing => ("berkas tegel tidak ada", "a tile is missing"),
        LedgerFault.TileLength => ("panjang tegel tidak sesuai namanya", "the tile is not as long as its name says"),
        LedgerFault.BundleShort => ("berkas catatan terpotong pada catatan ini", "the bundle is cut short at this entry"),
        LedgerFault.BundleLong => ("ada bita sesudah catatan terakhir", "bytes after the last entry of the bundle"),
        LedgerFault.EntryHash => ("isi catatan bukan yang disidik dalam tegel", "the entry is not the one hashed in the tile"),
        LedgerFault.LineForm => ("baris tidak sesuai bentuknya", "the line does not have its form"),
        LedgerFault.HashForm => ("sidik tidak sesuai bentuknya", "the hash does not have its form"),
        LedgerFault.ProofTooLong => ("bukti lebih panjang daripada pohon mana pun", "the proof is longer than for any tree"),
        LedgerFault.SignaturesMissing => ("tidak ada tanda tangan", "there is no signature"),
        LedgerFault.SignaturesTooMany => ("terlalu banyak tanda tangan", "too many signatures"),
        LedgerFault.SignatureForm => ("baris tanda tangan tidak sesuai bentuknya", "the signature line does not have its form"),
        LedgerFault.KeyNameForm => ("nama kunci atau buku tidak sesuai bentuknya", "the name of the key or log does not have its form"),
        LedgerFault.KeyIdMismatch => ("nomor kunci bukan milik kunci ini", "the key id is not that of the key"),
        LedgerFault.KeyAlgorithmUnknown => ("jenis kunci tidak dikenal atau bukan untuk keperluan ini", "an algorithm that is unknown or not for this use"),
        LedgerFault.ExtensionLine => ("ada baris tambahan yang tidak dapat diperiksa siapa pun", "an extra line that nobody could check"),
        LedgerFault.PolicyWordUnknown => ("kata kebijakan tidak dikenal", "an unknown word of a policy"),
        LedgerFault.PolicyNameUnknown => ("nama belum ditetapkan", "a name not defined before"),
        LedgerFault.PolicyNameRepeated => ("nama sudah dipakai", "the name is used already"),
        LedgerFault.PolicyKeyRepeated => ("kunci sudah tercantum", "the key is listed already"),
        LedgerFault.PolicyMemberRepeated => ("sudah menjadi anggota kelompok", "a member of a group already"),
        LedgerFault.PolicyThreshold => ("ambang kelompok tidak mungkin", "an impossible threshold"),
        LedgerFault.QuorumMissing => ("tidak ada baris quorum", "there is no quorum line"),
        LedgerFault.QuorumRepeated => ("baris quorum berulang", "a second quorum line"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
