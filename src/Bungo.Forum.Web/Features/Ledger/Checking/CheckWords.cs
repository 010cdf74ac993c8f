using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Ledger.Checking;

/// <summary>
/// The sentences for what an examination found, by code: the same for the server's page and, handed over as data, for the
/// browser's own examination. <c>{0}</c> is the step's detail, <c>{1}</c> its line.
/// </summary>
public static class CheckWords
{
    /// <summary>What each step is about, as a heading.</summary>
    public static IReadOnlyDictionary<string, string> Titles => new Dictionary<string, string>
    {
        ["berkas"] = T("Bentuk berkas", "Form of the file"),
        ["catatan"] = T("Sidik jari catatan", "Fingerprint of the entry"),
        ["jalur"] = T("Tempatnya dalam buku", "Its place in the ledger"),
        ["asal"] = T("Nama buku", "Name of the ledger"),
        ["tanda-tangan"] = T("Tanda tangan buku", "Signature of the ledger"),
        ["saksi"] = T("Saksi", "Witnesses"),
        ["buka"] = T("Isi tulisan", "The words"),
    };

    /// <summary>What was shown, by step.</summary>
    public static IReadOnlyDictionary<string, string> Found => new Dictionary<string, string>
    {
        ["berkas"] = T("Berkas ini tanda terima yang utuh.", "This file is a complete receipt."),
        ["catatan"] = T("Dari catatan dalam berkas ini dihitung sidik jarinya: {0}", "From the entry in this file its fingerprint was computed: {0}"),
        ["jalur"] = T("Dari sidik jari itu dihitung jalan naik sampai ke puncak pohon. Hasilnya sama dengan puncak yang ditandatangani: {0}", "From that fingerprint the way up to the top of the tree was computed. It is the top that was signed: {0}"),
        ["asal"] = T("Tanda terima ini dari buku publik forum ini ({0}).", "This receipt is of this forum's public ledger ({0})."),
        ["tanda-tangan"] = T("Puncak pohon itu benar ditandatangani dengan kunci buku nomor {0}.", "That top was indeed signed with the ledger's key number {0}."),
        ["saksi"] = T("{0} ikut menandatangani sebagai saksi.", "{0} has signed too, as a witness."),
        ["buka"] = T("\"{0}\" dalam berkas ini sama dengan yang dicatat: tidak satu huruf pun berubah.", "\"{0}\" in this file is what was recorded: not one letter differs."),
    };

