using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Calls
{
    /// <inheritdoc />
    public partial class OutsideLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "calls_event",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Direction",
                table: "calls_call",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Inbound");

            migrationBuilder.CreateTable(
                name: "calls_dialled",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Trunk = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<int>(type: "integer", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_dialled", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_outbound_rule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    National = table.Column<bool>(type: "boolean", nullable: false),
                    International = table.Column<bool>(type: "boolean", nullable: false),
                    Premium = table.Column<bool>(type: "boolean", nullable: false),
                    Allowed = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Barred = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    PerHour = table.Column<int>(type: "integer", nullable: false),
                    Transfers = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_outbound_rule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_trunk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    Port = table.Column<int>(type: "integer", nullable: false),
                    Transport = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    User = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    AuthUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Networks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Prefix = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    CallerNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    CallsOut = table.Column<bool>(type: "boolean", nullable: false),
                    TakesIn = table.Column<bool>(type: "boolean", nullable: false),
                    MostCalls = table.Column<int>(type: "integer", nullable: false),
                    AsksEvery = table.Column<long>(type: "bigint", nullable: false),
                    Registers = table.Column<long>(type: "bigint", nullable: false),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_trunk", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calls_dialled_At",
                table: "calls_dialled",
                column: "At",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_calls_dialled_By_At",
                table: "calls_dialled",
                columns: new[] { "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_outbound_rule_Role",
                table: "calls_outbound_rule",
                column: "Role",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls_dialled");

            migrationBuilder.DropTable(
                name: "calls_outbound_rule");

            migrationBuilder.DropTable(
                name: "calls_trunk");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "calls_event");

            migrationBuilder.DropColumn(
                name: "Direction",
                table: "calls_call");
        }
    }
}
