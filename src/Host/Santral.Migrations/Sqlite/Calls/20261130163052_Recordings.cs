using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Calls
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Team = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agent = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Node = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Gone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    GoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_recording", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_recording_rule",
                columns: table => new
                {
                    Team = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeepDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ShowsListening = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
