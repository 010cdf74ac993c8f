using System.Net;
using System.Text;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Signatures;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>What a stranger's program reads under <c>/buku/v1</c>.</summary>
public sealed class LedgerAddressTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Theory]
    [InlineData("checkpoint", "text/plain; charset=utf-8", "max-age=2")]
    [InlineData("kunci", "text/plain; charset=utf-8", "max-age=2")]
    [InlineData("kebijakan", "text/plain; charset=utf-8", "max-age=2")]
    [InlineData("tile/0/000.p/3", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("tile/entries/000.p/3", "application/octet-stream", "public, max-age=31536000, immutable")]
    public async Task Each_file_has_its_type_and_life_and_may_be_read_from_anywhere(string path, string type, string life)
    {
        await AskedAsync();
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(life, answer.Headers.CacheControl!.ToString());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(host.Files.Read(path), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("kunci")]
    [InlineData("kebijakan")]
    [InlineData("tile/0/000.p/3")]
    public async Task Whoever_asks_only_for_the_head_of_a_file_is_told_its_length(string path)
    {
        await AskedAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Head, new Uri("/buku/v1/" + path, UriKind.Relative));
        using var answer = await http.SendAsync(ask, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(host.Files.Read(path)!.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("tile/0/001")]
    [InlineData("tile/0/../../penanda/kunci.rahasia")]
    [InlineData("tile/..%2f..%2fpenanda%2fkunci.rahasia")]
    [InlineData("tanda-terima/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("tanda-terima/bukan-id")]
    [InlineData("buka/AAAAAAAAAAAAAAAAAAAAAA/body")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await AskedAsync();
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_receipt_is_there_once_the_act_is_numbered_and_proves_it()
    {
        var (_, opening) = await AskedAsync();
        var waiting = await host.APostAsync(await host.ATopicAsync());
        var id = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == waiting.ObjectId).Select(a => a.ActId).SingleAsync());
        using (var early = await GetAsync($"tanda-terima/{ActId.From(id)}"))
        {
            Assert.Equal(HttpStatusCode.Accepted, early.StatusCode);
            Assert.Equal("tercatat\n", await early.Content.ReadAsStringAsync());
        }

        using var answer = await GetAsync($"tanda-terima/{ActId.From(opening.ActId)}");
        var receipt = Receipt.Parse(await answer.Content.ReadAsByteArrayAsync());
        var content = ReceiptContent.Parse(receipt.Extra);
        Assert.Empty(content.Openings);
        Assert.True(receipt.Check(content.Leaf.Hash(), TrustPolicy.Parse(host.Files.Read("kebijakan")), new BouncyVerifier()).IsRecorded);
        await host.NumberAsync();
    }

    [Theory]
    [InlineData(OpeningState.Restricted, "terbatas")]
    [InlineData(OpeningState.Sealed, "belum")]
    [InlineData(OpeningState.Destroyed, "dihapus")]
    public async Task What_is_closed_says_so_and_tells_no_content(OpeningState state, string word)
    {
        var (leaf, opening) = await AskedAsync();
        var path = $"buka/{ActId.From(opening.ActId)}/body";
        using (var open = await GetAsync(path)) Assert.True(leaf.IsOpenedBy(Opening.Parse(await open.Content.ReadAsByteArrayAsync())));
        await host.WithDbAsync(db => db.ActOpenings.Where(o => o.ActId == opening.ActId).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, state)));
        using var closed = await GetAsync(path);
        Assert.Equal("no-store", closed.Headers.CacheControl!.ToString());
        Assert.Equal(
            $$"""{"i":"{{ActId.From(opening.ActId)}}","keadaan":"{{word}}","label":"body"}""",
            Encoding.UTF8.GetString(await closed.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>A log of at least two acts, and the newest post's act in it with its body's opening.</summary>
    private async Task<(Leaf Leaf, ActOpening Opening)> AskedAsync()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var act = await host.WithDbAsync(db => db.RecordedActs.SingleAsync(a => a.ObjectId == post.ObjectId));
        // The first batch is the log's opening and these two acts, so that its partial files stay there under their names.
        await host.NumberAsync();
        return (Leaf.Parse(act.Leaf), await host.WithDbAsync(db => db.ActOpenings.AsNoTracking().SingleAsync(o => o.ActId == act.ActId && o.Label == "body")));
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        var http = new HttpClient { BaseAddress = host.Address };
        return await http.GetAsync(new Uri("/buku/v1/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
