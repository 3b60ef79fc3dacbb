using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Processes
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
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "processes_delivery",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Recipient",
                table: "processes_delivery",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "processes_delivery",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "processes_delivery",
                type: "integer",
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
