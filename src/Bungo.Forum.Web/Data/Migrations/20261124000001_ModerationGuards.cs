using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bungo.Forum.Web.Data.Migrations;

/// <summary>
/// Written by hand. What is hidden, locked or suspended names a decision; these keys demand that it is a
/// decision about that very post, topic or account, and one that hides, locks or suspends. The measure stands
/// in a generated column, so that a foreign key can say it and nobody can write it.
/// </summary>
[DbContext(typeof(ForumDb))]
[Migration("20261124000001_ModerationGuards")]
public sealed class ModerationGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table decision add constraint ak_decision_post unique (id, post_id, measure);
        alter table decision add constraint ak_decision_topic unique (id, topic_id, measure);
        alter table decision add constraint ak_decision_account unique (id, account_id, measure);

        alter table post add column hiding_measure text generated always as (case when hiding_decision_id is not null then 'Hide' end) stored;
        alter table post add constraint fk_post_hiding_decision foreign key (hiding_decision_id, id, hiding_measure) references decision (id, post_id, measure);

        alter table topic add column lock_measure text generated always as (case when lock_decision_id is not null then 'Lock' end) stored;
        alter table topic add constraint fk_topic_lock_decision foreign key (lock_decision_id, id, lock_measure) references decision (id, topic_id, measure);

        alter table account add column suspension_measure text generated always as (case when suspension_decision_id is not null then 'Suspend' end) stored;
        alter table account add constraint fk_account_suspension_decision
            foreign key (suspension_decision_id, id, suspension_measure) references decision (id, account_id, measure);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table account drop column suspension_measure;
        alter table topic drop column lock_measure;
        alter table post drop column hiding_measure;
        alter table decision drop constraint ak_decision_account, drop constraint ak_decision_topic, drop constraint ak_decision_post;
        """);
}
