using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Ivr
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ivr_flow",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PublishedBy",
                table: "ivr_flow",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ivr_flow",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ivr_draft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BasedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ivr_draft", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ivr_draft_Code",
                table: "ivr_draft",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ivr_draft");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ivr_flow");

            migrationBuilder.DropColumn(
                name: "PublishedBy",
                table: "ivr_flow");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ivr_flow");
        }
    }
}
