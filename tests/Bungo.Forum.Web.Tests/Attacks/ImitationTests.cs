using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Accounts;
using Bungo.Forum.Web.Platform;

namespace Bungo.Forum.Web.Tests.Attacks;

/// <summary>Names and cells that pass for something else.</summary>
public class ImitationTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("Admin Forum")]
    [InlineData("\u0410dmin")]
    [InlineData("M\u043Ederator")]
    [InlineData("\uFF21\uFF44\uFF4D\uFF49\uFF4E")]
    [InlineData("A\u200Bdmin")]
    [InlineData("BKPSDM Kabupaten Bung\u043E")]
    public async Task A_name_that_reads_as_an_office_or_a_moderator_is_refused(string name)
    {
        await host.AnAccountAsync(Role.Pejabat);
        var refused = await host.WithAsync<ReservedNames, Outcome<string>>(names => names.CheckAsync(name, null, default));
        Assert.True(refused.IsRefused(out var refusal));
        Assert.Equal(AccountRefusals.NameReserved, refusal);
    }

    [Theory]
    [InlineData("\u200B\u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2066\u2069")]
    public void A_name_that_is_not_seen_is_none(string name) => Assert.True(Account.CheckName(name).IsRefused(out _));

    [Fact]
    public void A_name_keeps_no_mark_that_turns_the_words_after_it() => Assert.Equal("Budi", Account.CheckName("\u2067Bu\u202Edi\u200F").Value);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("a;=1+1", "\"a;=1+1\"")]
    public void A_cell_is_no_formula_in_a_spreadsheet(string cell, string written) => Assert.Equal(written, Csv.Row(cell));
}
