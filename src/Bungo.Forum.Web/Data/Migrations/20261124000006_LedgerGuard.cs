using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bungo.Forum.Web.Data.Migrations;

/// <summary>
/// The ledger's entries are only ever added, each behind the last, and its head only ever grows, whoever asks, the
/// program included. A guard rail, not a wall: whoever owns the tables can take it away, and then the signed
/// checkpoints show what was done.
///
/// <c>ledger.act</c> is where acts are read, waiting ones and numbered ones alike.
/// </summary>
[DbContext(typeof(ForumDb))]
[Migration("20261124000006_LedgerGuard")]
public sealed class LedgerGuard : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create function ledger.entry_guard() returns trigger language plpgsql as $guard$
        begin
            raise exception 'an entry of the ledger is never changed or removed';
        end
        $guard$;

        create trigger guard before update or delete on ledger.entry for each row execute function ledger.entry_guard();
        create trigger guard_whole before truncate on ledger.entry for each statement execute function ledger.entry_guard();

        create function ledger.head_guard() returns trigger language plpgsql as $guard$
        begin
            if tg_op <> 'UPDATE' or new.size < old.size or (new.size = old.size and new.root <> old.root) then
                raise exception 'the head of the ledger only moves forward';
            end if;
            return new;
        end
        $guard$;

        create trigger guard before update or delete on ledger.head for each row execute function ledger.head_guard();
        create trigger guard_whole before truncate on ledger.head for each statement execute function ledger.head_guard();

        create view ledger.act as
        select act_id, kind, object_id, leaf, recorded_at, null::bigint as idx from ledger.pending
        union all
        select act_id, kind, object_id, leaf, recorded_at, idx from ledger.entry;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop view ledger.act;
        drop trigger guard_whole on ledger.head;
        drop trigger guard on ledger.head;
        drop function ledger.head_guard();
        drop trigger guard_whole on ledger.entry;
        drop trigger guard on ledger.entry;
        drop function ledger.entry_guard();
        """);
}
