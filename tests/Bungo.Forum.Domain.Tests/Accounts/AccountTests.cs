using Bungo.Forum.Domain.Accounts;
using CsCheck;

namespace Bungo.Forum.Domain.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Deleting_leaves_nothing_that_names_the_person()
    {
        var account = Account.Open("Sari", Role.Pejabat, "Dinas Kesehatan", Now).Value;
        var ledgerId = account.ObjectId;
        account.Verify(Now);
        account.Delete(Now.AddDays(1));
        Assert.True(account is { Name: "", Office: null, VerifiedAt: null, Role: Role.Warga, IsDeleted: true });
        Assert.NotEqual(ledgerId, account.ObjectId);
    }

    [Fact]
    public void The_deleted_may_do_nothing()
    {
        var account = Account.Open("Sari", Role.Warga, null, Now).Value;
        account.Delete(Now);
        Assert.All(Enum.GetValues<Permission>(), p => Assert.True(account.May(p, Now).IsRefused(out _)));
    }

    [Fact]
    public void A_name_is_taken_as_one_line_of_bounded_length_or_refused_whatever_is_sent() => Gen.String.Sample(raw =>
    {
        if (Account.CheckName(raw).IsRefused(out _)) return;
        var name = Account.CheckName(raw).Value;
        Assert.InRange(name.Length, 1, Account.LongestName);
        Assert.DoesNotContain(name, char.IsControl);
        Assert.Equal(name, Account.CheckName(name).Value);
    });

    [Fact]
    public void No_role_both_speaks_for_an_office_and_moderates() => Assert.All(
        Enum.GetValues<Role>(), role => Assert.False(role.Allows(Permission.SpeakForOffice) && role.Allows(Permission.Moderate)));

    [Fact]
    public void Every_permission_is_somebodys() => Assert.All(
        Enum.GetValues<Permission>(), permission => Assert.Contains(Enum.GetValues<Role>(), role => role.Allows(permission)));

    [Theory]
    [InlineData("", 1, 0, "token-name-wrong")]
    [InlineData("skrip", 0, 0, "token-days-wrong")]
    [InlineData("skrip", TokenLimits.MostDays + 1, 0, "token-days-wrong")]
    [InlineData("skrip", 30, TokenLimits.Most, "too-many-tokens")]
    public void A_token_has_a_name_an_end_and_few_others_beside_it(string name, int days, int held, string code)
    {
        Assert.True(TokenLimits.Check(name, days, held).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
        Assert.False(TokenLimits.Check("skrip", 30, 0).IsRefused(out _));
    }
}
