using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Calls
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
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Direction",
                table: "calls_call",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Inbound");

            migrationBuilder.CreateTable(
                name: "calls_dialled",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Trunk = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_dialled", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_outbound_rule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    National = table.Column<bool>(type: "INTEGER", nullable: false),
                    International = table.Column<bool>(type: "INTEGER", nullable: false),
                    Premium = table.Column<bool>(type: "INTEGER", nullable: false),
                    Allowed = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Barred = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PerHour = table.Column<int>(type: "INTEGER", nullable: false),
                    Transfers = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_outbound_rule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calls_trunk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Port = table.Column<int>(type: "INTEGER", nullable: false),
                    Transport = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    User = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    AuthUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Networks = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    CallerNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    CallsOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostCalls = table.Column<int>(type: "INTEGER", nullable: false),
                    AsksEvery = table.Column<long>(type: "INTEGER", nullable: false),
                    Registers = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
