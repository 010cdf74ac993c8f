using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bungo.Forum.Web.Data.Migrations;

/// <summary>
/// What the ballot box refuses whoever asks, the program included: a ballot before the poll opens, after it
/// closes or was closed, one that names what the poll does not offer or more than it allows, and the removal of
/// any. That one person has one ballot is the table's key.
/// A guard rail, not a wall: the owner of the tables can take it away, and only the public ledger shows that.
///
/// The row lock on the poll makes a ballot and the closing take turns: a ballot that waited for the closing
/// finds the poll closed. <c>ballot_box.clock</c> is the database's own clock, in a function of its own so that
/// a test can set it as it sets the program's.
/// </summary>
[DbContext(typeof(ForumDb))]
[Migration("20261124000002_BallotBoxGuard")]
public sealed class BallotBoxGuard : Migration
{
    /// <summary>SQL states of the two refusals a voter can run into when the clocks of program and database differ.</summary>
    public const string BeforeOpening = "BB001";
    public const string AfterClose = "BB002";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql($"""
        create function ballot_box.clock() returns timestamptz language sql volatile as 'select clock_timestamp()';

        create function ballot_box.guard() returns trigger language plpgsql as $guard$
        declare
            poll record;
        begin
            if tg_op = 'DELETE' then
                raise exception 'a ballot is never removed';
            end if;
            if tg_op = 'UPDATE' and (new.poll_id, new.nullifier) is distinct from (old.poll_id, old.nullifier) then
                raise exception 'a ballot never changes poll or voter';
            end if;
            select p.opens_at, p.closes_at, p.closed_at, p.closing_recorded_at, p.most_choices,
                array(select (o ->> 'Id')::uuid from jsonb_array_elements(p.options) o) as options
                into poll from public.poll p where p.id = new.poll_id for share;
            if ballot_box.clock() < poll.opens_at then
                raise exception 'poll % has not opened', new.poll_id using errcode = '{BeforeOpening}';
            end if;
            if poll.closed_at is not null or poll.closing_recorded_at is not null or ballot_box.clock() >= poll.closes_at then
                raise exception 'poll % is closed', new.poll_id using errcode = '{AfterClose}';
            end if;
            if not new.choices <@ poll.options or cardinality(new.choices) > poll.most_choices then
                raise exception 'poll % does not offer these choices', new.poll_id;
            end if;
            return new;
        end
        $guard$;

        create trigger guard before insert or update or delete on ballot_box.ballot
            for each row execute function ballot_box.guard();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop trigger guard on ballot_box.ballot;
        drop function ballot_box.guard();
        drop function ballot_box.clock();
        """);
}
