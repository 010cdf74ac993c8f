namespace Bungo.Forum.Web.Tests.Features.Accounts;

/// <summary>How long an answer takes must not tell who has an account: it costs the same statements for every address.</summary>
public sealed class SameForAllTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("/sandi/lupa", true)]
    [InlineData("/daftar/kirim-ulang", false)]
    public async Task An_address_that_has_an_account_costs_what_one_without_costs(string address, bool isConfirmed)
    {
        var known = ForumHost.MailOf((await host.AnAccountAsync()).Id);
        var nobody = $"tidak-ada-{isConfirmed}@contoh.example";
        if (!isConfirmed) await UnconfirmAsync(known);
        using var visitor = host.AVisitor();
        // The first form of a host pays for what is then kept: the keys that guard forms, the model's queries.
        await CostAsync(visitor, address, "siapa-saja@contoh.example");
        var (withAccount, without) = (await CostAsync(visitor, address, known), await CostAsync(visitor, address, nobody));
        Assert.Equal(without, withAccount);
        // Too many askings are silent for both.
        for (var i = 0; i < 6; i++) Assert.Equal(await CostAsync(visitor, address, nobody), await CostAsync(visitor, address, known));
        Assert.Equal(5, (await host.LettersToAsync(known)).Count);
        Assert.Empty(await host.LettersToAsync(nobody));
    }

    private async Task<int> CostAsync(Visitor visitor, string address, string mail)
    {
        await visitor.GetAsync(address);
        return await host.CountStatementsAsync(() => visitor.SubmitAsync("main form", ("Email", mail)));
    }

    private Task<bool> UnconfirmAsync(string mail) => host.WithDbAsync(async db =>
    {
        var signIn = db.Users.Single(u => u.Email == mail);
        signIn.EmailConfirmed = false;
        await db.SaveChangesAsync();
        return true;
    });
}
