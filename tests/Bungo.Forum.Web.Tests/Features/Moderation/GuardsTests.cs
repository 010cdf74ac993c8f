using Bungo.Forum.Domain.Moderation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>What the tables refuse to whoever writes past the Domain.</summary>
public class GuardsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_post_cannot_be_hidden_without_a_decision()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        await RefusesAsync("ck_post_hiding", $"update post set hidden_at = now() where id = {post.Id}");
        await RefusesAsync("ck_post_hiding", $"update post set hidden_at = now(), hiding_rule = 'T-1' where id = {post.Id}");
        await RefusesAsync("fk_post", $"update post set hidden_at = now(), hiding_rule = 'T-1', hiding_decision_id = 987654321 where id = {post.Id}");
    }

    [Fact]
    public async Task A_post_cannot_be_hidden_by_a_decision_about_another_or_by_one_that_does_not_hide()
    {
        var hidden = await host.APostAsync(await host.ATopicAsync());
        var other = await host.APostAsync(await host.ATopicAsync());
        var decision = await host.HideAsync(hidden);
        await RefusesAsync("fk_post_hiding_decision", $"update post set hidden_at = now(), hiding_rule = 'T-4', hiding_decision_id = {decision.Id} where id = {other.Id}");
        var locking = await host.LockAsync(await host.ATopicAsync());
        await RefusesAsync("fk_post_hiding_decision", $"update post set hidden_at = now(), hiding_rule = 'T-4', hiding_decision_id = {locking.Id} where id = {other.Id}");
        await RefusesAsync("fk_post", $"delete from decision where id = {decision.Id}");
    }

    [Fact]
    public async Task A_topic_cannot_be_locked_and_an_account_not_suspended_without_a_decision_of_its_own()
    {
        var topic = await host.ATopicAsync();
        await RefusesAsync("ck_topic_lock", $"update topic set locked_at = now() where id = {topic.Id}");
        var elsewhere = await host.LockAsync(await host.ATopicAsync());
        await RefusesAsync("fk_topic_lock_decision", $"update topic set locked_at = now(), lock_decision_id = {elsewhere.Id} where id = {topic.Id}");

        var account = await host.AnAccountAsync();
        await RefusesAsync("ck_account_suspension", $"update account set suspended_until = now() where id = {account.Id}");
        var another = await host.SuspendAsync(await host.AnAccountAsync());
        await RefusesAsync(
            "fk_account_suspension_decision",
            $"update account set suspended_at = now(), suspended_until = now() + interval '1 day', suspension_decision_id = {another.Id} where id = {account.Id}");
    }

    [Fact]
    public async Task A_decision_has_one_target_of_its_measures_kind_and_a_reason()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        await RefusesAsync("ck_decision_reason", $"update decision set reason = 'pendek' where id = {decision.Id}");
        await RefusesAsync("ck_decision_target", $"update decision set topic_id = (select topic_id from post where id = post_id) where id = {decision.Id}");
        await RefusesAsync("ck_decision_measure", $"update decision set measure = 'Suspend' where id = {decision.Id}");
        await RefusesAsync("ck_decision_order", $"update decision set source = 'Order' where id = {decision.Id}");
        await RefusesAsync("ck_decision_until", $"update decision set until = now() where id = {decision.Id}");
    }

    [Fact]
    public async Task One_person_cannot_flag_a_post_twice()
    {
        var flag = await host.FlagAsync(await host.APostAsync(await host.ATopicAsync()), FlagReason.Spam);
        await RefusesAsync(
            "pk_flag",
            $"insert into flag (post_id, account_id, hearing, reason, at) values ({flag.PostId}, {flag.AccountId}, 2, 'Spam', now())");
    }

    private async Task RefusesAsync(string constraint, FormattableString sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.WithDbAsync(db => db.Database.ExecuteSqlAsync(sql)));
        Assert.StartsWith(constraint, refused.ConstraintName, StringComparison.Ordinal);
    }
}
