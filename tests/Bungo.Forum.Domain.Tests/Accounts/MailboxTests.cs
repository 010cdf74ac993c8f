using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Domain.Tests.Accounts;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("rahmi@contoh.example")]
    [InlineData("  o'brien+forum@mail.contoh.example ")]
    [InlineData("siti@dinas.bungokab.go.id")]
    public void What_a_letter_can_reach_is_taken_without_its_blanks(string raw) =>
        Assert.Equal(raw.Trim(), Mailbox.Check(raw).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void An_address_must_be_given(string? raw)
    {
        Assert.True(Mailbox.Check(raw).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.MailMissing, refusal);
    }

    [Theory]
    [InlineData("rahmi")]
    [InlineData("@contoh.example")]
    [InlineData("rahmi@")]
    [InlineData("rahmi@contoh")]
    [InlineData("rahmi@contoh..example")]
    [InlineData("a@b@contoh.example")]
    [InlineData("a b@contoh.example")]
    [InlineData("a@contoh.example\nBcc:b@contoh.example")]
    [InlineData("a@contoh.example,b@contoh.example")]
    [InlineData("Rahmi <a@contoh.example>")]
    [InlineData("\"a\"@contoh.example")]
    public void What_no_letter_could_reach_or_names_more_than_one_is_refused(string raw)
    {
        Assert.True(Mailbox.Check(raw).IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.MailMalformed, refusal);
    }

    [Fact]
    public void An_address_longer_than_mail_allows_is_refused()
    {
        Assert.True(Mailbox.Check(new string('a', 64) + "@contoh.example").IsRefused(out _) == false);
        Assert.True(Mailbox.Check(new string('a', 65) + "@contoh.example").IsRefused(out _));
        Assert.True(Mailbox.Check("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".example").IsRefused(out _));
    }
}
