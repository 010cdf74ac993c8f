using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Verifier;

public sealed partial class VerifyCommandTests : IDisposable
{
    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_sound_package_is_told_in_Indonesian_unless_asked_otherwise()
    {
        var (status, output) = _package.Run();
        Assert.Equal(VerifyCommand.Sound, status);
        Assert.Contains("Putusan: UTUH", output, StringComparison.Ordinal);
        Assert.Matches("""
            \s8  catatan, di antaranya
             +8  tindakan yang terbaca
             +10  komitmen, di antaranya
             +6  COCOK .*
             +1  TERBATAS .*
             +2  DISEGEL .*
             +1  TERHAPUS SAH .*
             +0  HILANG TANPA CATATAN
             +0  TIDAK COCOK
            """, output.ReplaceLineEndings());
        Assert.Contains("lembaga, 2026-11-24 07:08 UTC", output, StringComparison.Ordinal);
        Assert.Contains("Kunci diambil dari paket ini sendiri", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Kunci diambil", _package.RunAsItStands("--key", TestSigner.Log.Key.ToString()).Output, StringComparison.Ordinal);
        Assert.Contains("Verdict: SOUND", _package.Run("--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_told_with_its_record_and_place_in_both_languages()
    {
        _package.Change(APackage.Edit, "\"nomor\":1", "\"nomor\":-1");
        var (status, output) = _package.Run();
        Assert.Equal(VerifyCommand.FaultFound, status);
        Assert.Contains("tile/entries/000.p/8 catatan 2: x.nomor: bilangan tidak boleh negatif", output, StringComparison.Ordinal);
        Assert.Contains("Putusan: ADA KESALAHAN", output, StringComparison.Ordinal);
        Assert.Contains("tile/entries/000.p/8 entry 2: x.nomor: a count must not be negative", _package.Run("--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_for_machines_names_everything()
    {
        _package.Openings[0] = _package.Openings[0].Replace("Bobot", "bobot", StringComparison.Ordinal);
        using var report = JsonDocument.Parse(_package.Run("--json").Output);
        var root = report.RootElement;
        Assert.Equal("fault-found", root.GetProperty("verdict").GetString());
        Assert.Equal((TestSigner.Origin, 8), (root.GetProperty("log").GetProperty("origin").GetString(), root.GetProperty("log").GetProperty("size").GetInt32()));
        Assert.Equal(
            """{"total":10,"matching":5,"restricted":1,"sealed":2,"erased":1,"lost":0,"mismatching":1}""",
            JsonSerializer.Serialize(root.GetProperty("commitments")));
        var fault = Assert.Single(root.GetProperty("faults").EnumerateArray());
        Assert.Equal((1, 0), (fault.GetProperty("line").GetInt32(), fault.GetProperty("otherEntry").GetInt32()));
        Assert.Equal($"{_package.Leaf(0).Id}/body", fault.GetProperty("subject").GetString());
        Assert.NotEmpty(root.GetProperty("notChecked").EnumerateArray());
    }

    [Theory]
    [InlineData("", "unexpected-end", 0)]
    [InlineData("{}\r", "trailing-bytes", 2)]
    [InlineData("\ufeff{}", "byte-order-mark", 0)]
    public void A_line_is_what_stands_between_two_line_feeds_and_nothing_else(string line, string code, int offset)
    {
        _package.Openings.Add(line);
        using var report = JsonDocument.Parse(_package.Run("--json").Output);
        var fault = Assert.Single(report.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal((7, code, offset), (fault.GetProperty("line").GetInt32(), fault.GetProperty("code").GetString(), fault.GetProperty("byte").GetInt32()));
    }

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_and_the_next_is_read()
    {
        foreach (var length in new[] { Leaf.LongestLeaf + 1, 64 * 1024, 70_000, 300_000 })
        {
            using var package = new APackage();
            package.States.Insert(2, new string('x', length));
            package.States.Add("y");
            Assert.Equal([(Package.States, 3, "line-too-long"), (Package.States, 5, "unexpected-byte")], package.Faults());
        }
    }

    [Fact]
    public void A_file_that_was_cut_short_is_noticed()
    {
        _package.Write().WriteFile(Package.Openings, Some.Utf8(string.Join('\n', _package.Openings)));
        Assert.Contains("openings.jsonl baris 6: baris terakhir tidak diakhiri LF", _package.RunAsItStands().Output, StringComparison.Ordinal);
        _package.WriteFile(Package.Openings, new byte[2_000_000]);
        Assert.Contains("openings.jsonl baris 1: baris lebih panjang", _package.RunAsItStands().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_cannot_be_judged()
    {
        var (status, output) = APackage.Program(Path.Combine(_package.Folder, "tidak-ada"));
        Assert.Equal((VerifyCommand.CannotJudge, true), (status, output.StartsWith("Tidak dapat dinilai: tidak ada", StringComparison.Ordinal)));
        foreach (var file in new[] { Package.Checkpoint, Package.Openings })
        {
            _package.Write();
            File.Delete(Path.Combine(_package.Folder, file));
            using var report = JsonDocument.Parse(_package.RunAsItStands("--json").Output);
            Assert.Equal(
                ("cannot-judge", "file-missing", file),
                (report.RootElement.GetProperty("verdict").GetString(), report.RootElement.GetProperty("reason").GetString(), report.RootElement.GetProperty("path").GetString()));
        }
    }

    [Fact]
    public void A_log_without_acts_is_not_sound()
    {
        _package.Entries.Clear();
        _package.Openings.Clear();
        _package.States.Clear();
        var (status, output) = _package.Run();
        Assert.Equal(VerifyCommand.CannotJudge, status);
        Assert.Contains("TIDAK DAPAT DINILAI", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("a", "b")]
    [InlineData(".", "--lang", "fr")]
    [InlineData(".", "--apa")]
    public void A_wrong_command_line_is_no_verdict(params string[] arguments) =>
        Assert.Equal(VerifyCommand.CannotJudge, APackage.Program(arguments).Status);

    [Fact]
    public void The_help_says_what_is_checked()
    {
        var (status, output) = APackage.Program("--help");
        Assert.Equal(0, status);
        foreach (var word in new[] { "pohon Merkle", "the Merkle tree", "--json", "--head", "--key", "--receipt" }) Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_package_cannot_steer_the_terminal()
    {
        _package.Entries.Add(Some.Utf8("{\"\u007f\u009b31m\u202e\":1}"));
        _package.Change(0, "\"warga\"", "\"\\u001b]0;x\\u0007\"");
        var output = _package.Run().Output;
        Assert.Contains("catatan 8", output, StringComparison.Ordinal);
        Assert.Contains("\\u001b]0;x\\u0007", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\u007f-\u009f\u202a-\u202e\u0000-\u0009\u000b-\u001f-[\r]]", output);
    }

    [Fact]
    public void No_damage_stops_the_program_and_none_to_a_content_is_missed()
    {
        var openings = APackage.Lines(_package.Openings);
        _package.Write();
        var sound = 0;
        Gens.Mutation.Sample(
            mutate =>
            {
                var changed = mutate(openings);
                _package.WriteFile(Package.Openings, changed);
                var status = _package.RunAsItStands().Status;
                if (status == VerifyCommand.Sound) sound++;
                // Only the media type is outside the proof.
                return status == VerifyCommand.FaultFound || (status == VerifyCommand.Sound && IsHarmless(changed, openings));
            },
            iter: 1_000,
            threads: 1);
        Assert.InRange(sound, 0, 200);
    }

    [Fact]
    public void Every_fault_has_a_sentence_in_both_languages()
    {
        (string Indonesian, string English)[] sentences =
            [.. Enum.GetValues<LedgerFault>().Select(FaultSentences.Of), .. Enum.GetValues<VerifyFault>().Select(FaultSentences.Of), .. Enum.GetValues<Unreadable>().Select(FaultSentences.Of)];
        Assert.True(sentences.Length > 100);
        Assert.All(sentences, s => Assert.True(s.Indonesian.Length > 3 && s.English.Length > 3 && s.Indonesian != s.English, s.ToString()));
        Assert.Equal(sentences.Length, sentences.Select(s => s.Indonesian).Distinct().Count());
    }

    private static bool IsHarmless(byte[] changed, byte[] original)
    {
        var lines = Encoding.UTF8.GetString(original).Split('\n').Select(WithoutType).ToHashSet();
        return Encoding.UTF8.GetString(changed).Split('\n').Select(WithoutType).All(lines.Contains);
    }

    private static string WithoutType(string line) => TypeMember().Replace(line, "");

    [GeneratedRegex(",\"type\":\"[^\"]*\"}$")]
    private static partial Regex TypeMember();
}
