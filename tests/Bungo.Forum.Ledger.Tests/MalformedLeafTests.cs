using System.Text;
using static Bungo.Forum.Ledger.LedgerFault;

namespace Bungo.Forum.Ledger.Tests;

/// <summary>A sound leaf with one part replaced; each row says where the reader stops and why.</summary>
public sealed class MalformedLeafTests
{
    private const string Decision =
        """{"a":"moderator","c":{"alasan":"7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA"},"i":"AAECAwQFBgcICQoLDA0ODw","k":"mod.putus","o":"EBESExQVFhcYGRobHB0eHw","p":"_____________________w","t":"2026-11-24T07:08:09Z","v":1,"x":{"aturan":"TT-4","laporan":3,"otomatis":false,"sampai":"2026-12-01T00:00:00Z","sumber":"laporan","tindakan":"sembunyikan"}}""";

    private const string Criterion =
        """{"a":"pejabat","d":{"naskah":{"len":2,"sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","type":"text/markdown"}},"i":"AAECAwQFBgcICQoLDA0ODw","k":"kriteria.versi","o":"EBESExQVFhcYGRobHB0eHw","t":"2026-11-24T07:08:09Z","v":1,"x":{"kewenangan":"daerah","kode":"K-3","nomor":2}}""";

    private const string Erasure =
        """{"a":"sistem","i":"AAECAwQFBgcICQoLDA0ODw","k":"hapus","o":"EBESExQVFhcYGRobHB0eHw","t":"2026-11-24T07:08:09Z","v":1,"x":{"daftar":[{"i":"_____________________w","label":"body"}],"dasar":"cabut"}}""";

    [Theory]
    [InlineData(Decision)]
    [InlineData(Criterion)]
    [InlineData(Erasure)]
    public void The_examples_themselves_are_read(string leaf) => Assert.Equal(Some.Utf8(leaf), Leaf.Parse(Some.Utf8(leaf)).Bytes.ToArray());

