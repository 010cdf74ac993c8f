using System.Text.Json;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>A report on the month in which all acts of the package lie, counted by hand.</summary>
public sealed class ReportsCheckTests : IDisposable
{
    private const string Data = "laporan/2026-11-v1.json", Table = "laporan/2026-11-v1.csv";

    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    /// <summary>What the eight acts of the package give.</summary>
    private static AReport Sound() => new("2026-11")
    {
        ["kiriman", "masukan"] = 2,
        ["kiriman", "total"] = 2,
        ["topik-kewenangan", "bebas"] = 1,
        ["topik-kewenangan", "total"] = 1,
        ["masukan-warga", "belum"] = 1,
        ["masukan-warga", "total"] = 1,
        ["penulis", "sekali"] = 2,
        ["penulis", "total"] = 2,
        ["porsi-teratas", "nilai"] = 500,
        ["putusan", "sembunyikan"] = 1,
        ["putusan", "total"] = 1,
        ["putusan-aturan", "TT-4"] = 1,
        ["putusan-aturan", "total"] = 1,
        ["jajak", "dibuka"] = 1,
        ["tindakan", "utas.buat"] = 1,
        ["tindakan", "pos.buat"] = 2,
        ["tindakan", "pos.ubah"] = 1,
        ["tindakan", "mod.putus"] = 1,
        ["tindakan", "jajak.buka"] = 1,
        ["tindakan", "suara.beri"] = 1,
        ["tindakan", "hapus"] = 1,
        ["tindakan", "total"] = 8,
    };

