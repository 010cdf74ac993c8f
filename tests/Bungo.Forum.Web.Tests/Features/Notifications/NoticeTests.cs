using System.Net;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Notifications;

public class NoticeTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_author_of_a_hidden_post_is_told_in_the_site_and_by_mail_with_reasons_and_how_to_object()
    {
        var author = await host.AnAccountAsync(name: "Rahmi A.");
        var post = await host.APostAsync(await host.ATopicAsync(title: "Bukti pengalaman"), author);
        var decision = await host.HideAsync(post);

        var letter = Assert.Single(await LettersToAsync(author));
        Assert.Contains("disembunyikan", letter.Subject, StringComparison.Ordinal);
        Assert.All(["Rahmi A.", "T-4", Desk.Reason, "Bukti pengalaman", "Dinas Kominfo", "8 Desember 2026", Urls.Appeal(decision.Id), "7 hari kerja", "/pemberitahuan/"],
            part => Assert.Contains(part, letter.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Mohon dijelaskan", letter.Text, StringComparison.Ordinal);

        var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync(Urls.Rules);
        Assert.StartsWith("1", visitor.Page.QuerySelector("header.bar .unread-count")!.TextContent, StringComparison.Ordinal);
        await visitor.FollowAsync("header.bar a.notices-link");
        await visitor.FollowAsync("ul.notices .unread a");
        var text = visitor.Page.QuerySelector("main")!.TextContent;
        Assert.All(["T-4", Desk.Reason, "Dinas Kominfo", "8 Desember 2026", Urls.Appeal(decision.Id)], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains(post.Body, visitor.Page.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("header.bar .unread-count"));
    }

    [Fact]
    public async Task A_letter_is_written_in_the_readers_language()
    {
        var author = await host.AnAccountAsync();
        await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == author.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Language, "en")));
        await host.HideAsync(await host.APostAsync(await host.ATopicAsync(), author));
        var letter = Assert.Single(await LettersToAsync(author));
        Assert.StartsWith("Your post was hidden", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("8 December 2026", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_account_and_the_opener_of_a_locked_topic_are_told()
    {
        var account = await host.AnAccountAsync();
        await host.LockAsync(await host.ATopicAsync(account));
        await host.SuspendAsync(account);
        var letters = await LettersToAsync(account);
        Assert.Equal(2, letters.Count);
        Assert.Contains(letters, l => l.Subject.StartsWith("Topik Anda dikunci", StringComparison.Ordinal));
        Assert.Contains(letters, l => l.Subject.StartsWith("Akun Anda ditangguhkan", StringComparison.Ordinal));
        Assert.Equal(2, await host.WithDbAsync(db => db.Notices.CountAsync(n => n.AccountId == account.Id && n.Kind == NoticeKind.Decided)));
    }

    [Fact]
    public async Task Who_flagged_is_told_of_the_decision_and_only_by_a_notice()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var flagger = await host.AnAccountAsync();
        await host.FlagAsync(post, by: flagger);
        await host.HideAsync(post, grounds: Desk.Grounds with { Source = DecisionSource.Report });
        var visitor = await host.AVisitorAsync(flagger);
        await visitor.GetAsync(Urls.Notices);
        await visitor.FollowAsync("ul.notices a");
        Assert.Contains(Desk.Reason, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("main blockquote"));
        Assert.Empty(await LettersToAsync(flagger));
    }

    [Fact]
    public async Task A_reply_is_a_notice_and_a_letter_only_for_who_asked_for_one()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author);
        await host.APostAsync(topic, parent: post, body: "Setuju sekali.");
        Assert.Empty(await LettersToAsync(author));
        var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync(Urls.NoticeSettings);
        await visitor.SubmitAsync("main form", ("Replies", "true"));
        Assert.True(visitor.Page.QuerySelector("input[name=Replies]")!.HasAttribute("checked"));
        await host.APostAsync(topic, parent: post, body: "Setuju juga.");
        var letter = Assert.Single(await LettersToAsync(author));
        Assert.DoesNotContain("Setuju juga", letter.Text, StringComparison.Ordinal);

        await visitor.GetAsync(Urls.Notices);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("ul.notices li.unread").Length);
        await visitor.FollowAsync("ul.notices a");
        Assert.Contains($"/diskusi/{topic.Id}-", visitor.Path, StringComparison.Ordinal);
        await visitor.GetAsync(Urls.Notices);
        await visitor.SubmitAsync("main form");
        Assert.Empty(visitor.Page.QuerySelectorAll("ul.notices li.unread"));
    }

    [Fact]
    public async Task An_official_answer_goes_out_by_mail_unless_it_was_declined()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author);
        var official = await host.AnAccountAsync(Role.Pejabat);
        await host.APostAsync(topic, official, "Diterima.", post);
        var letter = Assert.Single(await LettersToAsync(author));
        Assert.Contains("BKPSDM Kabupaten Bungo", letter.Text, StringComparison.Ordinal);
        var visitor = await host.AVisitorAsync(author);
        await visitor.GetAsync(Urls.NoticeSettings);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["form_token"] = visitor.Page.QuerySelector("main [name=form_token]")!.GetAttribute("value")! });
        using var saved = await visitor.Http.PostAsync(new Uri(Urls.NoticeSettings, UriKind.Relative), content);
        await host.APostAsync(topic, official, "Ditambah.", post);
        Assert.Single(await LettersToAsync(author));
        Assert.Equal(2, await host.WithDbAsync(db => db.Notices.CountAsync(n => n.AccountId == author.Id && n.Kind == NoticeKind.OfficialAnswer)));
    }

    [Fact]
    public async Task Nobody_is_told_of_their_own_reply_and_nobody_reads_anothers_notice()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author);
        await host.APostAsync(topic, author, "Tambahan sendiri.", post);
        Assert.False(await host.WithDbAsync(db => db.Notices.AnyAsync(n => n.AccountId == author.Id)));
        await host.HideAsync(post);
        var notice = await host.WithDbAsync(db => db.Notices.SingleAsync(n => n.AccountId == author.Id));
        var other = await host.AVisitorAsync(await host.AnAccountAsync());
        await other.GetAsync(Urls.Notice(notice.Id));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Null(await host.WithDbAsync(db => db.Notices.Where(n => n.Id == notice.Id).Select(n => n.ReadAt).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_without_account_gets_no_number_and_the_kept_page()
    {
        var visitor = host.AVisitor();
        await visitor.GetAsync(Urls.ModerationLog);
        Assert.Null(visitor.Page.QuerySelector("header.bar a.notices-link"));
        Assert.Equal(0, await host.FewestStatementsAsync(visitor, Urls.ModerationLog));
    }

    [Fact]
    public async Task The_number_in_the_header_takes_one_statement_however_many_notices()
    {
        var author = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, author);
        var visitor = await host.AVisitorAsync(author);
        Assert.Equal(1, await host.FewestStatementsAsync(visitor, Urls.Rules));
        for (var i = 0; i < 5; i++) await host.APostAsync(topic, parent: post);
        Assert.Equal(1, await host.FewestStatementsAsync(visitor, Urls.Rules));
        Assert.StartsWith("5", visitor.Page.QuerySelector("header.bar .unread-count")!.TextContent, StringComparison.Ordinal);
    }

    private Task<List<Letter>> LettersToAsync(Account account)
    {
        var address = ForumHost.MailOf(account.Id);
        return host.WithDbAsync(db => db.Letters.Where(l => l.To == address).ToListAsync());
    }
}
