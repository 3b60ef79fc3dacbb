using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Calls
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "calls_call",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SolvedOnPhone",
                table: "calls_call",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calls_disclosure",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calls_disclosure", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calls_disclosure_CallId_Sequence",
                table: "calls_disclosure",
                columns: new[] { "CallId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_calls_disclosure_Operation",
                table: "calls_disclosure",
                column: "Operation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls_disclosure");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "calls_call");

            migrationBuilder.DropColumn(
                name: "SolvedOnPhone",
                table: "calls_call");
        }
    }
}
