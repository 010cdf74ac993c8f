using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Tests.Accounts;

public sealed class RoleGrantTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_role_given_and_revoked_leaves_a_citizen()
    {
        var account = Account.Open("Sari", Role.Warga, null, Now).Value;
        var grant = RoleGrant.Give(account, Role.Pejabat, " Dinas  Kesehatan ", Now).Value;
        Assert.True(account is { Role: Role.Pejabat, Office: "Dinas Kesehatan" });
        Assert.NotEqual(account.ObjectId, grant.ObjectId);

        grant.Revoke(account, Now.AddDays(1));
        grant.Revoke(account, Now.AddDays(2));
        Assert.Equal(Now.AddDays(1), grant.RevokedAt);
        Assert.True(account is { Role: Role.Warga, Office: null });
    }

    [Fact]
    public void Who_speaks_for_an_office_needs_one()
    {
        var account = Account.Open("Sari", Role.Warga, null, Now).Value;
        Assert.True(RoleGrant.Give(account, Role.Pejabat, " ", Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.OfficeMissing, refusal);
        Assert.Equal(Role.Warga, account.Role);
    }

    [Fact]
    public void Citizenship_is_nobodys_to_give_and_the_deleted_get_no_role()
    {
        var account = Account.Open("Sari", Role.Warga, null, Now).Value;
        Assert.True(RoleGrant.Give(account, Role.Warga, null, Now).IsRefused(out _));
        account.Delete(Now);
        Assert.True(RoleGrant.Give(account, Role.Admin, null, Now).IsRefused(out _));
    }

    [Fact]
    public void An_official_cannot_take_another_name_and_the_administrator_can_correct_it()
    {
        var official = Account.Open("Sari", Role.Pejabat, "Dinas Kesehatan", Now).Value;
        Assert.True(official.Rename("Samaran", Now).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.OfficialNameFixed, refusal);
        Assert.Equal("Sari Dewi", official.Correct(" Sari Dewi ").Value.Name);
    }
}
