using System.Net;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Rules;
using Bungo.Forum.Verifier.Signatures;
using Bungo.Forum.Web.PublicActs;
using Bungo.Forum.Web.Tests.Features.Polls;
using Bungo.Forum.Web.Tests.Platform.Sequencing;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Ledger;

/// <summary>The receipt of an act as its author meets it.</summary>
public sealed class ActReceiptTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task After_posting_the_receipt_is_one_link_away_and_moves_from_waiting_to_recorded()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        using var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
        await visitor.SubmitAsync("form#tulis button[type=submit]:not([name])", ("Body", "Mohon loket tambahan."));
        await visitor.FollowAsync("main .notice[role=status] a");
        Assert.Equal("Diterima", visitor.Page.QuerySelector(".states [aria-current]")!.TextContent);
        Assert.Null(visitor.Page.QuerySelector("[data-check]"));

        await host.NumberAsync();
        await visitor.GetAsync(visitor.Path);
        Assert.Equal("Tercatat", visitor.Page.QuerySelector(".states [aria-current]")!.TextContent);
        var full = await ReadAsync(visitor, "a[href$='/lengkap']");
        Assert.Equal("Mohon loket tambahan.", System.Text.Encoding.UTF8.GetString(full.Openings.Single(o => o.Label == "body").Content.Span));
        Assert.Empty((await ReadAsync(visitor, "a[href^='/buku/v1/tanda-terima/']")).Openings);
        Assert.Contains(full.Leaf.Hash().ToString(), visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_posts_lead_to_their_receipt_and_it_to_the_earlier_ones()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author);
        await host.NumberAsync();
        using var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync($"/diskusi/kiriman/{post.Id}/sunting");
        await visitor.SubmitAsync("main form button[type=submit]:not([name])", ("Body", "Mohon dijelaskan, dan dijadwalkan."));
        await visitor.FollowAsync($"#post-1 a.own[href='/diskusi/kiriman/{post.Id}/bukti']");
        Assert.StartsWith("/buku/tanda-terima/", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("disunting", visitor.Page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("#riwayat ~ .links a").Length);

        await visitor.GetAsync("/buku/saya");
        Assert.Equal(2, visitor.Page.QuerySelectorAll(".list > li").Length);
        await host.NumberAsync();
    }

    [Fact]
    public async Task What_opens_an_act_is_given_to_its_author_alone()
    {
        var author = await host.AnAccountAsync();
        var post = await host.APostAsync(await host.ATopicAsync(), author);
        await host.NumberAsync();
        var address = $"/buku/tanda-terima/{await ActAsync(post)}";
        using var stranger = await host.AVisitorAsync(await host.AnAccountAsync(Role.Admin));
        await stranger.GetAsync(address);
        Assert.Null(stranger.Page.QuerySelector("a[href$='/lengkap']"));
        await stranger.GetAsync(address + "/lengkap");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        using var nobody = host.AVisitor();
        await nobody.GetAsync(address + "/lengkap");
        Assert.StartsWith("/masuk", nobody.Path, StringComparison.Ordinal);
        await nobody.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        Assert.DoesNotContain("Mohon dijelaskan.", nobody.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voter_gets_the_receipt_of_the_ballot_and_nobody_else_what_opens_it()
    {
        var poll = await host.APollAsync();
        await host.RunJobAsync();
        var voter = await host.AnAccountAsync(verified: true);
        using var visitor = await host.AVisitorAsync(voter);
        await visitor.GetAsync($"/jajak/{poll.Id}-{poll.Slug}");
        await visitor.SubmitAsync("main form button[type=submit]", ("pilihan", LedgerId.Of(poll.Options[1].Id)));
        await visitor.FollowAsync("main .notice[role=status] a");
        Assert.Contains("dikocok", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var address = visitor.Path;

        // Ballots wait for others, an hour at most.
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.NumberAsync();
        await visitor.GetAsync(address);
        Assert.Contains("tahu apa yang Anda pilih", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var full = await ReadAsync(visitor, "a[href$='/lengkap']");
        Assert.Equal($"[\"{LedgerId.Of(poll.Options[1].Id)}\"]", System.Text.Encoding.UTF8.GetString(full.Openings.Single(o => o.Label == "pilihan").Content.Span));
        using var other = await host.AVisitorAsync(await host.AnAccountAsync(verified: true));
        await other.GetAsync(address + "/lengkap");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task The_QR_codes_address_says_whether_paper_and_ledger_agree()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        await host.NumberAsync();
        var act = await ActAsync(post);
        using var reader = host.AVisitor();
        await reader.GetAsync($"/buku/tanda-terima/{act}");
        Assert.NotNull(reader.Page.QuerySelector(".qr svg path"));
        var fingerprint = reader.Page.QuerySelectorAll(".kv code")[^1].TextContent;
        await reader.GetAsync($"/buku/tanda-terima/{act}?sidik={fingerprint[..16]}");
        Assert.Contains("cocok dengan catatan ini", reader.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        foreach (var wrong in (string[])["0000000000000000", fingerprint[..4], "x"])
        {
            await reader.GetAsync($"/buku/tanda-terima/{act}?sidik={wrong}");
            Assert.Contains("TIDAK cocok", reader.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_download_of_ones_data_holds_a_full_receipt_for_each_act()
    {
        var author = await host.AnAccountAsync();
        var post = await host.APostAsync(await host.ATopicAsync(), author, "Ini kata-kata saya.");
        await host.NumberAsync();
        using var visitor = await host.AVisitorAsync(author);
        using var json = JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri("/akun/data.json", UriKind.Relative)));
        var act = Assert.Single(json.RootElement.GetProperty("publicActs").EnumerateArray().ToList());
        var receipt = Receipt.Parse(System.Text.Encoding.UTF8.GetBytes(act.GetProperty("receipt").GetString()!));
        var content = ReceiptContent.Parse(receipt.Extra);
        Assert.All(content.Openings, o => Assert.True(content.Leaf.IsOpenedBy(o)));
        Assert.Contains(content.Openings, o => System.Text.Encoding.UTF8.GetString(o.Content.Span) == "Ini kata-kata saya.");
        Assert.True(receipt.Check(content.Leaf.Hash(), TrustPolicy.Parse(host.Files.Read("kebijakan")), new BouncyVerifier()).IsRecorded);
        Assert.Equal(await ActAsync(post), act.GetProperty("act").GetString());
    }

    [Theory]
    [InlineData("/buku/tanda-terima/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/buku/tanda-terima/bukan-id")]
    [InlineData("/diskusi/kiriman/987654321/bukti")]
    [InlineData("/buku/periksa?tindakan=AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var reader = host.AVisitor();
        await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    private async Task<ReceiptContent> ReadAsync(Visitor visitor, string link)
    {
        var address = visitor.Page.QuerySelector(link)!.GetAttribute("href")!;
        var receipt = Receipt.Parse(await visitor.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        var content = ReceiptContent.Parse(receipt.Extra);
        Assert.All(content.Openings, o => Assert.True(content.Leaf.IsOpenedBy(o)));
        Assert.True(receipt.Check(content.Leaf.Hash(), TrustPolicy.Parse(host.Files.Read("kebijakan")), new BouncyVerifier()).IsRecorded);
        return content;
    }

    private Task<string> ActAsync(Post post) =>
        host.WithDbAsync(async db => ActId.From(await db.RecordedActs.Where(a => a.ObjectId == post.ObjectId).Select(a => a.ActId).SingleAsync()).ToString());
}