    [Theory]
    [InlineData(Decision, "\"v\":1", "\"v\":2", VersionUnknown, "v")]
    [InlineData(Decision, "\"v\":1", "\"v\":\"1\"", WrongType, "v")]
    [InlineData(Decision, "\"v\":1,", "", KeyMissing, "v")]
    [InlineData(Decision, "\"mod.putus\"", "\"mod.hapus\"", KindUnknown, "k")]
    [InlineData(Decision, "\"mod.putus\"", "\"Mod.putus\"", KindUnknown, "k")]
    [InlineData(Decision, "\"mod.putus\"", "true", WrongType, "k")]
    [InlineData(Decision, "\"moderator\"", "\"admin\"", RoleUnknown, "a")]
    [InlineData(Decision, "\"moderator\"", "\"Moderator\"", RoleUnknown, "a")]
    [InlineData(Decision, "\"i\":\"AAECAwQFBgcICQoLDA0ODw\",", "", KeyMissing, "i")]
    [InlineData(Decision, "ODw\"", "ODx\"", IdForm, "i")]
    [InlineData(Decision, "EBESExQVFhcYGRobHB0eHw", "EBESExQVFhcYGRobHB0eH", IdForm, "o")]
    [InlineData(Decision, "_w\"", "__\"", IdForm, "p")]
    [InlineData(Decision, "\"p\":\"_____________________w\"", "\"p\":\"\"", IdForm, "p")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24T07:08:09+00:00\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24T07:08:09.0Z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24t07:08:09z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24T07:08Z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-02-30T07:08:09Z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24T24:00:00Z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "\"2026-11-24T07:08:60Z\"", TimeForm, "t")]
    [InlineData(Decision, "\"2026-11-24T07:08:09Z\"", "1795503600", WrongType, "t")]
    [InlineData(Decision, "\"v\":1", "\"v\":1,\"w\":1", KeyUnknown, "w")]
    [InlineData(Decision, "{\"a\"", "{\"0\":[],\"a\"", KeyUnknown, "0")]
    [InlineData(Decision, "UR-tA\"", "UR-tB\"", DigestForm, "c.alasan")]
    [InlineData(Decision, "UR-tA\"", "UR-t\"", DigestForm, "c.alasan")]
    [InlineData(Decision, "UR-tA\"", "UR+tA\"", DigestForm, "c.alasan")]
    [InlineData(Decision, "\"7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA\"", "true", WrongType, "c.alasan")]
    [InlineData(Decision, "\"alasan\"", "\"alasan_\"", LabelUnknown, "c.alasan_")]
    [InlineData(Decision, "{\"alasan\":\"7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA\"}", "{}", MapEmpty, "c")]
    [InlineData(Decision, "{\"alasan\":\"7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA\"}", "[]", WrongType, "c")]
    [InlineData(Decision, "\"c\":{\"alasan\":\"7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA\"},", "", LabelMissing, "c.alasan")]
    [InlineData(Decision, "\"laporan\":3", "\"laporan\":-3", CountForm, "x.laporan")]
    [InlineData(Decision, "\"laporan\":3", "\"laporan\":\"3\"", WrongType, "x.laporan")]
    [InlineData(Decision, "\"otomatis\":false", "\"otomatis\":0", WrongType, "x.otomatis")]
    [InlineData(Decision, "\"otomatis\":false,", "", LabelMissing, "x.otomatis")]
    [InlineData(Decision, "\"TT-4\"", "\"TT 4\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "\"\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "\"-4\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "\"Budi@bungo\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "\"TT.1508010101010001\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "\"abcdefghijabcdefghijabcdefghijabcdefghijk\"", CodeForm, "x.aturan")]
    [InlineData(Decision, "\"TT-4\"", "[\"TT-4\"]", WrongType, "x.aturan")]
    [InlineData(Decision, "\"2026-12-01T00:00:00Z\"", "\"2026-12-01\"", TimeForm, "x.sampai")]
    [InlineData(Decision, "\"aturan\"", "\"alamat\"", LabelUnknown, "x.alamat")]
    [InlineData(Criterion, "abcdef\"", "abcdeF\"", DigestForm, "d.naskah.sha256")]
    [InlineData(Criterion, "abcdef\"", "abcde\"", DigestForm, "d.naskah.sha256")]
    [InlineData(Criterion, "\"len\":2", "\"len\":-2", CountForm, "d.naskah.len")]
    [InlineData(Criterion, "\"len\":2,", "", KeyMissing, "d.naskah.len")]
    [InlineData(Criterion, "\"len\":2", "\"len\":2,\"nama\":\"a\"", KeyUnknown, "d.naskah.nama")]
    [InlineData(Criterion, "text/markdown", "Text/markdown", MediaTypeForm, "d.naskah.type")]
    [InlineData(Criterion, "\"naskah\"", "\"lampiran\"", LabelUnknown, "d.lampiran")]
    [InlineData(Erasure, "\"label\":\"body\"", "\"label\":\"Body\"", KeyForm, "x.daftar[0].label")]
    [InlineData(Erasure, "_w\"", "_x\"", IdForm, "x.daftar[0].i")]
    [InlineData(Erasure, "\"label\":\"body\"", "\"label\":\"body\",\"why\":1", KeyUnknown, "x.daftar[0].why")]
    [InlineData(Erasure, "[{\"i\":\"_____________________w\",\"label\":\"body\"}]", "\"semua\"", WrongType, "x.daftar")]
    [InlineData(Erasure, "{\"i\":\"_____________________w\",\"label\":\"body\"}", "\"semua\"", WrongType, "x.daftar[0]")]
    public void Is_refused_at_its_place(string leaf, string part, string by, LedgerFault fault, string path)
    {
        Assert.Contains(part, leaf, StringComparison.Ordinal);
        var refusal = Some.Refusal(() => Leaf.Parse(Some.Utf8(leaf.Replace(part, by, StringComparison.Ordinal))));
        Assert.Equal((fault, path), (refusal.Fault, refusal.Path));
    }

    [Fact]
    public void A_ballot_that_tells_the_minute_is_refused()
    {
        var ballot = Encoding.UTF8.GetString(Some.Ballot().Build().Bytes.Span).Replace("T07:00:00Z", "T07:08:00Z", StringComparison.Ordinal);
        var refusal = Some.Refusal(() => Leaf.Parse(Some.Utf8(ballot)));
        Assert.Equal((LedgerFault.TimeGrain, "t"), (refusal.Fault, refusal.Path));
    }

    [Fact]
    public void Only_the_lembaga_publishes_an_evaluation()
    {
        var evaluation = """{"a":"pejabat","d":{"berkas":{"len":2,"sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","type":"application/pdf"}},"i":"AAECAwQFBgcICQoLDA0ODw","k":"nilai.terbit","o":"EBESExQVFhcYGRobHB0eHw","t":"2026-11-24T07:08:09Z","v":1,"x":{"periode":"2026-Q4"}}""";
        Assert.Equal((RoleNotAllowed, "a"), Place(Some.Refusal(() => Leaf.Parse(Some.Utf8(evaluation)))));
        Assert.Equal(ActRole.Penilai, Leaf.Parse(Some.Utf8(evaluation.Replace("pejabat", "penilai", StringComparison.Ordinal))).By);
    }

    [Fact]
    public void What_is_no_object_or_too_long_is_refused()
    {
        Assert.Equal((WrongType, "."), Place(Some.Refusal(() => Leaf.Parse("[]"u8))));
        var tooLong = Some.Refusal(() => Leaf.Parse(new byte[Leaf.LongestLeaf + 1]));
        Assert.Equal((TooLong, Leaf.LongestLeaf), (tooLong.Fault, tooLong.Offset));
    }

    private static (LedgerFault, string?) Place(LedgerFormatException refusal) => (refusal.Fault, refusal.Path);
}
