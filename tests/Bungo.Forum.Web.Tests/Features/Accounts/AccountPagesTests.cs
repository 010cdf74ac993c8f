using System.Net;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

public sealed class AccountPagesTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string NewPassword = "kata sandi yang baru";

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_link_that_works_once()
    {
        var account = await host.AnAccountAsync();
        var mail = ForumHost.MailOf(account.Id);
        using var elsewhere = await host.AVisitorAsync(account);
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/sandi/lupa");
        await visitor.SubmitAsync("main form", ("Email", mail));
        var notice = visitor.Page.QuerySelector(".notice")!.TextContent;

        var link = await host.LinkToAsync(mail);
        await visitor.GetAsync(link);
        await visitor.SubmitAsync("main form", ("Password", NewPassword));
        Assert.Equal("/masuk", visitor.Path);
        await visitor.GetAsync(link);
        await visitor.SubmitAsync("main form", ("Password", "kata sandi yang ketiga"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("sudah dipakai", visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        await visitor.SignInAsync(mail, NewPassword);
        Assert.Contains("diubah", (await host.LettersToAsync(mail))[^1].Text, StringComparison.Ordinal);
        await AssertSignedOutAfterAMinuteAsync(elsewhere);

        using var nobody = host.AVisitor();
        await nobody.GetAsync("/sandi/lupa");
        await nobody.SubmitAsync("main form", ("Email", "tidak-ada@contoh.example"));
        Assert.Equal(notice, nobody.Page.QuerySelector(".notice")!.TextContent);
        Assert.Empty(await host.LettersToAsync("tidak-ada@contoh.example"));
    }

    [Fact]
    public async Task Setting_a_new_password_lifts_the_lock_of_too_many_tries()
    {
        var account = await host.AnAccountAsync();
        var mail = ForumHost.MailOf(account.Id);
        using var visitor = host.AVisitor();
        for (var i = 0; i < 6; i++)
        {
            await visitor.GetAsync("/masuk");
            await visitor.SubmitAsync("main form", ("Email", mail), ("Password", "salah salah salah"));
        }

        await visitor.GetAsync("/sandi/lupa");
        await visitor.SubmitAsync("main form", ("Email", mail));
        await visitor.GetAsync(await host.LinkToAsync(mail));
        await visitor.SubmitAsync("main form", ("Password", NewPassword));
        await visitor.SignInAsync(mail, NewPassword);
    }

    [Fact]
    public async Task The_password_is_changed_by_who_knows_the_old_one_and_ends_other_sessions_only()
    {
        var account = await host.AnAccountAsync();
        using var visitor = await host.AVisitorAsync(account);
        using var elsewhere = await host.AVisitorAsync(account);
        await visitor.GetAsync("/akun/sandi");
        await visitor.SubmitAsync("main form", ("Password", "bukan yang lama"), ("PasswordNew", NewPassword));
        Assert.Contains("salah", visitor.Page.QuerySelector("#Password-error")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync("main form", ("Password", ForumHost.Password), ("PasswordNew", "pendek"));
        Assert.NotNull(visitor.Page.QuerySelector("#PasswordNew-error"));
        await visitor.SubmitAsync("main form", ("Password", ForumHost.Password), ("PasswordNew", NewPassword));
        Assert.Equal("/akun", visitor.Path);

        await AssertSignedOutAfterAMinuteAsync(elsewhere);
        await visitor.GetAsync("/akun");
        Assert.Equal("/akun", visitor.Path);
    }

    [Fact]
    public async Task A_new_mail_address_counts_from_when_its_link_was_opened()
    {
        var account = await host.AnAccountAsync();
        var old = ForumHost.MailOf(account.Id);
        var fresh = $"baru{account.Id}@contoh.example";
        using var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync("/akun/surel");
        await visitor.SubmitAsync("main form", ("Email", fresh), ("Password", ForumHost.Password));
        var link = await host.LinkToAsync(fresh);

        var other = await host.AnAccountAsync();
        using var stranger = await host.AVisitorAsync(other);
        await stranger.GetAsync(link);
        await stranger.SubmitAsync("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);

        await visitor.GetAsync(link.Replace("surel=baru", "surel=lain", StringComparison.Ordinal));
        await visitor.SubmitAsync("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.GetAsync(link);
        await visitor.SubmitAsync("main form");
        Assert.Equal("/akun", visitor.Path);
        Assert.Contains("memakai alamat surel lain", Assert.Single(await host.LettersToAsync(old)).Text, StringComparison.Ordinal);
        using var again = host.AVisitor();
        await again.SignInAsync(fresh, ForumHost.Password);
    }

    [Fact]
    public async Task Wanting_anothers_address_tells_nothing_but_to_its_owner()
    {
        var owner = await host.AnAccountAsync();
        using var visitor = await host.AVisitorAsync(await host.AnAccountAsync());
        await visitor.GetAsync("/akun/surel");
        await visitor.SubmitAsync("main form", ("Email", ForumHost.MailOf(owner.Id)), ("Password", ForumHost.Password));
        Assert.Equal("/akun", visitor.Path);
        Assert.Contains("sudah punya akun sendiri", Assert.Single(await host.LettersToAsync(ForumHost.MailOf(owner.Id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_language_are_changed_and_seen_at_once()
    {
        using var visitor = await host.AVisitorAsync(await host.AnAccountAsync(name: "Lama"));
        await visitor.GetAsync("/akun");
        await visitor.SubmitAsync("main form", ("Name", "  Nama   Baru "), ("Language", "en"));
        Assert.Equal("Nama Baru", visitor.Page.QuerySelector("header.bar a[href='/akun']")!.TextContent);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        await visitor.SubmitAsync("main form", ("Name", "Kabupaten Bungo"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Fact]
    public async Task An_official_keeps_the_name_the_office_knows()
    {
        var official = await host.AnAccountAsync(Role.Pejabat, "Sari Dewi");
        using var visitor = await host.AVisitorAsync(official);
        await visitor.GetAsync("/akun");
        await visitor.SubmitAsync("main form", ("Name", "Nama Samaran"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("Sari Dewi", await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == official.Id).Select(a => a.Name).SingleAsync()));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var account = await host.AnAccountAsync();
        using var here = await host.AVisitorAsync(account);
        using var there = await host.AVisitorAsync(account);
        await here.GetAsync("/akun/keluar-semua");
        await here.SubmitAsync("main form");
        await here.GetAsync("/akun");
        Assert.StartsWith("/masuk", here.Path, StringComparison.Ordinal);
        await AssertSignedOutAfterAMinuteAsync(there);
    }

    [Fact]
    public async Task One_downloads_ones_own_data_and_nobody_elses()
    {
        var account = await host.AnAccountAsync(name: "Punya Saya");
        var topic = await host.ATopicAsync();
        await host.APostAsync(topic, account, "Tulisan saya sendiri");
        await host.APostAsync(topic, null, "Tulisan orang lain");
        using var visitor = await host.AVisitorAsync(account);
        var response = await visitor.Http.GetAsync(new Uri("/akun/data.json", UriKind.Relative));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        var text = await response.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        Assert.Equal("Punya Saya", json.RootElement.GetProperty("account")[0].GetProperty("name").GetString());
        Assert.Equal("Tulisan saya sendiri", json.RootElement.GetProperty("posts")[0].GetProperty("body").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("posts").GetArrayLength());
        Assert.DoesNotContain("asswordHash", text, StringComparison.Ordinal);

        using var anonymous = host.AVisitor();
        await anonymous.GetAsync("/akun/data.json");
        Assert.StartsWith("/masuk", anonymous.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_an_account_erases_the_person_and_leaves_the_posts_their_places()
    {
        var account = await host.AnAccountAsync(name: "Akan Pergi", verified: true);
        var mail = ForumHost.MailOf(account.Id);
        var topic = await host.ATopicAsync();
        var post = await host.APostAsync(topic, account, "Tetap di sini");
        var kept = await host.APostAsync(topic, null, "Orang lain");
        Assert.Equal(1, await ActorOpeningsAsync(account.ObjectId));
        var tombstones = await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.Kind == "hapus"));
        using var visitor = await host.AVisitorAsync(account);
        using var elsewhere = await host.AVisitorAsync(account);
        await visitor.GetAsync("/akun/hapus");
        await visitor.SubmitAsync("main form", ("Password", "bukan kata sandinya"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SubmitAsync("main form", ("Password", ForumHost.Password));

        var row = await host.WithDbAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id));
        Assert.True(row is { IsDeleted: true, Name: "", IsVerified: false });
        Assert.NotEqual(account.ObjectId, row.ObjectId);
        Assert.False(await host.WithDbAsync(db => db.Users.AnyAsync(u => u.Id == account.Id)));
        Assert.Equal(0, await ActorOpeningsAsync(account.ObjectId));
        Assert.True(await host.WithDbAsync(db => db.ActOpenings.AnyAsync(o => o.Label == "actor" && o.State == OpeningState.Open)));
        Assert.Equal(tombstones + 1, await host.WithDbAsync(db => db.RecordedActs.CountAsync(a => a.Kind == "hapus")));
        Assert.Contains("surel terakhir", Assert.Single(await host.LettersToAsync(mail)).Text, StringComparison.Ordinal);

        using var reader = host.AVisitor();
        await reader.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
        Assert.DoesNotContain("Akan Pergi", reader.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector($"#post-{post.Number}"));
        await AssertSignedOutAfterAMinuteAsync(elsewhere);
        await reader.GetAsync("/masuk");
        await reader.SubmitAsync("main form", ("Email", mail), ("Password", ForumHost.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.NotEqual(post.Id, kept.Id);
    }

    [Fact]
    public async Task A_session_that_outlives_its_account_for_a_moment_cannot_write()
    {
        var account = await host.AnAccountAsync();
        var topic = await host.ATopicAsync();
        using var visitor = await host.AVisitorAsync(account);
        using var elsewhere = await host.AVisitorAsync(account);
        await elsewhere.GetAsync($"/diskusi/{topic.Id}-{topic.Slug}");
        await visitor.GetAsync("/akun/hapus");
        await visitor.SubmitAsync("main form", ("Password", ForumHost.Password));
        await elsewhere.SubmitAsync("#tulis", ("Body", "Masih di sini"));
        Assert.False(await host.WithDbAsync(db => db.Posts.AnyAsync(p => p.AuthorId == account.Id)));
        await elsewhere.GetAsync("/akun");
        Assert.StartsWith("/masuk", elsewhere.Path, StringComparison.Ordinal);
    }

    private Task<int> ActorOpeningsAsync(Guid ledgerId)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(LedgerId.Of(ledgerId));
        return host.WithDbAsync(db => db.ActOpenings.CountAsync(o => o.Content == content));
    }

    private async Task AssertSignedOutAfterAMinuteAsync(Visitor visitor)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await visitor.GetAsync("/akun");
        Assert.StartsWith("/masuk", visitor.Path, StringComparison.Ordinal);
    }
}
