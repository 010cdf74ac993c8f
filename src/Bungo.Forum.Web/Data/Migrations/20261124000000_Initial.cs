using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bungo.Forum.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sign_in");

            migrationBuilder.EnsureSchema(
                name: "ledger");

            migrationBuilder.EnsureSchema(
                name: "ballot_box");

            migrationBuilder.EnsureSchema(
                name: "live");

            migrationBuilder.CreateSequence(
                name: "EntityFrameworkHiLoSequence",
                incrementBy: 10);

            migrationBuilder.CreateTable(
                name: "act_head",
                schema: "ledger",
                columns: table => new
                {
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_act_head", x => x.object_id);
                });

            migrationBuilder.CreateTable(
                name: "announcement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    pinned_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pinned_by_id = table.Column<long>(type: "bigint", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<long>(type: "bigint", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "announcement_draft",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scheduled_by_id = table.Column<long>(type: "bigint", nullable: true),
                    pin_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asked_letter",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    what = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attempt",
                schema: "sign_in",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attempt", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                schema: "ledger",
                columns: table => new
                {
                    idx = table.Column<long>(type: "bigint", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leaf = table.Column<byte[]>(type: "bytea", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry", x => x.idx);
                });

            migrationBuilder.CreateTable(
                name: "head",
                schema: "ledger",
                columns: table => new
                {
                    sole = table.Column<bool>(type: "boolean", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_head", x => x.sole);
                    table.CheckConstraint("ck_head_sole", "sole");
                });

            migrationBuilder.CreateTable(
                name: "imported_item",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    external_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_item", x => new { x.source, x.external_id });
                });

            migrationBuilder.CreateTable(
                name: "letter",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    to = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opening",
                schema: "ledger",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening", x => new { x.act_id, x.label });
                });

            migrationBuilder.CreateTable(
                name: "participant",
                columns: table => new
                {
                    consultation_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant", x => new { x.consultation_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "pending",
                schema: "ledger",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leaf = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pending", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    compiled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    period_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    definitions_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    data = table.Column<byte[]>(type: "bytea", nullable: false),
                    data_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                    table.CheckConstraint("ck_report_digest", "data_digest = sha256(data)");
                    table.CheckConstraint("ck_report_ended", "compiled_at >= period_until");
                    table.CheckConstraint("ck_report_version", "version > 0 and (version > 1) = (reason is not null)");
                });

            migrationBuilder.CreateTable(
                name: "review_sample",
                columns: table => new
                {
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    ledger_size = table.Column<long>(type: "bigint", nullable: false),
                    seed = table.Column<string>(type: "character varying(44)", maxLength: 44, nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_sample", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last_criteria = table.Column<int>(type: "integer", nullable: false),
                    stages = table.Column<string>(type: "jsonb", nullable: true),
                    vacancies = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stream",
                schema: "live",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stream", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "stream_event",
                schema: "live",
                columns: table => new
                {
                    stream = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    target = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stream_event", x => new { x.stream, x.number });
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    criteria_number = table.Column<int>(type: "integer", nullable: false),
                    created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    announced = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    adopted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    input_closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    input_opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria_draft",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    base_number = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    items = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_draft", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_draft_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: true),
                    reasons = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_version_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "poll",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    consultation_id = table.Column<long>(type: "bigint", nullable: true),
                    criterion_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    most_choices = table.Column<int>(type: "integer", nullable: false),
                    electorate = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    result_timing = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by_id = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<long>(type: "bigint", nullable: true),
                    closure_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    opening_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    eligible_at_opening = table.Column<int>(type: "integer", nullable: true),
                    closing_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ballot_count = table.Column<int>(type: "integer", nullable: false),
                    options = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_poll", x => x.id);
                    table.CheckConstraint("ck_poll_closed_while_open", "closed_at >= opens_at and closed_at < closes_at");
                    table.CheckConstraint("ck_poll_times", "closes_at > opens_at");
                    table.ForeignKey(
                        name: "fk_poll_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot",
                schema: "ballot_box",
                columns: table => new
                {
                    poll_id = table.Column<long>(type: "bigint", nullable: false),
                    nullifier = table.Column<byte[]>(type: "bytea", nullable: false),
                    choices = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    cast_hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot", x => new { x.poll_id, x.nullifier });
                    table.CheckConstraint("ck_ballot_choices", "cardinality(choices) > 0");
                    table.CheckConstraint("ck_ballot_hour", "extract(epoch from cast_hour)::bigint % 3600 = 0");
                    table.CheckConstraint("ck_ballot_nullifier", "length(nullifier) = 32");
                    table.ForeignKey(
                        name: "fk_ballot_polls_poll_id",
                        column: x => x.poll_id,
                        principalTable: "poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "casting",
                schema: "ballot_box",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    poll_id = table.Column<long>(type: "bigint", nullable: false),
                    mark = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casting", x => x.act_id);
                    table.ForeignKey(
                        name: "fk_casting_polls_poll_id",
                        column: x => x.poll_id,
                        principalTable: "poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "poll_key",
                schema: "ballot_box",
                columns: table => new
                {
                    poll_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_poll_key", x => x.poll_id);
                    table.CheckConstraint("ck_poll_key_length", "length(key) = 32");
                    table.ForeignKey(
                        name: "fk_poll_key_polls_poll_id",
                        column: x => x.poll_id,
                        principalTable: "poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_token",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    prefix = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspended_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspension_decision_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                    table.CheckConstraint("ck_account_suspension", "num_nulls(suspended_at, suspended_until, suspension_decision_id) in (0, 3)");
                });

            migrationBuilder.CreateTable(
                name: "announcement_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    announcement_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_announcement_version_account_by_id",
                        column: x => x.by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_announcement_version_announcement_announcement_id",
                        column: x => x.announcement_id,
                        principalTable: "announcement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_preference",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    official_answers = table.Column<bool>(type: "boolean", nullable: false),
                    replies = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_preference", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_mail_preference_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_grant",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grant", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_grant_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_in_account_id",
                        column: x => x.id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                schema: "sign_in",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_sign_in_user_id",
                        column: x => x.user_id,
                        principalSchema: "sign_in",
                        principalTable: "sign_in",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "login",
                schema: "sign_in",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_login_sign_in_user_id",
                        column: x => x.user_id,
                        principalSchema: "sign_in",
                        principalTable: "sign_in",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                schema: "sign_in",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_passkey_sign_in_user_id",
                        column: x => x.user_id,
                        principalSchema: "sign_in",
                        principalTable: "sign_in",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "token",
                schema: "sign_in",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_token_sign_in_user_id",
                        column: x => x.user_id,
                        principalSchema: "sign_in",
                        principalTable: "sign_in",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "answer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<long>(type: "bigint", nullable: false),
                    disposition = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    duplicate_of_id = table.Column<long>(type: "bigint", nullable: true),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    signed_by_id = table.Column<long>(type: "bigint", nullable: false),
                    signer_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer", x => x.id);
                    table.CheckConstraint("ck_answer_duplicate", "(disposition = 'Duplicate') = (duplicate_of_id is not null)");
                    table.CheckConstraint("ck_answer_reason", "length(reason) >= 20");
                    table.ForeignKey(
                        name: "fk_answer_account_signed_by_id",
                        column: x => x.signed_by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_answer_consultations_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answered_input",
                columns: table => new
                {
                    input_id = table.Column<long>(type: "bigint", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    answer_id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_input", x => new { x.input_id, x.turn });
                    table.CheckConstraint("ck_answered_input_turn", "turn in (1, 2)");
                    table.ForeignKey(
                        name: "fk_answered_input_answers_answer_id",
                        column: x => x.answer_id,
                        principalTable: "answer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appeal",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    is_concerned = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appeal", x => x.id);
                    table.CheckConstraint("ck_appeal_level", "level in (1, 2)");
                    table.CheckConstraint("ck_appeal_reason", "char_length(reason) between 10 and 2000");
                    table.ForeignKey(
                        name: "fk_appeal_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appeal_ruling",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    restoring_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appeal_ruling", x => x.id);
                    table.CheckConstraint("ck_appeal_ruling_level", "level in (1, 2)");
                    table.CheckConstraint("ck_appeal_ruling_reason", "char_length(reason) between 10 and 2000");
                    table.CheckConstraint("ck_appeal_ruling_restoring", "restoring_id is null or outcome = 'Granted'");
                    table.ForeignKey(
                        name: "fk_appeal_ruling_account_by_id",
                        column: x => x.by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    post_id = table.Column<long>(type: "bigint", nullable: true),
                    topic_id = table.Column<long>(type: "bigint", nullable: true),
                    account_id = table.Column<long>(type: "bigint", nullable: true),
                    concerned_id = table.Column<long>(type: "bigint", nullable: true),
                    rule = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    rules_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    order_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    moderator_id = table.Column<long>(type: "bigint", nullable: false),
                    by_evaluator = table.Column<bool>(type: "boolean", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    criticised = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    second_id = table.Column<long>(type: "bigint", nullable: true),
                    second_office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    appeal_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hearing = table.Column<int>(type: "integer", nullable: true),
                    flag_count = table.Column<int>(type: "integer", nullable: false),
                    undone_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => x.id);
                    table.CheckConstraint("ck_decision_appeal", "(source <> 'Appeal' or undone_id is not null) and (not by_evaluator or source = 'Appeal')");
                    table.CheckConstraint("ck_decision_measure", "case when post_id is not null then measure in ('None', 'Hide', 'Restore')\n     when topic_id is not null then measure in ('Lock', 'Unlock')\n     else measure in ('Suspend', 'LiftSuspension') end");
                    table.CheckConstraint("ck_decision_order", "(order_number is not null) = (source = 'Order')");
                    table.CheckConstraint("ck_decision_reason", "char_length(reason) between 10 and 2000");
                    table.CheckConstraint("ck_decision_rule", "(rules_version, rule) in ((1, 'T-1'), (1, 'T-2'), (1, 'T-3'), (1, 'T-4'), (1, 'T-5'), (1, 'T-6'), (1, 'T-7'), (1, 'T-8'))");
                    table.CheckConstraint("ck_decision_second", "second_id <> moderator_id and second_id <> concerned_id");
                    table.CheckConstraint("ck_decision_target", "num_nonnulls(post_id, topic_id, account_id) = 1");
                    table.CheckConstraint("ck_decision_two", "criticised is null or measure <> 'Hide' or rule = 'T-4' or second_id is not null");
                    table.CheckConstraint("ck_decision_undone", "(undone_id is not null) = (measure in ('Restore', 'Unlock', 'LiftSuspension'))");
                    table.CheckConstraint("ck_decision_until", "(until is not null) = (measure = 'Suspend') and until > at");
                    table.ForeignKey(
                        name: "fk_decision_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_account_concerned_id",
                        column: x => x.concerned_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_account_moderator_id",
                        column: x => x.moderator_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_account_second_id",
                        column: x => x.second_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_decision_undone_id",
                        column: x => x.undone_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_item",
                columns: table => new
                {
                    month = table.Column<string>(type: "character varying(7)", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    decision_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by_id = table.Column<long>(type: "bigint", nullable: true),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_item", x => new { x.month, x.rank });
                    table.CheckConstraint("ck_review_item_reason", "char_length(reason) between 10 and 2000");
                    table.CheckConstraint("ck_review_item_verdict", "num_nonnulls(verdict, reason, by_id, at, act_id) in (0, 5)");
                    table.ForeignKey(
                        name: "fk_review_item_account_by_id",
                        column: x => x.by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_item_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_item_review_sample_month",
                        column: x => x.month,
                        principalTable: "review_sample",
                        principalColumn: "month",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topic",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<long>(type: "bigint", nullable: true),
                    criterion_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    part_of_id = table.Column<long>(type: "bigint", nullable: true),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    opened_by_id = table.Column<long>(type: "bigint", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lock_decision_id = table.Column<long>(type: "bigint", nullable: true),
                    last_number = table.Column<int>(type: "integer", nullable: false),
                    last_post_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    input_count = table.Column<int>(type: "integer", nullable: false),
                    answered_count = table.Column<int>(type: "integer", nullable: false),
                    stance_neutral = table.Column<int>(type: "integer", nullable: false),
                    stance_oppose = table.Column<int>(type: "integer", nullable: false),
                    stance_support = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic", x => x.id);
                    table.CheckConstraint("ck_topic_lock", "(locked_at is null) = (lock_decision_id is null)");
                    table.ForeignKey(
                        name: "fk_topic_account_opened_by_id",
                        column: x => x.opened_by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topic_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topic_decision_lock_decision_id",
                        column: x => x.lock_decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topic_topic_part_of_id",
                        column: x => x.part_of_id,
                        principalTable: "topic",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passage",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    consultation_id = table.Column<long>(type: "bigint", nullable: false),
                    criterion_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    chosen_in = table.Column<int>(type: "integer", nullable: false),
                    placed_in = table.Column<int>(type: "integer", nullable: false),
                    followed_to = table.Column<int>(type: "integer", nullable: false),
                    fate = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    original_exact = table.Column<string>(type: "text", nullable: false),
                    original_prefix = table.Column<string>(type: "text", nullable: false),
                    original_suffix = table.Column<string>(type: "text", nullable: false),
                    placed_exact = table.Column<string>(type: "text", nullable: false),
                    placed_prefix = table.Column<string>(type: "text", nullable: false),
                    placed_suffix = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passage", x => x.id);
                    table.ForeignKey(
                        name: "fk_passage_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passage_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topic",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false),
                    stance = table.Column<int>(type: "integer", nullable: true),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erasure_ground = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    erasure_office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    erasure_requested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hiding_decision_id = table.Column<long>(type: "bigint", nullable: true),
                    hiding_rule = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    support_count = table.Column<int>(type: "integer", nullable: false),
                    reply_count = table.Column<int>(type: "integer", nullable: false),
                    is_answered = table.Column<bool>(type: "boolean", nullable: false),
                    answer_id = table.Column<long>(type: "bigint", nullable: true),
                    html = table.Column<string>(type: "text", nullable: true),
                    html_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.CheckConstraint("ck_post_erasure", "num_nulls(erasure_ground, erasure_office, erasure_requested_on) in (0, 3) and (erasure_ground is null or erased_at is not null)");
                    table.CheckConstraint("ck_post_hiding", "num_nulls(hidden_at, hiding_decision_id, hiding_rule) in (0, 3)");
                    table.ForeignKey(
                        name: "fk_post_account_author_id",
                        column: x => x.author_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_answer_answer_id",
                        column: x => x.answer_id,
                        principalTable: "answer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_decision_hiding_decision_id",
                        column: x => x.hiding_decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_post_parent_id",
                        column: x => x.parent_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topic",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passage_record",
                columns: table => new
                {
                    passage_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    fate = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_for = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    decided_by_id = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passage_record", x => new { x.passage_id, x.version });
                    table.CheckConstraint("ck_passage_record_decided", "num_nulls(decided_at, decided_by_id) in (0, 2)");
                    table.ForeignKey(
                        name: "fk_passage_record_account_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passage_record_passage_passage_id",
                        column: x => x.passage_id,
                        principalTable: "passage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "docket",
                columns: table => new
                {
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    hearing = table.Column<int>(type: "integer", nullable: false),
                    open_count = table.Column<int>(type: "integer", nullable: false),
                    open_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_docket", x => x.post_id);
                    table.CheckConstraint("ck_docket_open", "open_count >= 0 and (open_count > 0) = (open_since is not null)");
                    table.ForeignKey(
                        name: "fk_docket_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_id = table.Column<long>(type: "bigint", nullable: true),
                    ruling_id = table.Column<long>(type: "bigint", nullable: true),
                    post_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_appeal_ruling_ruling_id",
                        column: x => x.ruling_id,
                        principalTable: "appeal_ruling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    input_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.input_id);
                    table.ForeignKey(
                        name: "fk_objection_posts_input_id",
                        column: x => x.input_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_revision",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_revision", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_revision_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal",
                columns: table => new
                {
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    office = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    rule = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    order_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    criticised = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal", x => x.post_id);
                    table.ForeignKey(
                        name: "fk_proposal_account_by_id",
                        column: x => x.by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support",
                columns: table => new
                {
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support", x => new { x.post_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_support_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flag",
                columns: table => new
                {
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    hearing = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flag", x => new { x.post_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_flag_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_flag_docket_post_id",
                        column: x => x.post_id,
                        principalTable: "docket",
                        principalColumn: "post_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                schema: "ledger",
                table: "head",
                columns: new[] { "sole", "note", "root", "size" },
                values: new object[] { true, null, new byte[] { 227, 176, 196, 66, 152, 252, 28, 20, 154, 251, 244, 200, 153, 111, 185, 36, 39, 174, 65, 228, 100, 155, 147, 76, 164, 149, 153, 27, 120, 82, 184, 85 }, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_access_token_account_id",
                schema: "sign_in",
                table: "access_token",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_token_digest",
                schema: "sign_in",
                table: "access_token",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_object_id",
                table: "account",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_suspension_decision_id",
                table: "account",
                column: "suspension_decision_id",
                filter: "suspension_decision_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_account_to_forget",
                table: "account",
                column: "id",
                filter: "deleted_at is not null and forgotten_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_announcement_changed_at",
                table: "announcement",
                column: "changed_at",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_object_id",
                table: "announcement",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_pinned_until",
                table: "announcement",
                column: "pinned_until");

            migrationBuilder.CreateIndex(
                name: "ix_announcement_published_at_id",
                table: "announcement",
                columns: new[] { "published_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_slug",
                table: "announcement",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_draft_office_saved_at",
                table: "announcement_draft",
                columns: new[] { "office", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_announcement_draft_publish_at",
                table: "announcement_draft",
                column: "publish_at");

            migrationBuilder.CreateIndex(
                name: "ix_announcement_version_announcement_id_number",
                table: "announcement_version",
                columns: new[] { "announcement_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_announcement_version_by_id",
                table: "announcement_version",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_answer_consultation_id_at",
                table: "answer",
                columns: new[] { "consultation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_answer_duplicate_of_id",
                table: "answer",
                column: "duplicate_of_id");

            migrationBuilder.CreateIndex(
                name: "ix_answer_object_id",
                table: "answer",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answer_signed_by_id",
                table: "answer",
                column: "signed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_answered_input_answer_id",
                table: "answered_input",
                column: "answer_id");

            migrationBuilder.CreateIndex(
                name: "ix_appeal_account_id",
                table: "appeal",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_appeal_act_id",
                table: "appeal",
                column: "act_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appeal_decision_id_account_id_level",
                table: "appeal",
                columns: new[] { "decision_id", "account_id", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appeal_due_at",
                table: "appeal",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_appeal_ruling_act_id",
                table: "appeal_ruling",
                column: "act_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appeal_ruling_by_id",
                table: "appeal_ruling",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_appeal_ruling_decision_id_level",
                table: "appeal_ruling",
                columns: new[] { "decision_id", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appeal_ruling_restoring_id",
                table: "appeal_ruling",
                column: "restoring_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attempt_until",
                schema: "sign_in",
                table: "attempt",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_casting_poll_id_mark",
                schema: "ballot_box",
                table: "casting",
                columns: new[] { "poll_id", "mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_claim_user_id",
                schema: "sign_in",
                table: "claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_round_id",
                table: "consultation",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_slug",
                table: "consultation",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_draft_round_id",
                table: "criteria_draft",
                column: "round_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_version_round_id_number",
                table: "criteria_version",
                columns: new[] { "round_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_account_id",
                table: "decision",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_act_id",
                table: "decision",
                column: "act_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_at_id",
                table: "decision",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_concerned_id",
                table: "decision",
                column: "concerned_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_measure_at_id",
                table: "decision",
                columns: new[] { "measure", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_moderator_id",
                table: "decision",
                column: "moderator_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_object_id",
                table: "decision",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_post_id",
                table: "decision",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_rule_at_id",
                table: "decision",
                columns: new[] { "rule", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_second_id",
                table: "decision",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_topic_id",
                table: "decision",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_undone_id",
                table: "decision",
                column: "undone_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_docket_open_count_open_since_post_id",
                table: "docket",
                columns: new[] { "open_count", "open_since", "post_id" },
                descending: new[] { true, false, false },
                filter: "open_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_entry_act_id",
                schema: "ledger",
                table: "entry",
                column: "act_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entry_object_id",
                schema: "ledger",
                table: "entry",
                column: "object_id");

            migrationBuilder.CreateIndex(
                name: "ix_flag_account_id",
                table: "flag",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_flag_post_id_hearing",
                table: "flag",
                columns: new[] { "post_id", "hearing" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_next_attempt_at",
                schema: "sign_in",
                table: "letter",
                column: "next_attempt_at");

            migrationBuilder.CreateIndex(
                name: "ix_login_user_id",
                schema: "sign_in",
                table: "login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_account_id_at_id",
                table: "notice",
                columns: new[] { "account_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_decision_id",
                table: "notice",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_post_id",
                table: "notice",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_ruling_id",
                table: "notice",
                column: "ruling_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_unread",
                table: "notice",
                column: "account_id",
                filter: "read_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_opening_content",
                schema: "ledger",
                table: "opening",
                column: "content",
                filter: "label in ('actor', 'sasaran')");

            migrationBuilder.CreateIndex(
                name: "ix_opening_object_id",
                schema: "ledger",
                table: "opening",
                column: "object_id",
                filter: "label in ('body', 'lampiran')");

            migrationBuilder.CreateIndex(
                name: "ix_passage_consultation_id_criterion_code",
                table: "passage",
                columns: new[] { "consultation_id", "criterion_code" });

            migrationBuilder.CreateIndex(
                name: "ix_passage_topic_id",
                table: "passage",
                column: "topic_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passage_undecided",
                table: "passage",
                column: "consultation_id",
                filter: "fate = 'Undecided'");

            migrationBuilder.CreateIndex(
                name: "ix_passage_record_decided_by_id",
                table: "passage_record",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_passkey_user_id",
                schema: "sign_in",
                table: "passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_poll_closes_at_id",
                table: "poll",
                columns: new[] { "closes_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_poll_consultation_id",
                table: "poll",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_poll_object_id",
                table: "poll",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poll_unrecorded",
                table: "poll",
                column: "opens_at",
                filter: "closing_recorded_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_post_answer_id",
                table: "post",
                column: "answer_id",
                filter: "answer_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_post_author_id_posted_at",
                table: "post",
                columns: new[] { "author_id", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_post_hiding_decision_id",
                table: "post",
                column: "hiding_decision_id",
                filter: "hiding_decision_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_post_lawful_erasures",
                table: "post",
                columns: new[] { "erased_at", "id" },
                descending: new bool[0],
                filter: "erasure_ground is not null");

            migrationBuilder.CreateIndex(
                name: "ix_post_most_supported",
                table: "post",
                columns: new[] { "topic_id", "support_count", "number" },
                descending: new[] { false, true, true },
                filter: "parent_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_post_object_id",
                table: "post",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_official_answers",
                table: "post",
                column: "posted_at",
                descending: new bool[0],
                filter: "office is not null and parent_id is not null and hidden_at is null and withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_post_parent_id",
                table: "post",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_reading_order",
                table: "post",
                columns: new[] { "topic_id", "path", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_post_topic_id_number",
                table: "post",
                columns: new[] { "topic_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_unanswered",
                table: "post",
                columns: new[] { "topic_id", "number" },
                filter: "parent_id is null and not is_answered and hidden_at is null and withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_post_revision_post_id_replaced_at",
                table: "post_revision",
                columns: new[] { "post_id", "replaced_at" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_by_id",
                table: "proposal",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_list",
                table: "report",
                columns: new[] { "period_until", "period" },
                descending: new bool[0],
                filter: "version = 1");

            migrationBuilder.CreateIndex(
                name: "ix_report_period_version",
                table: "report",
                columns: new[] { "period", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_item_by_id",
                table: "review_item",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_item_decision_id",
                table: "review_item",
                column: "decision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_grant_account_id",
                table: "role_grant",
                column: "account_id",
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_round_code",
                table: "round",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "sign_in",
                table: "sign_in",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                schema: "sign_in",
                table: "sign_in",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stream_event_at",
                schema: "live",
                table: "stream_event",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_submission_at",
                table: "submission",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_topic_consultation_id_criterion_code",
                table: "topic",
                columns: new[] { "consultation_id", "criterion_code" },
                unique: true,
                filter: "criterion_code is not null and part_of_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_topic_last_post_at_id",
                table: "topic",
                columns: new[] { "last_post_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_topic_lock_decision_id",
                table: "topic",
                column: "lock_decision_id",
                filter: "lock_decision_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_topic_object_id",
                table: "topic",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topic_opened_by_id",
                table: "topic",
                column: "opened_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_topic_part_of_id",
                table: "topic",
                column: "part_of_id");

            migrationBuilder.AddForeignKey(
                name: "fk_access_token_sign_in_account_id",
                schema: "sign_in",
                table: "access_token",
                column: "account_id",
                principalSchema: "sign_in",
                principalTable: "sign_in",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_account_decisions_suspension_decision_id",
                table: "account",
                column: "suspension_decision_id",
                principalTable: "decision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_answer_posts_duplicate_of_id",
                table: "answer",
                column: "duplicate_of_id",
                principalTable: "post",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_answered_input_posts_input_id",
                table: "answered_input",
                column: "input_id",
                principalTable: "post",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_appeal_decisions_decision_id",
                table: "appeal",
                column: "decision_id",
                principalTable: "decision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_appeal_ruling_decisions_decision_id",
                table: "appeal_ruling",
                column: "decision_id",
                principalTable: "decision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_appeal_ruling_decisions_restoring_id",
                table: "appeal_ruling",
                column: "restoring_id",
                principalTable: "decision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_decision_posts_post_id",
                table: "decision",
                column: "post_id",
                principalTable: "post",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_decision_topics_topic_id",
                table: "decision",
                column: "topic_id",
                principalTable: "topic",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_account_decisions_suspension_decision_id",
                table: "account");

            migrationBuilder.DropForeignKey(
                name: "fk_post_decision_hiding_decision_id",
                table: "post");

            migrationBuilder.DropForeignKey(
                name: "fk_topic_decision_lock_decision_id",
                table: "topic");

            migrationBuilder.DropForeignKey(
                name: "fk_answer_account_signed_by_id",
                table: "answer");

            migrationBuilder.DropForeignKey(
                name: "fk_post_account_author_id",
                table: "post");

            migrationBuilder.DropForeignKey(
                name: "fk_topic_account_opened_by_id",
                table: "topic");

            migrationBuilder.DropForeignKey(
                name: "fk_answer_consultations_consultation_id",
                table: "answer");

            migrationBuilder.DropForeignKey(
                name: "fk_topic_consultation_consultation_id",
                table: "topic");

            migrationBuilder.DropForeignKey(
                name: "fk_answer_posts_duplicate_of_id",
                table: "answer");

            migrationBuilder.DropTable(
                name: "access_token",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "act_head",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "announcement_draft");

            migrationBuilder.DropTable(
                name: "announcement_version");

            migrationBuilder.DropTable(
                name: "answered_input");

            migrationBuilder.DropTable(
                name: "appeal");

            migrationBuilder.DropTable(
                name: "asked_letter",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "attempt",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "ballot",
                schema: "ballot_box");

            migrationBuilder.DropTable(
                name: "casting",
                schema: "ballot_box");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "criteria_draft");

            migrationBuilder.DropTable(
                name: "criteria_version");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "entry",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "flag");

            migrationBuilder.DropTable(
                name: "head",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "imported_item");

            migrationBuilder.DropTable(
                name: "letter",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "login",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "mail_preference");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "opening",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "participant");

            migrationBuilder.DropTable(
                name: "passage_record");

            migrationBuilder.DropTable(
                name: "passkey",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "pending",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "poll_key",
                schema: "ballot_box");

            migrationBuilder.DropTable(
                name: "post_revision");

            migrationBuilder.DropTable(
                name: "proposal");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "review_item");

            migrationBuilder.DropTable(
                name: "role_grant");

            migrationBuilder.DropTable(
                name: "stream",
                schema: "live");

            migrationBuilder.DropTable(
                name: "stream_event",
                schema: "live");

            migrationBuilder.DropTable(
                name: "submission");

            migrationBuilder.DropTable(
                name: "support");

            migrationBuilder.DropTable(
                name: "token",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "announcement");

            migrationBuilder.DropTable(
                name: "docket");

            migrationBuilder.DropTable(
                name: "appeal_ruling");

            migrationBuilder.DropTable(
                name: "passage");

            migrationBuilder.DropTable(
                name: "poll");

            migrationBuilder.DropTable(
                name: "review_sample");

            migrationBuilder.DropTable(
                name: "sign_in",
                schema: "sign_in");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "round");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "answer");

            migrationBuilder.DropTable(
                name: "topic");

            migrationBuilder.DropSequence(
                name: "EntityFrameworkHiLoSequence");
        }
    }
}
