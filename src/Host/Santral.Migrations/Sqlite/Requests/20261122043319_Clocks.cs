using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Requests
{
    /// <inheritdoc />
    public partial class Clocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AlarmAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "requests_request",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(9000, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolutionDueAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolutionEscalatedAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResolutionLeft",
                table: "requests_request",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolutionMetAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResolutionTarget",
                table: "requests_request",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolutionWarnAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResolutionWarnedAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResponseDueAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResponseEscalatedAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResponseLeft",
                table: "requests_request",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResponseMetAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResponseTarget",
                table: "requests_request",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResponseWarnAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResponseWarnedAt",
                table: "requests_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "requests_request",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "requests_clock_run",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneFor = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_clock_run", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_AlarmAt",
                table: "requests_request",
                column: "AlarmAt");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_DueAt",
                table: "requests_request",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_clock_run");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_AlarmAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_DueAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "AlarmAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionDueAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionEscalatedAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionLeft",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionMetAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionTarget",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionWarnAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResolutionWarnedAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseDueAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseEscalatedAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseLeft",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseMetAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseTarget",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseWarnAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ResponseWarnedAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "requests_request");
        }
    }
}
