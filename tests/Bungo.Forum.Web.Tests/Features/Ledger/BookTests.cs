using System.Net;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>The ledger as people read it: <c>/buku</c> and a page for each entry.</summary>
public sealed class BookTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly LedgerHost _host = new(postgres);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Before_the_first_checkpoint_it_says_that_it_has_not_begun()
    {
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("Buku belum dimulai", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.GetAsync("/buku/0");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task It_tells_head_keys_and_the_latest_acts_with_what_they_are_about()
    {
        var topic = await _host.ATopicAsync(title: "Bukti pengalaman");
        await _host.APostAsync(topic);
        await _host.NumberAsync();
        using var reader = _host.AVisitor();
        await reader.GetAsync("/");
        await reader.FollowAsync("footer a[href='/buku']");
        var main = reader.Page.QuerySelector("main")!;
        Assert.Equal("3", main.QuerySelector("#ledger-head .size")!.TextContent);
        Assert.Equal(_host.Files.Head()!.Value.Checkpoint.Root.ToString(), main.QuerySelector("#ledger-head code")!.TextContent);
        Assert.Contains("Tercatat", main.QuerySelector("#ledger-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+", main.QuerySelector("td code.hash")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("a[href='/buku/v1/kebijakan']"));
        var rows = main.QuerySelectorAll("#tindakan ~ .tablewrap tbody tr").ToList();
        Assert.Equal(["2", "1", "0"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains("Masukan atau balasan ditulis", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal($"/diskusi/{topic.Id}-{topic.Slug}/1#post-1", rows[0].QuerySelector("td a")!.GetAttribute("href"));

        await reader.GetAsync("/bahasa/en?kembali=/buku");
        Assert.Contains("Input or reply written", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_acts_are_pages_by_number_and_cost_as_many_statements_at_any_size()
    {
        var topic = await _host.ATopicAsync();
        var writer = await _host.AnAccountAsync();
        for (var i = 0; i < BookPage.FirstPage; i++) await _host.APostAsync(topic, writer);
        await _host.NumberAsync();
        var few = await _host.CountOwnStatementsAsync(ReadAsync);
        for (var i = 0; i < 280; i++) await _host.APostAsync(topic, writer);
        await _host.NumberAsync();
        Assert.Equal(few, await _host.CountOwnStatementsAsync(ReadAsync));

        using var reader = _host.AVisitor();
        var numbers = new List<long>();
        for (var page = await reader.GetAsync("/buku?x=semua"); ; page = await reader.FollowAsync("a[rel=next]"))
        {
            numbers.AddRange(page.QuerySelectorAll("#tindakan ~ .tablewrap tbody th a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
            if (page.QuerySelector("a[rel=next]") is null) break;
        }

        Assert.Equal(Enumerable.Range(0, BookPage.FirstPage + 282).Select(i => (long)i).Reverse(), numbers);

        // A query that nobody asked before: the cache has no page for it.
        async Task ReadAsync()
        {
            using var visitor = _host.AVisitor();
            await visitor.GetAsync($"/buku?x={Guid.NewGuid():N}");
        }
    }

    [Theory]
    [InlineData("/buku?nomor=1", "/buku/1")]
    [InlineData("/buku?nomor=1.000.000", "/buku/1000000")]
    [InlineData("/buku?nomor=satu", "/buku?nomor=satu")]
    [InlineData("/buku?setelah=-5", "/buku?setelah=-5")]
    [InlineData("/buku?setelah=9223372036854775807", "/buku?setelah=9223372036854775807")]
    public async Task An_entry_is_found_by_its_number_and_nonsense_does_no_harm(string asked, string there)
    {
        await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        using var reader = _host.AVisitor();
        await reader.GetAsync(asked);
        Assert.Equal(there, reader.Path);
        Assert.True(reader.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{reader.Status}");
    }

    [Theory]
    [InlineData(OpeningState.Open, "Mohon dijelaskan.", "Cocok dengan segelnya")]
    [InlineData(OpeningState.Restricted, null, "Disembunyikan moderator, atau ditarik penulisnya")]
    [InlineData(OpeningState.Sealed, null, "Dibuka untuk semua orang setelah jajak pendapat dihitung")]
    [InlineData(OpeningState.Destroyed, null, "Dihapus secara sah")]
    public async Task An_entry_tells_its_leaf_and_what_became_of_its_words(OpeningState state, string? words, string why)
    {
        var post = await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        await _host.WithDbAsync(db => db.ActOpenings.Where(o => o.ObjectId == post.ObjectId && o.Label == "body").ExecuteUpdateAsync(s => s.SetProperty(o => o.State, state)));
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku/2");
        var seals = reader.Page.QuerySelectorAll(".seals > li").ToDictionary(l => l.GetAttribute("data-state")! + l.QuerySelector("h3")!.FirstChild!.TextContent.Trim(), l => l.TextContent);
        var body = seals[state.ToString().ToLowerInvariant() + "tulisan"];
        Assert.Contains(why, body, StringComparison.Ordinal);
        if (words is not null) Assert.Contains(words, body, StringComparison.Ordinal);
        else Assert.DoesNotContain("Mohon dijelaskan.", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        var leaf = (await _host.LogAsync())[2];
        Assert.Equal(System.Text.Encoding.UTF8.GetString(leaf.Bytes.Span), reader.Page.QuerySelector(".raw pre")!.TextContent);
        Assert.Contains(leaf.Hash().ToString(), reader.Page.QuerySelector(".kv")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_seal_that_was_tampered_with_says_that_it_does_not_match()
    {
        var post = await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        await _host.AskAsync($"update ledger.opening set content = 'Lain.' where object_id = '{post.ObjectId}' and label = 'body'");
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku/2");
        Assert.Contains("TIDAK cocok dengan segelnya", reader.Page.QuerySelector(".seals")!.TextContent, StringComparison.Ordinal);
        await _host.AskAsync($"delete from ledger.opening where object_id = '{post.ObjectId}' and label = 'body'");
        await reader.GetAsync("/buku/2");
        Assert.Contains("Hilang tanpa catatan", reader.Page.QuerySelector(".seals")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_witness_has_signed_the_head_the_receipt_and_the_check_say_so()
    {
        var post = await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        using var witness = new AWitness();
        var (note, checkpoint) = _host.Files.Head()!.Value;
        var policy = TrustPolicy.Parse(_host.Files.Read("kebijakan")) with { Witnesses = [new Witness("lembaga", witness.Key)], Quorum = "lembaga" };
        await File.WriteAllBytesAsync(Path.Combine(_host.Folder, "v1", "kebijakan"), policy.ToBytes());
        var act = await _host.WithDbAsync(async db => ActId.From(await db.RecordedActs.Where(a => a.ObjectId == post.ObjectId).Select(a => a.ActId).SingleAsync()));
        using var reader = _host.AVisitor();
        await reader.GetAsync("/buku?x=sebelum");
        Assert.Contains("Menunggu tanda tangan saksi", reader.Page.QuerySelector("#ledger-head")!.TextContent, StringComparison.Ordinal);

        _host.Files.WriteCheckpoint(note.With([NoteSignature.Cosign(checkpoint, witness, _host.Now)]).ToBytes());
        await reader.GetAsync("/buku?x=sesudah");
        Assert.Contains("lembaga (24 Nov 2026, 09.00)", reader.Page.QuerySelector("#ledger-head")!.TextContent, StringComparison.Ordinal);
        await reader.GetAsync($"/buku/tanda-terima/{act}");
        Assert.Equal("Disaksikan", reader.Page.QuerySelector(".states [aria-current]")!.TextContent);
        await reader.SubmitAsync("[data-check] form");
        Assert.Equal("ok", reader.Page.QuerySelector("li[data-step=saksi]")!.GetAttribute("data-verdict"));
    }

    [Fact]
    public async Task A_receipt_stays_witnessed_while_the_log_grows_past_the_witness()
    {
        var post = await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        _host.Files.WriteWitnessed(_host.Files.Read("checkpoint")!);
        await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        var act = await _host.WithDbAsync(async db => ActId.From(await db.RecordedActs.Where(a => a.ObjectId == post.ObjectId).Select(a => a.ActId).SingleAsync()));
        using var reader = _host.AVisitor();
        await reader.GetAsync($"/buku/tanda-terima/{act}");
        Assert.Equal("Disaksikan", reader.Page.QuerySelector(".states [aria-current]")!.TextContent);
    }

    private sealed class AWitness : ISigner, IDisposable
    {
        private readonly NSec.Cryptography.Key _secret = NSec.Cryptography.Key.Create(NSec.Cryptography.SignatureAlgorithm.Ed25519);

        public VerifierKey Key => new("lembaga.contoh.example/saksi", NoteAlgorithm.CosignatureV1, _secret.PublicKey.Export(NSec.Cryptography.KeyBlobFormat.RawPublicKey));

        public byte[] Sign(ReadOnlySpan<byte> message) => NSec.Cryptography.SignatureAlgorithm.Ed25519.Sign(_secret, message);

        public void Dispose() => _secret.Dispose();
    }

    [Fact]
    public async Task The_head_is_announced_once_for_each_checkpoint()
    {
        await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        var watch = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<HeadWatch>(_host.Services);
        Assert.True(await watch.LookAsync(default));
        Assert.False(await watch.LookAsync(default));
        using var reader = _host.AVisitor();
        var answer = await reader.Http.GetStringAsync(new Uri("/live/ledger?after=0", UriKind.Relative));
        Assert.Contains("ledger-head", answer, StringComparison.Ordinal);
        await _host.APostAsync(await _host.ATopicAsync());
        await _host.NumberAsync();
        Assert.True(await watch.LookAsync(default));
        // Watching adds nothing to the ledger itself.
        Assert.Equal(5, (await _host.LogAsync()).Count);
    }
}
