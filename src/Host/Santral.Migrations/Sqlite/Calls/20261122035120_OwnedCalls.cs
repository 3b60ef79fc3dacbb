using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Calls
{
    /// <inheritdoc />
    public partial class OwnedCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Entry",
                table: "calls_event",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Node",
                table: "calls_call",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_calls_event_Entry",
                table: "calls_event",
                column: "Entry",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calls_event_Entry",
                table: "calls_event");

            migrationBuilder.DropColumn(
                name: "Entry",
                table: "calls_event");

            migrationBuilder.DropColumn(
                name: "Node",
                table: "calls_call");
        }
    }
}
