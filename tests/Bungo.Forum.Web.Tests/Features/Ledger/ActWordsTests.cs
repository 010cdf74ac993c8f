using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Features.Ledger.Checking;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

public sealed class ActWordsTests
{
    // Words that are the same as the code: what is missing would fall back to it unseen.
    private static readonly HashSet<string> SameAsCode = ["alasan", "data", "pilihan", "naskah", "konsultasi", "kriteria", "bahasa", "asal", "nomor", "aturan", "tindakan", "sumber", "cakupan", "sampai", "putusan", "tingkat", "hasil", "peserta", "pemilih", "kode", "kewenangan", "dasar", "bobot", "putaran", "pertanyaan", "disposisi", "versi", "terjadwal", "periode", "peran", "kunci", "lampiran", "sikap", "kantor", "mulai", "suara"];

    [Fact]
    public void Every_kind_has_words()
    {
        Assert.True(ActKinds.All.Count > 20);
        Assert.All(ActKinds.All, k => Assert.NotEqual(k.Name, ActWords.Kind(k.Name)));
    }

    [Fact]
    public void Every_label_of_the_catalogue_has_words()
    {
        var labels = ActKinds.All.SelectMany(k => k.Clear.Concat(k.Committed).Concat(k.Documents)).Select(l => l.Name).Distinct().ToList();
        Assert.True(labels.Count > 40);
        Assert.All(labels.Except(SameAsCode), l => Assert.NotEqual(l, ActWords.Label(l)));
    }

    [Fact]
    public void Every_sentence_names_what_its_step_found()
    {
        Assert.Equal(CheckWords.Titles.Keys.Order(StringComparer.Ordinal), CheckWords.Found.Keys.Order(StringComparer.Ordinal));
        Assert.All(CheckWords.Faults.Keys, k => Assert.Contains(k.Split(':')[0], CheckWords.Titles.Keys));
    }
}
