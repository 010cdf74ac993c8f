using System.Text.Json;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Accounts;

public sealed class RoleGrantsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_role_given_and_taken_is_two_acts_on_one_object_and_names_nobody_in_clear()
    {
        var account = await host.AnAccountAsync(name: "Calon Moderator");
        var mail = ForumHost.MailOf(account.Id);
        Assert.Equal(Role.Moderator, (await ChangeAsync(mail, Role.Moderator)).Role);
        Assert.Equal(Role.Warga, (await ChangeAsync(mail, Role.Warga)).Role);

        var grant = await host.WithDbAsync(db => db.RoleGrants.SingleAsync(g => g.AccountId == account.Id));
        Assert.NotNull(grant.RevokedAt);
        var leaves = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == grant.ObjectId).Select(a => new { a.Kind, a.Leaf, a.ActId }).ToListAsync());
        Assert.Equal(["peran.beri", "peran.cabut"], leaves.Select(l => l.Kind).Order());
        foreach (var leaf in leaves)
        {
            using var json = JsonDocument.Parse(leaf.Leaf);
            Assert.Equal("moderator", json.RootElement.GetProperty("x").GetProperty("peran").GetString());
            Assert.Equal("bkpsdm-kabupaten-bungo", json.RootElement.GetProperty("x").GetProperty("kantor").GetString());
            Assert.Equal("sistem", json.RootElement.GetProperty("a").GetString());
            Assert.DoesNotContain("Calon", System.Text.Encoding.UTF8.GetString(leaf.Leaf), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_session_has_the_new_role_within_a_minute()
    {
        var account = await host.AnAccountAsync();
        using var visitor = await host.AVisitorAsync(account);
        await ChangeAsync(ForumHost.MailOf(account.Id), Role.Admin);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await visitor.GetAsync("/akun");
        Assert.Contains("Pengelola", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_opened_with_a_role_has_its_act()
    {
        var opened = await host.WithAsync<RoleGrants, Account>(async roles =>
            (await roles.OpenAsync("pejabat@contoh.example", "Sari", ForumHost.Password, Role.Pejabat, "Dinas Kesehatan", true, default)).Value);
        Assert.True(opened is { Role: Role.Pejabat, IsVerified: true, Office: "Dinas Kesehatan" });
        var grant = await host.WithDbAsync(db => db.RoleGrants.SingleAsync(g => g.AccountId == opened.Id));
        Assert.True(await host.WithDbAsync(db => db.RecordedActs.AnyAsync(a => a.ObjectId == grant.ObjectId && a.Kind == "peran.beri")));
        using var visitor = host.AVisitor();
        await visitor.SignInAsync("pejabat@contoh.example", ForumHost.Password);
    }

    [Fact]
    public async Task Deleting_an_officials_account_revokes_the_role_and_nobody_can_open_whose_it_was()
    {
        var account = await host.AnAccountAsync();
        await ChangeAsync(ForumHost.MailOf(account.Id), Role.Penilai);
        await host.WithAsync<AccountErasure, bool>(async erasure =>
        {
            await erasure.EraseAsync(account.Id, default);
            return true;
        });
        var grant = await host.WithDbAsync(db => db.RoleGrants.SingleAsync(g => g.AccountId == account.Id));
        Assert.NotNull(grant.RevokedAt);
        var acts = await host.WithDbAsync(db => db.RecordedActs.Where(a => a.ObjectId == grant.ObjectId).Select(a => a.ActId).ToListAsync());
        Assert.Equal(2, acts.Count);
        Assert.All(await host.WithDbAsync(db => db.ActOpenings.Where(o => acts.Contains(o.ActId)).ToListAsync()), o => Assert.Null(o.Salt));
    }

    private Task<Account> ChangeAsync(string mail, Role role) => host.WithAsync<RoleGrants, Account>(async roles =>
        (await roles.ChangeAsync(mail, role, "BKPSDM Kabupaten Bungo", default)).Value);
}
