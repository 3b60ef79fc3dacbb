using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Santral.Migrations.Postgres.Queues
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "queues_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Entity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EntityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "queues_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "queues_outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FactVersion = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true),
                    ParkedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "queues_presence_log",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_presence_log", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_talk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TalkedFor = table.Column<long>(type: "bigint", nullable: false),
                    Disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_talk", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_team",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RingFor = table.Column<long>(type: "bigint", nullable: false),
                    WrapUpFor = table.Column<long>(type: "bigint", nullable: false),
                    MaxWait = table.Column<long>(type: "bigint", nullable: false),
                    AcceptsWithoutAgents = table.Column<bool>(type: "boolean", nullable: false),
                    Hours = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Names_En = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Names_Sv = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Names_Tr = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_team", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_wait",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallingNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    PlaceAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    WaitedFor = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_wait", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_team_member",
                columns: table => new
                {
                    Agent = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_team_member", x => new { x.TeamId, x.Agent });
                    table.ForeignKey(
                        name: "FK_queues_team_member_queues_team_TeamId",
                        column: x => x.TeamId,
                        principalTable: "queues_team",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_queues_audit_EntityId_At",
                table: "queues_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_queues_outbox_DoneAt_ParkedAt_Sequence",
                table: "queues_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_queues_presence_log_Agent_At",
                table: "queues_presence_log",
                columns: new[] { "Agent", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_queues_talk_AnsweredAt",
                table: "queues_talk",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_queues_talk_CallId",
                table: "queues_talk",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_queues_team_Code",
                table: "queues_team",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_queues_wait_CallId",
                table: "queues_wait",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_queues_wait_JoinedAt",
                table: "queues_wait",
                column: "JoinedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "queues_audit");

            migrationBuilder.DropTable(
                name: "queues_inbox");

            migrationBuilder.DropTable(
                name: "queues_number_series");

            migrationBuilder.DropTable(
                name: "queues_outbox");

            migrationBuilder.DropTable(
                name: "queues_presence_log");

            migrationBuilder.DropTable(
                name: "queues_talk");

            migrationBuilder.DropTable(
                name: "queues_team_member");

            migrationBuilder.DropTable(
                name: "queues_wait");

            migrationBuilder.DropTable(
                name: "queues_team");
        }
    }
}
