using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Mailroom
{
    /// <inheritdoc />
    public partial class LettersTokensAndFaxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "OldUntil",
                table: "mailroom_state",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ReceiveProblem",
                table: "mailroom_state",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SendProblem",
                table: "mailroom_state",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksReceipt",
                table: "mailroom_sent",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Calendar",
                table: "mailroom_sent",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Html",
                table: "mailroom_sent",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsForward",
                table: "mailroom_sent",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsNews",
                table: "mailroom_sent",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpenedAt",
                table: "mailroom_sent",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "mailroom_sent",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFax",
                table: "mailroom_received",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Medium",
                table: "mailroom_mailbox",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Mail");

            migrationBuilder.AddColumn<string>(
                name: "TokenClient",
                table: "mailroom_mailbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenRefresh",
                table: "mailroom_mailbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenScope",
                table: "mailroom_mailbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenSecret",
                table: "mailroom_mailbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenUrl",
                table: "mailroom_mailbox",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OldUntil",
                table: "mailroom_state");

            migrationBuilder.DropColumn(
                name: "ReceiveProblem",
                table: "mailroom_state");

            migrationBuilder.DropColumn(
                name: "SendProblem",
                table: "mailroom_state");

            migrationBuilder.DropColumn(
                name: "AsksReceipt",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "Calendar",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "IsForward",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "IsNews",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "OpenedAt",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "mailroom_sent");

            migrationBuilder.DropColumn(
                name: "IsFax",
                table: "mailroom_received");

            migrationBuilder.DropColumn(
                name: "Medium",
                table: "mailroom_mailbox");

            migrationBuilder.DropColumn(
                name: "TokenClient",
                table: "mailroom_mailbox");

            migrationBuilder.DropColumn(
                name: "TokenRefresh",
                table: "mailroom_mailbox");

            migrationBuilder.DropColumn(
                name: "TokenScope",
                table: "mailroom_mailbox");

            migrationBuilder.DropColumn(
                name: "TokenSecret",
                table: "mailroom_mailbox");

            migrationBuilder.DropColumn(
                name: "TokenUrl",
                table: "mailroom_mailbox");
        }
    }
}
