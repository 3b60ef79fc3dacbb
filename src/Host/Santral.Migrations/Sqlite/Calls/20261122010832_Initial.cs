using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Calls
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calls_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EntityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CalledNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CallingNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Agent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Team = table.Column<Guid>(type: "TEXT", nullable: true),
                    Waited = table.Column<long>(type: "INTEGER", nullable: false),
                    Talked = table.Column<long>(type: "INTEGER", nullable: false),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_call", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_event",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Agent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Step = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_event", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "calls_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "calls_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "calls_outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FactVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    ParkedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calls_audit_EntityId_At",
                table: "calls_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_call_Agent_ArrivedAt",
                table: "calls_call",
                columns: new[] { "Agent", "ArrivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_call_ArrivedAt",
                table: "calls_call",
                column: "ArrivedAt",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_calls_call_CallingNumber_ArrivedAt",
                table: "calls_call",
                columns: new[] { "CallingNumber", "ArrivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_call_EndedAt",
                table: "calls_call",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_calls_call_Unit_ArrivedAt",
                table: "calls_call",
                columns: new[] { "Unit", "ArrivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_event_CallId_Sequence",
                table: "calls_event",
                columns: new[] { "CallId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_outbox_DoneAt_ParkedAt_Sequence",
                table: "calls_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls_audit");

            migrationBuilder.DropTable(
                name: "calls_call");

            migrationBuilder.DropTable(
                name: "calls_event");

            migrationBuilder.DropTable(
                name: "calls_inbox");

            migrationBuilder.DropTable(
                name: "calls_number_series");

            migrationBuilder.DropTable(
                name: "calls_outbox");
        }
    }
}