    [Fact]
    public void A_true_report_is_sound_and_what_nobody_can_count_again_is_listed()
    {
        Sound().Publish(_package);
        Assert.Empty(_package.Faults());
        var output = _package.Run().Output;
        Assert.Matches(@"\d\d  angka laporan 2026-11 v1 dihitung ulang dari buku dan sama", output);
        Assert.Contains("Tidak dapat dihitung ulang dari buku (2026-11 v1, menghitung yang bukan tindakan publik): akun (terverifikasi, belum, total), orang-aktif, dukungan", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kiriman", "masukan", 3L, "2026-11 v1, kiriman/masukan: 3 -> 2")]
    [InlineData("putusan", "kunci", 1L, "2026-11 v1, putusan/kunci: 1 -> 0")]
    [InlineData("putusan-aturan", "TT-9", 1L, "2026-11 v1, putusan-aturan/TT-9: 1 -> 0")]
    [InlineData("tindakan", "pos.buat", 1L, "2026-11 v1, tindakan/pos.buat: 1 -> 2")]
    [InlineData("jajak", "dibuka", null, "2026-11 v1, jajak/dibuka: nothing -> 1")]
    [InlineData("partisipasi-suara", "nilai", 500L, "2026-11 v1, partisipasi-suara/nilai: 500 -> -")]
    [InlineData("masukan-warga", "ditanggapi", 1L, "2026-11 v1, masukan-warga/ditanggapi: 1 -> 0")]
    [InlineData("penulis", "berkali", 1L, "2026-11 v1, penulis/berkali: 1 -> 0")]
    [InlineData("porsi-teratas", "nilai", 501L, "2026-11 v1, porsi-teratas/nilai: 501 -> 500")]
    public void A_number_that_the_log_does_not_give_is_named_with_the_one_it_gives(string figure, string cell, long? value, string named)
    {
        var report = Sound();
        report[figure, cell] = value;
        report.Publish(_package);
        var faults = Subjects();
        Assert.Contains((Data, "figure-differs", named), faults);
        Assert.All(faults, f => Assert.Contains(figure, f.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_left_out_is_named()
    {
        var report = Sound();
        report.Remove("tindakan", "hapus");
        report.Remove("dipulihkan", "nilai");
        report.Publish(_package);
        Assert.Equal(
            [(Data, "figure-differs", "2026-11 v1, dipulihkan/nilai: - -> 0"), (Data, "figure-differs", "2026-11 v1, tindakan/hapus: - -> 1"), (Data, "figure-differs", "2026-11 v1, tindakan/total: 8 -> 7")],
            Subjects().Order());
    }

    [Fact]
    public void Also_numbers_that_nobody_can_count_again_add_up()
    {
        var report = Sound();
        report["akun", "belum"] = 12;
        report["akun", "total"] = 13;
        report.Publish(_package);
        Assert.Equal([(Data, "figure-differs", "2026-11 v1, akun/total: 13 -> 12")], Subjects());
    }

    [Fact]
    public void The_border_of_a_month_is_midnight_in_Bungo()
    {
        // 17:00 UTC on 30 November is 1 December in Bungo.
        Post(new(2026, 11, 30, 16, 59, 59, TimeSpan.Zero));
        Post(new(2026, 11, 30, 17, 2, 0, TimeSpan.Zero));
        var report = Sound();
        report["kiriman", "masukan"] = report["kiriman", "total"] = 3;
        report["masukan-warga", "belum"] = report["masukan-warga", "total"] = 2;
        report["penulis", "sekali"] = report["penulis", "total"] = 3;
        report["porsi-teratas", "nilai"] = 333;
        report["tindakan", "pos.buat"] = 3;
        report["tindakan", "total"] = 9;
        report.Publish(_package);
        Assert.Empty(Subjects());
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void An_act_recorded_in_the_first_minute_may_have_been_done_before_it(long inputs, bool isPossible)
    {
        Post(new(2026, 11, 30, 17, 0, 30, TimeSpan.Zero));
        var report = Sound();
        report["kiriman", "masukan"] = report["kiriman", "total"] = inputs;
        report.Publish(_package);
        Assert.Equal(isPossible, Subjects().Count == 0);
        Assert.Contains("ada tindakan dalam satu menit dari batasnya): penulis (sekali, berkali, total), porsi-teratas, masukan-warga", _package.RunAsItStands().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_brought_in_from_elsewhere_is_recorded_and_not_counted()
    {
        _package.Add(new LeafBuilder("utas.buat", ActId.New(), ObjectId.New(), ActRole.Sistem, Some.Instant.AddMinutes(6)).Clear("asal", "impor").Commit("body", "text/plain", Text("Luar")));
        Post(Some.Instant.AddMinutes(7), "impor");
        var report = Sound();
        report["tindakan", "utas.buat"] = 2;
        report["tindakan", "pos.buat"] = 3;
        report["tindakan", "total"] = 10;
        report.Publish(_package);
        Assert.Empty(Subjects());
    }

    [Fact]
    public void Another_file_than_the_published_is_named()
    {
        Sound().Publish(_package);
        var changed = Sound();
        changed["kiriman", "masukan"] = 7;
        _package.Files[Data] = changed.Data;
        Assert.Contains((Data, null, "report-file-differs"), _package.Faults());
        Assert.Contains((Data, null, "figure-differs"), _package.FaultsAsItStands());
        Assert.Contains((Table, null, "report-table-differs"), _package.FaultsAsItStands());
        _package.Files.Remove(Table);
        Assert.Contains((Table, null, "report-file-missing"), _package.Faults());
    }

    [Fact]
    public void Data_and_table_state_the_same()
    {
        var report = Sound();
        report.Table[("kiriman", "masukan")] = 20;
        report.Publish(_package);
        Assert.Equal([(Table, "report-table-differs", "2026-11 v1, kiriman/masukan")], Subjects());
    }

    [Fact]
    public void A_report_on_another_period_or_too_early_is_named()
    {
        Sound().Publish(_package);
        _package.Files[Data] = new AReport("2026-12").Data;
        Assert.Contains((Data, null, "report-unreadable"), _package.Faults());
        new AReport("2026-12").Publish(_package, new(2026, 12, 31, 16, 59, 59, TimeSpan.Zero));
        Assert.Contains(("laporan/2026-12-v1.json", null, "report-early"), _package.Faults());
    }

    [Fact]
    public void Unknown_definitions_are_said_to_be_unknown()
    {
        var report = Sound();
        report.Definitions = "definisi/v9";
        report["kiriman", "masukan"] = 99;
        report.Publish(_package);
        Assert.Empty(Subjects());
        Assert.Contains("definisinya tidak dikenal program ini): akun", _package.RunAsItStands().Output, StringComparison.Ordinal);
    }

    private Leaf Post(DateTimeOffset at, string? origin = null)
    {
        var post = new LeafBuilder("pos.buat", ActId.New(), ObjectId.New(), ActRole.Warga, at).Clear("utas", ObjectId.New()).Clear("nomor", 1)
            .Commit("body", "text/markdown", Text("x")).Commit("actor", "text/plain", Text(ObjectId.New().ToString()));
        return _package.Add(origin is null ? post : post.Clear("asal", origin));
    }

    private List<(string File, string Code, string Subject)> Subjects()
    {
        using var report = JsonDocument.Parse(_package.Run("--json").Output);
        return [.. report.RootElement.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("file").GetString()!, f.GetProperty("code").GetString()!, f.GetProperty("subject").GetString()!))];
    }
}
