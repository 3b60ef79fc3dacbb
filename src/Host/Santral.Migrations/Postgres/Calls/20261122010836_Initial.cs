using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Santral.Migrations.Postgres.Calls
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
                    table.PrimaryKey("PK_calls_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CalledNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CallingNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Agent = table.Column<Guid>(type: "uuid", nullable: true),
                    Team = table.Column<Guid>(type: "uuid", nullable: true),
                    Waited = table.Column<long>(type: "bigint", nullable: false),
                    Talked = table.Column<long>(type: "bigint", nullable: false),
                    EndReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_call", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_event",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Agent = table.Column<Guid>(type: "uuid", nullable: true),
                    Team = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Step = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_event", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "calls_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "calls_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "calls_outbox",
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
