using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Queues
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "OverflowedFrom",
                table: "queues_wait",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SkillText",
                table: "queues_team_member",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "AnnounceEvery",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "AnnouncesPosition",
                table: "queues_team",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AnnouncesWait",
                table: "queues_team",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "EndsAtClosing",
                table: "queues_team",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "HeadStart",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "KeepPlaceFor",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 60L);

            migrationBuilder.AddColumn<int>(
                name: "LastAgentDays",
                table: "queues_team",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "LastAgentWait",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 15L);

            migrationBuilder.AddColumn<bool>(
                name: "MatchesLanguage",
                table: "queues_team",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "OffersCallback",
                table: "queues_team",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "OverflowAfter",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "OverflowTo",
                table: "queues_team",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RelaxSkillsAfter",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 60L);

            migrationBuilder.AddColumn<int>(
                name: "ServiceLevelPercent",
                table: "queues_team",
                type: "integer",
                nullable: false,
                defaultValue: 80);

            migrationBuilder.AddColumn<long>(
                name: "ServiceLevelWithin",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 20L);

            migrationBuilder.AddColumn<long>(
                name: "ShortAbandon",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 5L);

            migrationBuilder.AddColumn<long>(
                name: "WaitAlarm",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 180L);

            migrationBuilder.AddColumn<long>(
                name: "WaitWarning",
                table: "queues_team",
                type: "bigint",
                nullable: false,
                defaultValue: 60L);

            migrationBuilder.AddColumn<long>(
                name: "WrappedUpFor",
                table: "queues_talk",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "queues_agent_span",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: false),
                    Presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Activity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_agent_span", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_callback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    PlaceAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PromisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: true),
                    CalledAs = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_callback", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queues_offer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RangFor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queues_offer", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_queues_agent_span_From",
                table: "queues_agent_span",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_queues_agent_span_Until",
                table: "queues_agent_span",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_queues_callback_State_PromisedAt",
                table: "queues_callback",
                columns: new[] { "State", "PromisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_queues_offer_OfferedAt",
                table: "queues_offer",
                column: "OfferedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "queues_agent_span");

            migrationBuilder.DropTable(
                name: "queues_callback");

            migrationBuilder.DropTable(
                name: "queues_offer");

            migrationBuilder.DropColumn(
                name: "OverflowedFrom",
                table: "queues_wait");

            migrationBuilder.DropColumn(
                name: "SkillText",
                table: "queues_team_member");

            migrationBuilder.DropColumn(
                name: "AnnounceEvery",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "AnnouncesPosition",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "AnnouncesWait",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "EndsAtClosing",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "HeadStart",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "KeepPlaceFor",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "LastAgentDays",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "LastAgentWait",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "MatchesLanguage",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "OffersCallback",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "OverflowAfter",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "OverflowTo",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "RelaxSkillsAfter",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "ServiceLevelPercent",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "ServiceLevelWithin",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "ShortAbandon",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "WaitAlarm",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "WaitWarning",
                table: "queues_team");

            migrationBuilder.DropColumn(
                name: "WrappedUpFor",
                table: "queues_talk");
        }
    }
}
