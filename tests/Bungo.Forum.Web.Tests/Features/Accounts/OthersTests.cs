using System.Net;
using System.Text.RegularExpressions;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Announcements;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

/// <summary>What belongs to somebody else, asked for by its number: answered as what does not exist, word for word.</summary>
public sealed partial class OthersTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const long Nowhere = 999_999_999;

    [Fact]
    public async Task A_notice()
    {
        var author = await host.AnAccountAsync();
        await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        var notice = await host.WithDbAsync(db => db.Notices.Where(n => n.AccountId == author.Id).Select(n => n.Id).SingleAsync());
        await SameAsync(await host.AnAccountAsync(), Urls.Notice(notice), Urls.Notice(Nowhere));
        Assert.Null(await host.WithDbAsync(db => db.Notices.Where(n => n.Id == notice).Select(n => n.ReadAt).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_of_another_office()
    {
        var draft = await host.ADraftAsync(await host.AnAccountAsync(Role.Pejabat));
        await SameAsync(await host.AnAccountAsync(Role.Pejabat, office: "Dinas Lain"), Urls.AnnouncementDraft(draft.Id), Urls.AnnouncementDraft(Nowhere));
    }

    [Fact]
    public async Task A_draft_of_another_office_is_neither_written_nor_thrown_away()
    {
        var draft = await host.ADraftAsync(await host.AnAccountAsync(Role.Pejabat));
        using var visitor = await host.AVisitorOnAsync(await host.AnAccountAsync(Role.Pejabat, office: "Dinas Lain"), "/tata-tertib");
        (string, string)[] fields = [("Subject", "Diambil alih"), ("Body", "Isi"), ("Edition", "1"), ("aksi", "terbitkan")];
        var (theirs, none) = (await visitor.PostAsync(Urls.AnnouncementDraft(draft.Id), fields), await visitor.PostAsync(Urls.AnnouncementDraft(Nowhere), fields));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, none.Status));
        await visitor.PostAsync(Urls.ManageAnnouncements + "?handler=Discard", ("id", $"{draft.Id}"));
        Assert.Equal("Konsep", await host.WithDbAsync(db => db.AnnouncementDrafts.Where(d => d.Id == draft.Id).Select(d => d.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_link_that_changes_a_mail_address()
    {
        var (owner, stranger) = (await host.AnAccountAsync(), await host.AnAccountAsync());
        using (var visitor = await host.AVisitorOnAsync(owner, "/akun/surel"))
            await visitor.SubmitAsync("main form", ("Email", "pindah@contoh.example"), ("Password", ForumHost.Password));
        var letter = await host.WithDbAsync(db => db.Letters.Where(l => l.To == "pindah@contoh.example").Select(l => l.Text).SingleAsync());
        var link = Link().Match(letter).Value;
        using var thief = await host.AVisitorOnAsync(stranger, "/tata-tertib");
        var (stolen, invented) = (await thief.PostAsync(link), await thief.PostAsync($"/akun/surel/konfirmasi?akun={stranger.Id}&surel=pindah@contoh.example&kode=palsu"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (stolen.Status, invented.Status));
        Assert.Equal(2, await host.WithDbAsync(db => db.Users.CountAsync(u => u.Email == ForumHost.MailOf(owner.Id) || u.Email == ForumHost.MailOf(stranger.Id))));
    }

    [Fact]
    public async Task A_token_and_what_is_kept_about_a_person()
    {
        var (owner, stranger) = (await host.AnAccountAsync(name: "Pemilik Data"), await host.AnAccountAsync());
        using var program = await host.AProgramAsync(owner);
        using var visitor = await host.AVisitorOnAsync(stranger, "/tata-tertib");
        var token = await host.WithDbAsync(db => db.AccessTokens.Where(t => t.AccountId == owner.Id).Select(t => t.Id).SingleAsync());
        var (theirs, none) = (await visitor.PostAsync("/akun/token?handler=Revoke", ("id", $"{token}")), await visitor.PostAsync("/akun/token?handler=Revoke", ("id", $"{Nowhere}")));
        Assert.Equal(theirs.Status, none.Status);
        Assert.True(await host.WithDbAsync(db => db.AccessTokens.AnyAsync(t => t.Id == token)));
        foreach (var query in new[] { "", $"?id={owner.Id}", $"?akun={owner.Id}", $"?accountId={owner.Id}" })
            Assert.DoesNotContain("Pemilik Data", await visitor.Http.GetStringAsync(new Uri("/akun/data.json" + query, UriKind.Relative)), StringComparison.Ordinal);
    }

    private async Task SameAsync(Account asker, string theirs, string none)
    {
        using var visitor = await host.AVisitorAsync(asker);
        var (one, other) = (await visitor.GetAsync(theirs), await visitor.GetAsync(none));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(other.QuerySelector("main")!.TextContent, one.QuerySelector("main")!.TextContent);
    }

    [GeneratedRegex(@"/akun/surel/konfirmasi\?\S+")]
    private static partial Regex Link();
}
