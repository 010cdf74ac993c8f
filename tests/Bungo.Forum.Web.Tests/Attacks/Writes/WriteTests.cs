using System.Net;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>
/// Every write of the site, tried by everybody who may not. The writes come from the running site: one that nobody
/// put into the <see cref="Table"/> fails the first test, and what is there goes through all the others.
/// </summary>
public sealed class WriteTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task Every_write_the_site_answers_is_in_the_table_or_stands_elsewhere_for_a_reason()
    {
        var known = Table.All.Select(w => w.Key).Concat(Table.Elsewhere.Keys).ToHashSet();
        var found = await WriteRoute.AllAsync(host.Services);
        Assert.Empty(found.Except(known));
        Assert.Empty(known.Except(found));
    }

    [Fact]
    public Task Each_is_taken_from_whom_it_is_meant_for() => Trials.EachAsync(async write =>
    {
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        var before = await host.PrintAsync();
        var answer = await sender.SendAsync(write, sending);
        return answer.IsDone && await host.PrintAsync() != before ? null : $"not taken: {answer}";
    });

    [Theory]
    [InlineData(Role.Warga)]
    [InlineData(Role.Pejabat)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Penilai)]
    [InlineData(Role.Admin)]
    public Task A_role_that_may_not_is_refused_and_nothing_is_written(Role role) => Trials.EachAsync(async write =>
    {
        if (role.Allows(write.Needs)) return null;
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        await host.TakeRoleAsync(account, role);
        using var sender = await Sender.OfAsync(host, account);
        return await RefusedAsync(write, sending, sender, a => a.Status is HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity);
    });

    [Fact]
    public Task Nobody_is_asked_to_sign_in_and_nothing_is_written() => Trials.EachAsync(async write =>
    {
        var sending = await write.Prepare(host, await host.AnAccountAsync(write.Role));
        using var nobody = await Sender.NobodyAsync(host);
        return await RefusedAsync(write, sending, nobody, a => a.AsksToSignIn && a.GivesBack(sending.Typed));
    });

    [Fact]
    public Task Who_was_suspended_since_is_told_so_gets_the_text_back_and_writes_nothing() => Trials.EachAsync(async write =>
    {
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        await host.SuspendSinceAsync(account);
        return await RefusedAsync(write, sending, sender, a =>
            a.Status is HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity && a.Body.Contains("ditangguhkan", StringComparison.Ordinal) && a.GivesBack(sending.Typed));
    });

    [Fact]
    public Task Who_was_erased_since_is_told_so_gets_the_text_back_and_writes_nothing() => Trials.EachAsync(async write =>
    {
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        await host.EraseAsync(account);
        return await RefusedAsync(write, sending, sender, a =>
            a.AsksToSignIn || (a.Status is HttpStatusCode.UnprocessableEntity && a.Body.Contains("sudah dihapus", StringComparison.Ordinal) && a.GivesBack(sending.Typed)));
    });

    [Fact]
    public Task Who_lost_the_role_since_writes_nothing_from_that_moment() => Trials.EachAsync(async write =>
    {
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        await host.TakeRoleAsync(account, Enum.GetValues<Role>().Last(r => !r.Allows(write.Needs)));
        return await RefusedAsync(write, sending, sender, a => a.Status is HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity);
    });

    [Fact]
    public Task Without_the_forms_token_or_with_another_sessions_the_form_comes_back_and_nothing_is_written() => Trials.EachAsync(async write =>
    {
        if (write.IsApi) return null;
        var account = await host.AnAccountAsync(write.Role);
        var sending = await write.Prepare(host, account);
        using var sender = await Sender.OfAsync(host, account);
        using var another = await Sender.OfAsync(host, await host.AnAccountAsync(write.Role));
        foreach (var token in new[] { null, another.FormToken, "palsu" })
        {
            var before = await host.PrintAsync();
            var answer = await sender.SendAsync(write, sending, token);
            if (answer.Status != HttpStatusCode.BadRequest || !answer.GivesBack(sending.Typed) || await host.PrintAsync() != before) return $"token {token ?? "missing"}: {answer}";
        }

        return null;
    });

    private async Task<string?> RefusedAsync(Write write, Sending sending, Sender sender, Func<Answer, bool> isRefusal)
    {
        var before = await host.PrintAsync();
        var answer = await sender.SendAsync(write, sending);
        if (await host.PrintAsync() != before) return $"written: {answer}";
        return isRefusal(answer) && !answer.IsDone && !answer.IsCrash ? null : $"{answer}: {answer.Beginning}";
    }
}
