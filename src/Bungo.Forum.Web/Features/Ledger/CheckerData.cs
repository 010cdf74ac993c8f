using System.Text.Json;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Features.Ledger.Checking;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>What a page hands to the browser's own examination: sentences in the reader's language, and the catalogue of kinds.</summary>
public static class CheckerData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static string Kinds { get; } = JsonSerializer.Serialize(ActKinds.All.ToDictionary(k => k.Name, k => new
    {
        x = LabelsOf(k.Clear),
        c = LabelsOf(k.Committed),
        d = LabelsOf(k.Documents),
        a = k.Roles.Count == Enum.GetValues<ActRole>().Length ? null : k.Roles.Select(r => r.ToString().ToLowerInvariant()),
        hour = k.Grain == TimeGrain.Hour ? true : (bool?)null,
        single = k.HasHistory ? null : (bool?)true,
    }), Json);

    public static string Words => JsonSerializer.Serialize(new
    {
        titles = CheckWords.Titles,
        found = CheckWords.Found,
        faults = CheckWords.Faults,
        verdicts = new { ok = CheckWords.Of(CheckVerdict.Ok), wrong = CheckWords.Of(CheckVerdict.Wrong), open = CheckWords.Of(CheckVerdict.Open) },
        labels = ActKinds.All.SelectMany(k => k.Committed).Select(l => l.Name).Distinct().ToDictionary(l => l, ActWords.Label),
        kinds = ActKinds.All.ToDictionary(k => k.Name, k => ActWords.Kind(k.Name)),
        summary = new
        {
            ok = CheckWords.Sound,
            wrong = CheckWords.Unsound,
            open = T("Belum dapat dipastikan: peramban ini tidak dapat memeriksa tanda tangannya. Semua yang lain cocok.", "Not certain yet: this browser cannot check the signature. All else matches."),
            where = CheckWords.Where,
            by = T("Dihitung oleh peramban Anda sendiri. Kunci buku diambil dari situs ini; untuk kepastian penuh cocokkan dengan kunci dalam keputusan bupati.", "Computed by your own browser. The ledger's key came from this site; to be quite sure compare it with the one in the regent's decree."),
            working = T("Memeriksa …", "Checking …"),
            unable = T("Peramban ini tidak dapat menghitung sidik jari di alamat ini. Tekan sekali lagi: server yang akan memeriksa.", "This browser cannot compute fingerprints at this address. Press once more: the server will check."),
            offline = T("Tidak dapat mengambil berkas yang diperlukan. Periksa sambungan, lalu coba lagi.", "The files needed cannot be fetched. Check your connection, then try again."),
        },
        act = T("{0}, {1}. Catatan nomor {2} dari {3}.", "{0}, {1}. Entry number {2} of {3}."),
    }, Json);

    private static Dictionary<string, string> LabelsOf(IReadOnlyList<LabelRule> rules) =>
        rules.ToDictionary(r => r.Name, r => (r.Shape?.ToString().ToLowerInvariant() ?? "") + (r.IsRequired ? "*" : ""));
}