    /// <summary>What was wrong, or could not be shown.</summary>
    public static IReadOnlyDictionary<string, string> Faults => new Dictionary<string, string>
    {
        ["berkas:kosong"] = T("Tidak ada isinya. Pilih berkas tanda terima atau tempelkan teksnya.", "There is nothing in it. Choose a receipt's file or paste its text."),
        ["berkas:terlalu-besar"] = T("Terlalu besar untuk tanda terima, yang tidak lebih dari 1 MB. Mungkin Anda memilih berkas lain.", "Too large for a receipt, which has no more than 1 MB. You may have chosen another file."),
        ["berkas:bukan-tanda-terima"] = T("Ini bukan tanda terima, atau baris-barisnya hilang saat disalin (aplikasi pesan sering menggabungkannya): pakai berkasnya, yang berakhiran .tlog-proof.", "This is no receipt, or its line breaks were lost in copying (chat programs often join them): use the file, whose name ends in .tlog-proof."),
        ["berkas:terpotong"] = T("Berkas terpotong: berakhir di baris {1} sebelum selesai. Unduh atau salin ulang seluruhnya.", "The file is cut short: it ends at line {1}, before its end. Download or copy all of it again."),
        ["berkas:bukan-teks"] = T("Di baris {1} ada yang bukan teks. Berkas rusak atau berubah.", "Line {1} holds what is not text. The file was damaged or changed."),
        ["berkas:baris"] = T("Baris {1} tidak seperti seharusnya. Berkas rusak atau berubah di situ.", "Line {1} is not what it should be. The file was damaged or changed there."),
        ["berkas:tanpa-isi"] = T("Bukti ini tidak memuat catatannya, jadi tidak dapat diperiksa sendiri. Unduh tanda terima dari halaman ini.", "This proof does not carry its entry, so it cannot be checked by itself. Download the receipt from this site."),
        ["berkas:isi-rusak"] = T("Catatan di dalamnya (baris 2) tidak seperti seharusnya. Berkas rusak atau berubah di situ.", "The entry in it (line 2) is not what it should be. The file was damaged or changed there."),
        ["jalur:nomor-di-luar"] = T("Nomor catatannya lebih besar daripada buku yang ditandatangani. Nomor itu tidak benar.", "Its number is beyond the ledger that was signed. That number is wrong."),
        ["jalur:terlalu-pendek"] = T("Jalan naiknya kurang panjang: ada baris yang hilang.", "The way up is too short: lines are missing."),
        ["jalur:terlalu-panjang"] = T("Jalan naiknya terlalu panjang: ada baris yang ditambahkan.", "The way up is too long: lines were added."),
        ["jalur:akar-beda"] = T("Hasil hitungan bukan puncak yang ditandatangani. Catatan, nomor, atau jalannya sudah diubah.", "What was computed is not the top that was signed. The entry, its number or the way was changed."),
        ["asal:buku-lain"] = T("Tanda terima ini dari buku lain: {0}. Tanda tangannya tidak dapat dinilai di sini.", "This receipt is of another ledger: {0}. Its signature cannot be judged here."),
        ["tanda-tangan:palsu"] = T("Tanda tangannya tidak cocok: puncak pohon atau tanda tangan itu sudah diubah.", "The signature does not hold: the top of the tree or the signature was changed."),
        ["tanda-tangan:tidak-ditandatangani"] = T("Tidak ada tanda tangan dari kunci buku ini.", "No signature is by this ledger's key."),
        ["tanda-tangan:peramban"] = T("Peramban ini belum dapat memeriksa tanda tangan Ed25519. Bagian lain sudah diperiksa; untuk tanda tangannya pakai peramban yang lebih baru, atau kirim ke server di bawah.", "This browser cannot check Ed25519 signatures yet. All else was checked; for the signature use a newer browser, or send it to the server below."),
        ["saksi:palsu"] = T("Tanda tangan atas nama saksi {0} tidak cocok.", "The signature under the name of witness {0} does not hold."),
        ["saksi:peramban"] = T("Tanda tangan saksi {0} tidak dapat diperiksa peramban ini.", "This browser cannot check the signature of witness {0}."),
        ["saksi:belum"] = T("Belum ada saksi yang ikut menandatangani. Catatan sudah tercatat; saksi menambah jaminan bahwa semua orang melihat buku yang sama.", "No witness has signed yet. The entry is recorded; a witness adds that everybody is shown the same ledger."),
        ["buka:isi-lain"] = T("\"{0}\" dalam berkas ini BUKAN yang dicatat. Tulisannya sudah diubah.", "\"{0}\" in this file is NOT what was recorded. The words were changed."),
        ["buka:tanpa-tulisan"] = T("Bukti publik tidak memuat tulisan Anda, hanya sidiknya. Itu memang maksudnya.", "A public proof does not carry your words, only their seal. So it is meant."),
    };

    public static string Sound => T("Cocok. Tanda terima ini benar.", "It matches. This receipt is true.");

    public static string Unsound => T("Tidak cocok. Jangan percaya tanda terima ini.", "It does not match. Do not believe this receipt.");

    /// <summary><c>{0}</c> is the titles of the steps that went wrong.</summary>
    public static string Where => T("Yang tidak cocok: {0}.", "What does not match: {0}.");

    public static string WhereIn(Examination examination) => Where.Replace(
        "{0}", string.Join(", ", examination.Steps.Where(s => s.Verdict == CheckVerdict.Wrong).Select(s => Titles[s.Code].ToLower(System.Globalization.CultureInfo.CurrentCulture)).Distinct()),
        StringComparison.Ordinal);

    public static string Of(CheckStep step)
    {
        var sentence = step.Verdict == CheckVerdict.Ok ? Found[step.Code] : Faults[$"{step.Code}:{step.Fault}"];
        var detail = step.Code == "buka" && step.Detail is { } label ? ActWords.Label(label) : step.Detail;
        return sentence.Replace("{0}", detail, StringComparison.Ordinal).Replace("{1}", step.Line?.ToString(System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
    }

    public static string Of(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Ok => T("Cocok", "Matches"),
        CheckVerdict.Wrong => T("Tidak cocok", "Does not match"),
        _ => T("Keterangan", "Note"),
    };
}
