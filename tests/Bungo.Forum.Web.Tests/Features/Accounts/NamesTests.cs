using System.Net;
using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Tests.Features.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

/// <summary>Who may be called what (decision 12).</summary>
public class NamesTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public async Task Nobody_else_takes_a_name_that_reads_as_that_of_somebody_with_a_role(Role role)
    {
        await host.AnAccountAsync(role, $"Sri Lestari K{(int)role}");
        foreach (var name in new[] { $"Sri Lestari K{(int)role}", $"sri  lestari k{(int)role}", $"Sri L\u0435st\u0430ri K{(int)role}", $"Sri-Lestari-K{(int)role}", $"Srí Lestari K{(int)role}", $"Sri Iestari K{(int)role}", $"Sr1 Lestari K{(int)role}" })
            Assert.True(await IsReservedAsync(name), name);
        Assert.False(await IsReservedAsync($"Sri Lestari Dewi K{(int)role}"));
    }

    [Fact]
    public async Task It_is_refused_at_registration_and_on_the_account_page_and_what_was_typed_is_there()
    {
        await host.AnAccountAsync(Role.Moderator, "Hendra Moderat");
        using var visitor = host.AVisitor();
        await visitor.GetAsync("/daftar");
        await visitor.SubmitAsync("main form", ("Name", "Hendra Moderat"), ("Email", "hendra@contoh.example"), ("Password", "rahasia yang panjang"), ("IsOldEnough", "true"), ("Agrees", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("Hendra Moderat", visitor.Page.QuerySelector("input[name=Name]")!.GetAttribute("value"));

        using var member = await host.AVisitorAsync(await host.AnAccountAsync());
        await member.GetAsync("/akun");
        await member.SubmitAsync("main form", ("Name", "HENDRA MODERAT"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.NotNull(member.Page.GetElementById("Name-error"));
    }

    [Fact]
    public async Task Who_has_the_role_may_go_on_bearing_the_name_and_write_it_otherwise()
    {
        var moderator = await host.AnAccountAsync(Role.Moderator, "Yuni kartika");
        using var visitor = await host.AVisitorAsync(moderator);
        await visitor.GetAsync("/akun");
        await visitor.SubmitAsync("main form", ("Name", "Yuni Kartika"));
        Assert.Equal("Yuni Kartika", await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == moderator.Id).Select(a => a.Name).SingleAsync()));
    }

    [Fact]
    public async Task Names_in_another_script_are_compared_by_their_own_letters()
    {
        await host.AnAccountAsync(Role.Pejabat, "王小明");
        Assert.True(await IsReservedAsync("王小明"));
        Assert.False(await IsReservedAsync("李大山"));
        Assert.False(await IsReservedAsync("Tanpa Judul"));
    }

    [Fact]
    public async Task A_role_is_given_although_a_citizen_bears_the_name_whom_nobody_renames()
    {
        var citizen = await host.AnAccountAsync(name: "Dewi Anggraini");
        var official = await host.AnAccountAsync(name: "Dewi Anggraini");
        var given = await host.WithAsync<RoleGrants, Outcome<Account>>(grants => grants.ChangeAsync(ForumHost.MailOf(official.Id), Role.Pejabat, "Dinas Kesehatan", default));
        Assert.False(given.IsRefused(out _));
        Assert.Equal(1, await host.WithAsync<ReservedNames, int>(names => names.CountBearersAsync(given.Value, default)));
        using var visitor = await host.AVisitorAsync(citizen);
        await visitor.GetAsync("/akun");
        await visitor.SubmitAsync("main form", ("Name", "Dewi Lain"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await visitor.SubmitAsync("main form", ("Name", "Dewi Anggraini"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Fact]
    public async Task Who_is_suspended_says_nothing_by_a_new_name()
    {
        var account = await host.AnAccountAsync(name: "Nama Lama");
        using var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync("/akun");
        await host.SuspendAsync(account);
        await visitor.SubmitAsync("main form", ("Name", "Moderatornya Curang"));
        Assert.Equal("Nama Lama", await host.WithDbAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.Name).SingleAsync()));
    }

    private Task<bool> IsReservedAsync(string name) => host.WithAsync<ReservedNames, bool>(async names =>
        (await names.CheckAsync(name, null, default)).IsRefused(out var refusal) && refusal == AccountRefusals.NameReserved);
}
