using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("empat kata acak mudah")]
    [InlineData("Ω≈ç√∫˜µ≤≥÷")]
    public void Length_is_enough(string password) => Assert.Equal(password, Password.Check(password, "a@contoh.example", "Rahmi").Value);

    [Theory]
    [InlineData(null, "password-too-short")]
    [InlineData("123456789", "password-too-short")]
    [InlineData("Indonesia123", "password-too-easy")]
    [InlineData("ababababababab", "password-too-easy")]
    [InlineData("Rahmi.Aulia@contoh.example", "password-too-easy")]
    [InlineData("rahmi.aulia", "password-too-easy")]
    [InlineData("Rahmi Aulia", "password-too-easy")]
    public void What_everybody_tries_first_is_refused(string? password, string code)
    {
        Assert.True(Password.Check(password, "rahmi.aulia@contoh.example", "rahmi aulia").IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void A_password_too_long_to_have_been_typed_is_refused()
    {
        var longest = string.Concat(Enumerable.Range(0, Password.Longest).Select(i => (char)('a' + (i % 26))));
        Assert.False(Password.Check(longest, null, null).IsRefused(out _));
        Assert.True(Password.Check(longest + "x", null, null).IsRefused(out _));
    }
}
