using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bungo.Forum.Web.Tests.Features.Moderation;

/// <summary>
/// No measure without statement and act, no finding that can be changed: asked of the database, over the connection
/// the site itself uses.
/// </summary>
public class DueProcessGuardTests(ForumHost host) : IClassFixture<ForumHost>
{
    private const string Columns = "object_id, act_id, measure, post_id, topic_id, account_id, rule, rules_version, reason, source, moderator_id, at, until, appeal_until, flag_count, by_evaluator";

    [Fact]
    public async Task A_decision_saved_without_its_act_is_refused_at_commit_and_with_it_the_measure()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        var moderator = await host.AnAccountAsync(Role.Moderator);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => host.WithDbAsync(async db =>
        {
            var docket = new Docket(await db.Posts.Include(p => p.Topic).Include(p => p.Author).SingleAsync(p => p.Id == post.Id));
            db.Add(docket);
            db.Add(Ruling.Hide(docket, (await db.Accounts.FindAsync(moderator.Id))!, Desk.Grounds, host.Now).Value);
            return await db.SaveChangesAsync();
        }));
        Assert.Equal("decision_act", (refused as PostgresException ?? refused.InnerException as PostgresException)?.ConstraintName);
        Assert.True(await host.WithDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.Hiding == null).SingleAsync()));
    }

    [Fact]
    public async Task Hidden_locked_and_suspended_by_hand_with_a_made_up_decision_are_all_refused()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        var (post, topic, account) = (await host.APostAsync(await host.ATopicAsync()), await host.ATopicAsync(), await host.AnAccountAsync());
        foreach (var (target, measure, id) in new[] { ("post_id", "Hide", post.Id), ("topic_id", "Lock", topic.Id), ("account_id", "Suspend", account.Id) })
        {
            // With an act of its own drawn, with another decision's, and with another decision's words.
            foreach (var act in new[] { "gen_random_uuid()", $"'{decision.ActId}'" })
                await RefusesAsync(act.StartsWith('\'') ? "ix_decision_act_id" : "decision_act", Copy(decision.Id, target, measure, id, act));
        }
    }

    [Fact]
    public async Task An_act_with_other_reasons_or_another_article_is_not_the_decisions_act()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        var post = await host.APostAsync(await host.ATopicAsync());
        var act = Guid.NewGuid();
        var borrowed = $"""
            insert into ledger.pending (act_id, kind, object_id, leaf, recorded_at) select '{act}', kind, object_id, leaf, recorded_at from ledger.act where act_id = '{decision.ActId}';
            insert into ledger.opening (act_id, label, type, salt, content, state, object_id)
                select '{act}', label, type, salt, content, state, object_id from ledger.opening where act_id = '{decision.ActId}';
            """;
        await RefusesAsync("decision_act", borrowed + Copy(decision.Id, "post_id", "Hide", post.Id, $"'{act}'", rule: "'T-1'"));
        await RefusesAsync("decision_act", borrowed + Copy(decision.Id, "post_id", "Hide", post.Id, $"'{act}'", reason: "'Alasan lain yang tidak tercatat.'"));
        await RefusesAsync("ck_decision_rule", borrowed + Copy(decision.Id, "post_id", "Hide", post.Id, $"'{act}'", rule: "'T-99'"));
    }

    [Fact]
    public async Task What_was_decided_is_never_changed_or_removed()
    {
        var (decision, finding) = await host.AFindingAsync();
        await RefusesAsync("never_changed", $"update decision set reason = reason || ' Ditambah.' where id = {decision.Id}");
        await RefusesAsync("never_changed", $"update decision set moderator_id = concerned_id where id = {decision.Id}");
        await RefusesAsync("never_changed", $"update appeal_ruling set outcome = 'Rejected', restoring_id = null where id = {finding.Id}");
        await RefusesAsync("never_changed", $"update appeal_ruling set reason = 'Alasan yang dipalsukan.' where id = {finding.Id}");
        await RefusesAsync("fk_notice", $"delete from appeal_ruling where id = {finding.Id}", "never_changed");
        await RefusesAsync("never_changed", "truncate appeal_ruling cascade");
        await RefusesAsync("never_changed", "truncate decision cascade");
        await RefusesAsync("never_changed", $"update appeal set reason = 'Alasan yang dipalsukan.' where decision_id = {decision.Id}");
        await RefusesAsync("never_changed", $"update appeal set reason = null where decision_id = {decision.Id}");
        await RefusesAsync("never_changed", $"delete from appeal where decision_id = {decision.Id}");
    }

    [Fact]
    public async Task A_measure_neither_ends_nor_changes_but_by_a_decision()
    {
        var post = await host.APostAsync(await host.ATopicAsync());
        await host.HideAsync(post);
        await RefusesAsync("post_measure", $"update post set hidden_at = null, hiding_rule = null, hiding_decision_id = null where id = {post.Id}");
        await RefusesAsync("post_measure", $"update post set hiding_rule = 'T-1' where id = {post.Id}");
        var topic = await host.ATopicAsync();
        await host.LockAsync(topic);
        await RefusesAsync("topic_measure", $"update topic set locked_at = null, lock_decision_id = null where id = {topic.Id}");
        var account = await host.AnAccountAsync();
        await host.SuspendAsync(account);
        await RefusesAsync("account_measure", $"update account set suspended_until = suspended_until + interval '1 year' where id = {account.Id}");
        await RefusesAsync("account_measure", $"update account set suspended_at = null, suspended_until = null, suspension_decision_id = null where id = {account.Id}");
    }

    [Fact]
    public async Task What_was_taken_back_is_not_put_in_force_again_by_hand()
    {
        var (decision, _) = await host.AFindingAsync();
        await RefusesAsync("post_measure", $"update post p set hidden_at = d.at, hiding_rule = d.rule, hiding_decision_id = d.id from decision d where d.id = {decision.Id} and p.id = d.post_id");
    }

    [Fact]
    public async Task Nobody_writes_a_ruling_in_the_evaluators_place_or_in_their_own_case()
    {
        var (decision, author) = await host.ARejectedAppealAsync();
        string Insert(int level, long by) => $"""
            insert into appeal_ruling (id, act_id, decision_id, level, outcome, reason, by_id, at)
            values (nextval('"EntityFrameworkHiLoSequence"') * 10 + 5, gen_random_uuid(), {decision.Id}, {level}, 'Rejected', 'Alasan yang dipalsukan.', {by}, now())
            """;
        var (admin, moderator, evaluator) = (await host.AnAccountAsync(Role.Admin), await host.AnotherModeratorAsync(), await host.AnAccountAsync(Role.Penilai));
        await RefusesAsync("appeal_ruling_appeal", Insert(2, evaluator.Id));
        await host.AppealAsync(decision, author);
        await RefusesAsync("appeal_ruling_role", Insert(2, admin.Id));
        await RefusesAsync("appeal_ruling_role", Insert(2, moderator.Id));
        await RefusesAsync("appeal_ruling_by", Insert(2, author.Id));
        await RefusesAsync("appeal_ruling_act", Insert(2, evaluator.Id));
        await RefusesAsync("ix_appeal_ruling_decision_id_level", Insert(1, moderator.Id));
    }

    [Fact]
    public async Task A_finding_binds_whoever_writes_past_the_program()
    {
        var (decision, _) = await host.AFindingAsync();
        await RefusesAsync("finding_binds", Copy(decision.Id, "post_id", "Hide", decision.PostId!.Value, "gen_random_uuid()"));
    }

    [Fact]
    public async Task Criticism_is_not_hidden_by_one_or_by_one_who_calls_themselves_two()
    {
        var decision = await host.HideAsync(await host.APostAsync(await host.ATopicAsync()));
        var post = await host.APostAsync(await host.ATopicAsync());
        await RefusesAsync("ck_decision_two", Copy(decision.Id, "post_id", "Hide", post.Id, "gen_random_uuid()", rule: "'T-2'", criticised: "'Dinas Pendidikan'"));
        await RefusesAsync("ck_decision_second", Copy(decision.Id, "post_id", "Hide", post.Id, "gen_random_uuid()", rule: "'T-2'", criticised: "'Dinas Pendidikan'", second: "moderator_id"));
    }

    private static string Copy(long decision, string target, string measure, long id, string act, string rule = "rule", string reason = "reason", string criticised = "null", string second = "null")
    {
        string Of(string column) => column == target ? $"{id}" : "null";
        var until = measure == "Suspend" ? "at + interval '7 days'" : "null";
        return $"""
            insert into decision (id, {Columns}, criticised, second_id) select nextval('"EntityFrameworkHiLoSequence"') * 10 + 7, gen_random_uuid(), {act}, '{measure}', {Of("post_id")}, {Of("topic_id")},
                {Of("account_id")}, {rule}, rules_version, {reason}, source, moderator_id, at, {until}, appeal_until, 0, false, {criticised}, {second} from decision where id = {decision}
            """;
    }

    private async Task RefusesAsync(string constraint, string sql, string? or = null)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.True(refused.ConstraintName?.StartsWith(constraint, StringComparison.Ordinal) == true || refused.ConstraintName == or, $"{refused.ConstraintName}: {refused.MessageText} for {sql}");
    }
}
