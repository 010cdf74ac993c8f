using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Export;
using Bungo.Forum.Verifier.Reporting;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests.Verifier;

public sealed partial class VerifyCommandTests : IDisposable
{
    private readonly AnExport _export = new();

    public void Dispose() => _export.Dispose();

    [Fact]
    public void A_sound_export_is_told_in_Indonesian_unless_asked_otherwise()
    {
        var (status, output) = _export.Run();
        Assert.Equal(VerifyCommand.Sound, status);
        Assert.Contains("Putusan: UTUH", output, StringComparison.Ordinal);
        Assert.Matches("""
            \s7  tindakan
             +10  komitmen, di antaranya
             +7  COCOK .*
             +1  TERHAPUS SAH .*
             +2  TIDAK DIBUKA .*
             +0  TIDAK COCOK
            """, output.ReplaceLineEndings());
        Assert.Contains("Verdict: SOUND", _export.Run("--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_told_with_its_line_and_place_in_both_languages()
    {
        _export.Acts[2] = _export.Acts[2].Replace("\"nomor\":1", "\"nomor\":-1", StringComparison.Ordinal);
        var (status, output) = _export.Run();
        Assert.Equal(VerifyCommand.FaultFound, status);
        Assert.Contains("acts.jsonl baris 3: x.nomor: bilangan tidak boleh negatif", output, StringComparison.Ordinal);
        Assert.Contains("Putusan: ADA KESALAHAN", output, StringComparison.Ordinal);
        Assert.Contains("acts.jsonl line 3: x.nomor: a count must not be negative", _export.Run("--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_for_machines_names_everything()
    {
        _export.Openings[0] = _export.Openings[0].Replace("Bobot", "bobot", StringComparison.Ordinal);
        using var report = JsonDocument.Parse(_export.Run("--json").Output);
        var root = report.RootElement;
        Assert.Equal("fault-found", root.GetProperty("verdict").GetString());
        Assert.Equal(7, root.GetProperty("acts").GetInt64());
        Assert.Equal(
            """{"total":10,"matching":6,"erased":1,"notOpened":2,"mismatching":1}""",
            JsonSerializer.Serialize(root.GetProperty("commitments")));
        var fault = Assert.Single(root.GetProperty("faults").EnumerateArray());
        Assert.Equal(1, fault.GetProperty("otherLine").GetInt64());
        Assert.Equal($"{_export.Leaf(1).Id}/body", fault.GetProperty("subject").GetString());
        Assert.NotEmpty(root.GetProperty("notChecked").GetString()!);
    }

    [Theory]
    [InlineData("", "unexpected-end", 0)]
    [InlineData("{}\r", "trailing-bytes", 2)]
    [InlineData("\ufeff{}", "byte-order-mark", 0)]
    public void A_line_is_what_stands_between_two_line_feeds_and_nothing_else(string line, string code, int offset)
    {
        _export.Acts.Add(line);
        using var report = JsonDocument.Parse(_export.Run("--json").Output);
        var fault = Assert.Single(report.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal((8, code, offset), (fault.GetProperty("line").GetInt32(), fault.GetProperty("code").GetString(), fault.GetProperty("byte").GetInt32()));
    }

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_and_the_next_is_read()
    {
        foreach (var length in new[] { Leaf.LongestLeaf + 1, 64 * 1024, 70_000, 300_000 })
        {
            using var export = new AnExport();
            export.Acts.Insert(2, new string('x', length));
            export.Acts.Add("y");
            Assert.Equal([("acts.jsonl", 3, "line-too-long"), ("acts.jsonl", 9, "unexpected-byte")], export.Faults());
        }
    }

    [Fact]
    public void A_file_that_was_cut_short_is_noticed()
    {
        _export.Run();
        _export.WriteOpenings(Some.Utf8(string.Join('\n', _export.Openings)));
        Assert.Contains("openings.jsonl baris 7: baris terakhir tidak diakhiri LF", _export.RunAsItStands().Output, StringComparison.Ordinal);
        _export.WriteOpenings(new byte[2_000_000]);
        Assert.Contains("openings.jsonl baris 1: baris lebih panjang", _export.RunAsItStands().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_cannot_be_judged()
    {
        var (status, output) = AnExport.Program(Path.Combine(_export.Folder, "tidak-ada"));
        Assert.Equal((VerifyCommand.CannotJudge, true), (status, output.StartsWith("Tidak dapat dinilai: folder tidak ada", StringComparison.Ordinal)));
        Assert.Equal(VerifyCommand.CannotJudge, _export.RunAsItStands().Status);
        _export.WriteActs([]);
        Assert.Contains("openings.jsonl", _export.RunAsItStands("--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(VerifyCommand.CannotJudge, AnExport.Program(Path.Combine(_export.Folder, "acts.jsonl")).Status);
        Assert.Equal(VerifyCommand.CannotJudge, AnExport.Program("https://forum.example.test/buku").Status);
        using var report = JsonDocument.Parse(_export.RunAsItStands("--json").Output);
        Assert.Equal(("cannot-judge", "file-missing"), (report.RootElement.GetProperty("verdict").GetString(), report.RootElement.GetProperty("reason").GetString()));
    }

    [Fact]
    public void An_export_without_acts_is_not_sound()
    {
        _export.WriteActs([]);
        _export.WriteOpenings([]);
        var (status, output) = _export.RunAsItStands();
        Assert.Equal(VerifyCommand.CannotJudge, status);
        Assert.Contains("TIDAK DAPAT DINILAI", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("a", "b")]
    [InlineData(".", "--lang", "fr")]
    [InlineData(".", "--apa")]
    public void A_wrong_command_line_is_no_verdict(params string[] arguments) =>
        Assert.Equal(VerifyCommand.CannotJudge, AnExport.Program(arguments).Status);

    [Fact]
    public void The_help_says_what_is_not_proven()
    {
        var (status, output) = AnExport.Program("--help");
        Assert.Equal(0, status);
        Assert.Contains("bukti penyertaan (inclusion proof) datang bersama buku bertegel", output, StringComparison.Ordinal);
        Assert.Contains("inclusion proofs come with the tiled log", output, StringComparison.Ordinal);
        Assert.Contains("--json", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_export_cannot_steer_the_terminal()
    {
        _export.Acts.Add("{\"\u007f\u009b31m\u202e\":1}");
        _export.Acts.Add(_export.Acts[0].Replace("\"warga\"", "\"\\u001b]0;x\\u0007\"", StringComparison.Ordinal));
        var output = _export.Run().Output;
        Assert.Contains("baris 8", output, StringComparison.Ordinal);
        Assert.Contains("\\u001b]0;x\\u0007", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\u007f-\u009f\u202a-\u202e\u0000-\u0009\u000b-\u001f-[\r]]", output);
    }

    [Fact]
    public void No_damage_stops_the_program_and_none_to_a_content_is_missed()
    {
        _export.Run();
        var openings = Some.Utf8(string.Concat(_export.Openings.Select(line => line + "\n")));
        var sound = 0;
        Gens.Mutation.Sample(
            mutate =>
            {
                var changed = mutate(openings);
                using var export = new AnExport();
                export.WriteActs(Some.Utf8(string.Concat(_export.Acts.Select(line => line + "\n"))));
                export.WriteOpenings(changed);
                var status = export.RunAsItStands().Status;
                if (status == VerifyCommand.Sound) Interlocked.Increment(ref sound);
                // Only the media type is outside the proof, and a removed line is an opening withheld.
                return status == VerifyCommand.FaultFound || (status == VerifyCommand.Sound && IsHarmless(changed, openings));
            },
            iter: 2_000);
        Assert.InRange(sound, 0, 400);
    }

    [Fact]
    public void Every_fault_has_a_sentence_in_both_languages()
    {
        (string Indonesian, string English)[] sentences =
            [.. Enum.GetValues<LedgerFault>().Select(FaultSentences.Of), .. Enum.GetValues<ExportFault>().Select(FaultSentences.Of), .. Enum.GetValues<Unreadable>().Select(FaultSentences.Of)];
        Assert.True(sentences.Length > 50);
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
