using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Processes
{
    /// <inheritdoc />
    public partial class DeliveryTroubles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Path",
                table: "processes_delivery",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "processes_delivery",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Recipient",
                table: "processes_delivery",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "processes_delivery",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "processes_delivery",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Path",
                table: "processes_delivery");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "processes_delivery");

            migrationBuilder.DropColumn(
                name: "Recipient",
                table: "processes_delivery");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "processes_delivery");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "processes_delivery");
        }
    }
}
