using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bungo.Forum.Web.Data.Migrations;

/// <summary>
/// A published report is not changed and not removed, whoever asks, the program included. A guard rail, not a
/// wall: the owner of the table can take it away, and then the digests in the public ledger show what was done.
/// </summary>
[DbContext(typeof(ForumDb))]
[Migration("20261124000005_ReportsGuard")]
public sealed class ReportsGuard : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create function report_guard() returns trigger language plpgsql as $guard$
        begin
            raise exception 'a published report is never changed or removed; publish a newer version';
        end
        $guard$;

        create trigger guard before update or delete on report for each row execute function report_guard();
        create trigger guard_whole before truncate on report for each statement execute function report_guard();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop trigger guard_whole on report;
        drop trigger guard on report;
        drop function report_guard();
        """);
}
