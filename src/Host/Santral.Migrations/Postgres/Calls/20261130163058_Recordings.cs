using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Calls
{
    /// <inheritdoc />
    public partial class Recordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calls_recording",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Team = table.Column<Guid>(type: "uuid", nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Path = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Node = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Gone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    GoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_recording", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_recording_rule",
                columns: table => new
                {
                    Team = table.Column<Guid>(type: "uuid", nullable: false),
                    Policy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    KeepDays = table.Column<int>(type: "integer", nullable: false),
                    ShowsListening = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_recording_rule", x => x.Team);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calls_recording_CallId",
                table: "calls_recording",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_calls_recording_State_Node",
                table: "calls_recording",
                columns: new[] { "State", "Node" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_recording_Team_State_StartedAt",
                table: "calls_recording",
                columns: new[] { "Team", "State", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls_recording");

            migrationBuilder.DropTable(
                name: "calls_recording_rule");
        }
    }
}
