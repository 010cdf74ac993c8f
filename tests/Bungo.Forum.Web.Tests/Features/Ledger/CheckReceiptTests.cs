using System.Net;
using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>The check that the server does for people without script, over receipts of every sort of badness.</summary>
public sealed class CheckReceiptTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task A_good_receipt_matches_pasted_and_as_a_file_and_the_server_says_that_it_was_the_server()
    {
        var receipt = await AReceiptAsync();
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/buku/periksa");
        await visitor.SubmitAsync("main form", ("teks", receipt.ReplaceLineEndings("\r\n").TrimEnd()));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("ok", visitor.Page.QuerySelector(".by-server .verdict")!.GetAttribute("data-verdict"));
        Assert.Contains("bukan oleh peramban Anda", visitor.Page.QuerySelector(".by-server")!.TextContent, StringComparison.Ordinal);
        Assert.All(visitor.Page.QuerySelectorAll(".checks li[data-verdict=ok]"), l => Assert.Contains("Cocok", l.TextContent, StringComparison.Ordinal));

        Assert.Equal("ok", (await SendAsync(Encoding.UTF8.GetBytes(receipt))).Verdict);
        var act = receipt.Split('\n')[1];
        Assert.NotEmpty(act);
    }

    [Fact]
    public async Task The_receipts_own_page_leads_to_the_servers_check_where_there_is_no_script()
    {
        await AReceiptAsync();
        var act = await host.WithDbAsync(async db => ActId.From(await db.LogEntries.OrderBy(e => e.Index).Select(e => e.ActId).LastAsync()).ToString());
        using var visitor = host.AVisitor();
        await visitor.GetAsync($"/buku/tanda-terima/{act}");
        await visitor.SubmitAsync("[data-check] form");
        Assert.Equal("ok", visitor.Page.QuerySelector(".by-server .verdict")!.GetAttribute("data-verdict"));
    }

    public static TheoryData<string, string, string> BadReceipts => new()
    {
        { "empty", "Tidak ada isinya", "There is nothing in it" },
        { "another file", "Ini bukan tanda terima", "This is no receipt" },
        { "truncated", "Berkas terpotong", "The file is cut short" },
        { "ten megabytes", "Terlalu besar", "Too large" },
        { "zeros", "Ini bukan tanda terima", "This is no receipt" },
        { "index", "Tempatnya dalam buku: Tidak cocok", "Its place in the ledger: Does not match" },
        { "index beyond", "lebih besar daripada buku", "beyond the ledger" },
        { "hash", "Baris", "Line" },
        { "missing hash", "kurang panjang", "too short" },
        { "more hashes", "terlalu panjang", "too long" },
        { "origin", "dari buku lain", "of another ledger" },
        { "signature", "Tanda tangannya tidak cocok", "The signature does not hold" },
        { "unsigned", "Tidak ada tanda tangan dari kunci buku ini", "No signature is by this ledger's key" },
        { "entry", "Catatan di dalamnya", "The entry in it" },
        { "binary", "bukan teks", "not text" },
    };

    [Theory]
    [MemberData(nameof(BadReceipts))]
    public async Task A_bad_receipt_is_told_by_what_is_wrong_with_it_in_both_languages(string how, string indonesian, string english)
    {
        var good = await AReceiptAsync();
        var bad = Spoilt(good, how);
        Assert.Contains(indonesian, (await SendAsync(bad)).Text, StringComparison.Ordinal);
        Assert.Contains(english, (await SendAsync(bad, "en")).Text, StringComparison.Ordinal);
    }

    private static byte[] Spoilt(string good, string how)
    {
        var lines = good.Split('\n').ToList();
        var signature = lines.FindIndex(l => l.StartsWith('\u2014'));
        var index = lines.FindIndex(l => l.StartsWith("index ", StringComparison.Ordinal));
        Assert.True(signature > 0 && index > 0 && lines[index + 1].Length == 44);
        switch (how)
        {
            case "empty": return [];
            case "another file": return "Surat keterangan\nNomor 12\n"u8.ToArray();
            case "truncated": return Encoding.UTF8.GetBytes(good[..(good.Length / 2)]);
            case "ten megabytes": return Encoding.UTF8.GetBytes(good + new string('x', 10_000_000));
            case "zeros": return new byte[500];
            case "index": lines[index] = lines[index] == "index 0" ? "index 1" : "index 0"; break;
            case "index beyond": lines[index] = "index 999999"; break;
            case "hash": lines[index + 1] = lines[index + 1][1..]; break;
            case "missing hash": lines.RemoveAt(index + 1); break;
            case "more hashes": lines.Insert(index + 1, lines[index + 1]); break;
            case "origin": lines[signature - 4] = "buku.lain.example/1"; break;
            case "signature": lines[signature] = lines[signature][..^10] + (lines[signature][^10] == 'A' ? 'B' : 'A') + lines[signature][^9..]; break;
            case "unsigned": lines[signature] = lines[signature].Replace("buku.contoh.example/1", "orang.lain.example", StringComparison.Ordinal); break;
            case "entry": lines[1] = "extra " + Convert.ToBase64String("{\"entry\":1}"u8); break;
            case "binary": return [.. Encoding.UTF8.GetBytes(string.Join('\n', lines.Take(signature - 3)) + "\n"), 0, 1, 2, (byte)'\n', (byte)'\n', .. "x\n"u8];
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private async Task<(string Verdict, string Text)> SendAsync(byte[] file, string language = "id")
    {
        using var visitor = host.AVisitor();
        await visitor.GetAsync($"/bahasa/{language}?kembali=/buku/periksa");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "berkas", "bukti.tlog-proof" } };
        using var answer = await visitor.Http.PostAsync(new Uri("/buku/periksa", UriKind.Relative), form);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var verdict = page.QuerySelector(".by-server .verdict")!;
        return (verdict.GetAttribute("data-verdict")!, verdict.TextContent);
    }

    private async Task<string> AReceiptAsync()
    {
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic);
        var post = await host.APostAsync(topic);
        await host.NumberAsync();
        var act = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == post.ObjectId).Select(a => a.ActId).SingleAsync());
        using var http = new HttpClient { BaseAddress = host.Address };
        return await http.GetStringAsync(new Uri($"/buku/v1/tanda-terima/{ActId.From(act)}", UriKind.Relative));
    }
}
