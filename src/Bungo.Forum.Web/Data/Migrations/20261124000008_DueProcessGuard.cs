using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bungo.Forum.Web.Data.Migrations;

/// <summary>
/// Due process, said to whoever writes past the program. At commit, every decision has its act in the ledger, with the
/// same rule, and its statement of reasons opens to the same words; so have appeals and rulings. What is hidden, locked
/// or suspended is so as its decision says, and ceases to be so only by a decision that takes it back. Decisions and
/// rulings are never changed or removed; the second ruling is an evaluator's, and binds.
///
/// A guard rail, not a wall: the owner of the tables can take it away, and only the public ledger shows that.
/// Constraint triggers fire at commit because the act is written behind the decision; those against changes fire
/// after the row's own constraints, whose message is the plainer one.
/// </summary>
[DbContext(typeof(ForumDb))]
[Migration("20261124000008_DueProcessGuard")]
public sealed class DueProcessGuard : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create function due_process_refuse(rule text, told text) returns void language plpgsql as $f$
        begin
            raise exception '%', told using errcode = 'check_violation', constraint = rule;
        end
        $f$;

        -- The clear part of an act that tells exactly these reasons; null when there is none.
        create function due_process_act(id uuid, act_kind text, reason text) returns jsonb language sql stable as $f$
            select convert_from(a.leaf, 'UTF8')::jsonb from ledger.act a
            where a.act_id = id and a.kind = act_kind
              and exists (select 1 from ledger.opening o where o.act_id = id and o.label = 'alasan' and o.content = convert_to(reason, 'UTF8'))
        $f$;

        create function decision_recorded() returns trigger language plpgsql as $f$
        begin
            if due_process_act(new.act_id, case when new.undone_id is null then 'mod.putus' else 'mod.pulih' end, new.reason) #>> '{x,aturan}' is distinct from new.rule then
                perform due_process_refuse('decision_act', 'a decision needs its act with the same rule and reasons');
            end if;
            return null;
        end
        $f$;
        create constraint trigger recorded after insert on decision deferrable initially deferred for each row execute function decision_recorded();

        create function appeal_recorded() returns trigger language plpgsql as $f$
        begin
            if (due_process_act(new.act_id, 'banding.ajukan', new.reason) #>> '{x,tingkat}')::int is distinct from new.level then
                perform due_process_refuse('appeal_act', 'an appeal needs its act');
            end if;
            return null;
        end
        $f$;
        create constraint trigger recorded after insert on appeal deferrable initially deferred for each row execute function appeal_recorded();

        create function ruling_recorded() returns trigger language plpgsql as $f$
        declare
            act jsonb := due_process_act(new.act_id, 'banding.putus', new.reason);
            said text := case new.outcome when 'Granted' then 'dikabulkan' else 'ditolak' end;
        begin
            if (act #>> '{x,tingkat}')::int is distinct from new.level or act #>> '{x,hasil}' is distinct from said then
                perform due_process_refuse('appeal_ruling_act', 'a ruling needs its act with the same outcome');
            end if;
            if (act ->> 'a' = 'penilai') is distinct from (new.level = 2) then
                perform due_process_refuse('appeal_ruling_role', 'the second stage is the evaluator''s, the first is not');
            end if;
            return null;
        end
        $f$;
        create constraint trigger recorded after insert on appeal_ruling deferrable initially deferred for each row execute function ruling_recorded();

        -- Who may rule, and on what: asked of the rows and not of the program.
        create function ruling_guard() returns trigger language plpgsql as $f$
        begin
            if not exists (select 1 from appeal a where a.decision_id = new.decision_id and a.level = new.level) then
                perform due_process_refuse('appeal_ruling_appeal', 'a ruling answers an appeal');
            end if;
            if exists (select 1 from decision d where d.id = new.decision_id and new.by_id in (d.moderator_id, d.concerned_id)) then
                perform due_process_refuse('appeal_ruling_by', 'nobody rules on their own decision or case');
            end if;
            if exists (select 1 from account a where a.id = new.by_id and a.role <> case new.level when 2 then 'Penilai' else 'Moderator' end) then
                perform due_process_refuse('appeal_ruling_role', 'the second stage is the evaluator''s, the first another moderator''s');
            end if;
            return null;
        end
        $f$;
        create trigger guard_insert after insert on appeal_ruling for each row execute function ruling_guard();

        -- An evaluator's finding binds: no new measure under the same article without new facts.
        create function finding_guard() returns trigger language plpgsql as $f$
        begin
            if new.measure in ('Hide', 'Lock', 'Suspend') and exists (
                select 1 from appeal_ruling r join decision d on d.id = r.decision_id
                where r.level = 2 and r.outcome = 'Granted' and d.rule = new.rule
                  and (d.post_id = new.post_id or d.topic_id = new.topic_id or d.account_id = new.account_id)
                  and not exists (
                      select 1 from post p
                      where (p.id = new.post_id and p.edited_at > r.at)
                         or ((p.topic_id = new.topic_id or p.author_id = new.account_id) and (p.posted_at > r.at or p.edited_at > r.at)))) then
                perform due_process_refuse('finding_binds', 'an evaluator found this measure wrong, and nothing is new since');
            end if;
            return null;
        end
        $f$;
        create trigger finding after insert on decision for each row execute function finding_guard();

        create function never_changed() returns trigger language plpgsql as $f$
        begin
            perform due_process_refuse('never_changed', 'what was decided is never changed or removed; a new decision takes it back');
            return null;
        end
        $f$;
        create trigger never_changed after update or delete on decision for each row execute function never_changed();
        create trigger never_emptied before truncate on decision for each statement execute function never_changed();
        create trigger never_changed after update or delete on appeal_ruling for each row execute function never_changed();
        create trigger never_emptied before truncate on appeal_ruling for each statement execute function never_changed();
        create trigger never_emptied before truncate on appeal for each statement execute function never_changed();
        create trigger never_removed after delete on appeal for each row execute function never_changed();

        -- Of an appeal only the words can go, and only with their author.
        create function appeal_guard() returns trigger language plpgsql as $f$
        begin
            if new.reason is not null or to_jsonb(new) - 'reason' <> to_jsonb(old) - 'reason'
               or not exists (select 1 from account a where a.id = old.account_id and a.deleted_at is not null) then
                perform due_process_refuse('never_changed', 'an appeal is never changed');
            end if;
            return null;
        end
        $f$;
        create trigger guard_update after update on appeal for each row execute function appeal_guard();

        -- A sample is as it was drawn; a verdict comes once, with its act, from an evaluator.
        create trigger never_changed after update or delete on review_sample for each row execute function never_changed();
        create trigger never_emptied before truncate on review_sample for each statement execute function never_changed();
        create trigger never_removed after delete on review_item for each row execute function never_changed();
        create trigger never_emptied before truncate on review_item for each statement execute function never_changed();

        create function review_recorded() returns trigger language plpgsql as $f$
        declare
            act jsonb := due_process_act(new.act_id, 'nilai.tinjau', new.reason);
            said text := case new.verdict when 'Agree' then 'tepat' else 'keliru' end;
        begin
            if tg_op = 'UPDATE' and (old.verdict is not null or (new.month, new.rank, new.decision_id) <> (old.month, old.rank, old.decision_id)) then
                perform due_process_refuse('never_changed', 'a verdict is given once');
            end if;
            if new.verdict is not null and (act #>> '{x,hasil}' is distinct from said or act #>> '{x,periode}' is distinct from new.month or act ->> 'a' <> 'penilai') then
                perform due_process_refuse('review_item_act', 'a verdict needs the evaluator''s act');
            end if;
            return null;
        end
        $f$;
        create constraint trigger recorded after insert or update on review_item deferrable initially deferred for each row execute function review_recorded();

        -- Asked at commit: the measure as the row says it is the measure as its decision says it, and one that went was taken back.
        create function taken_back(decision_id bigint) returns boolean language sql stable as
            'select exists (select 1 from decision d where d.undone_id = decision_id)';

        create function post_measure_guard() returns trigger language plpgsql as $f$
        begin
            if old.hiding_decision_id is not null and new.hiding_decision_id is distinct from old.hiding_decision_id and not taken_back(old.hiding_decision_id) then
                perform due_process_refuse('post_measure', 'a hidden post returns by a decision');
            end if;
            if new.hiding_decision_id is not null and not exists (
                select 1 from decision d where d.id = new.hiding_decision_id and d.at = new.hidden_at and d.rule = new.hiding_rule) or taken_back(new.hiding_decision_id) then
                perform due_process_refuse('post_measure', 'a post is hidden as its decision says, and while it stands');
            end if;
            return null;
        end
        $f$;
        create constraint trigger measure after update of hidden_at, hiding_rule, hiding_decision_id on post
            deferrable initially deferred for each row execute function post_measure_guard();

        create function topic_measure_guard() returns trigger language plpgsql as $f$
        begin
            if old.lock_decision_id is not null and new.lock_decision_id is distinct from old.lock_decision_id and not taken_back(old.lock_decision_id) then
                perform due_process_refuse('topic_measure', 'a locked topic opens by a decision');
            end if;
            if new.lock_decision_id is not null and not exists (
                select 1 from decision d where d.id = new.lock_decision_id and d.at = new.locked_at) or taken_back(new.lock_decision_id) then
                perform due_process_refuse('topic_measure', 'a topic is locked as its decision says, and while it stands');
            end if;
            return null;
        end
        $f$;
        create constraint trigger measure after update of locked_at, lock_decision_id on topic
            deferrable initially deferred for each row execute function topic_measure_guard();

        -- A suspension that ran out may be followed by another.
        create function account_measure_guard() returns trigger language plpgsql as $f$
        begin
            if old.suspension_decision_id is not null and new.suspension_decision_id is null and not taken_back(old.suspension_decision_id) then
                perform due_process_refuse('account_measure', 'a suspension is lifted by a decision');
            end if;
            if new.suspension_decision_id is not null and not exists (
                select 1 from decision d where d.id = new.suspension_decision_id and d.at = new.suspended_at and d.until = new.suspended_until)
               or taken_back(new.suspension_decision_id) then
                perform due_process_refuse('account_measure', 'an account is suspended as its decision says, and while it stands');
            end if;
            return null;
        end
        $f$;
        create constraint trigger measure after update of suspended_at, suspended_until, suspension_decision_id on account
            deferrable initially deferred for each row execute function account_measure_guard();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop trigger measure on account;
        drop trigger measure on topic;
        drop trigger measure on post;
        drop trigger recorded on review_item;
        drop function review_recorded();
        drop trigger never_emptied on review_item;
        drop trigger never_removed on review_item;
        drop trigger never_emptied on review_sample;
        drop trigger never_changed on review_sample;
        drop trigger guard_update on appeal;
        drop trigger never_removed on appeal;
        drop trigger never_emptied on appeal;
        drop trigger never_emptied on appeal_ruling;
        drop trigger never_changed on appeal_ruling;
        drop trigger never_emptied on decision;
        drop trigger never_changed on decision;
        drop trigger finding on decision;
        drop trigger guard_insert on appeal_ruling;
        drop trigger recorded on appeal_ruling;
        drop trigger recorded on appeal;
        drop trigger recorded on decision;
        drop function account_measure_guard();
        drop function topic_measure_guard();
        drop function post_measure_guard();
        drop function taken_back(bigint);
        drop function appeal_guard();
        drop function never_changed();
        drop function finding_guard();
        drop function ruling_guard();
        drop function ruling_recorded();
        drop function appeal_recorded();
        drop function decision_recorded();
        drop function due_process_act(uuid, text, text);
        drop function due_process_refuse(text, text);
        """);
}
