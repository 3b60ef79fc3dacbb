using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Requests
{
    /// <inheritdoc />
    public partial class RequestsByProcess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_stage");

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "requests_stage_move",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Part",
                table: "requests_stage_move",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ApprovalRequestedBy",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ApprovalRound",
                table: "requests_request",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ApprovalVotes",
                table: "requests_request",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "StageSince",
                table: "requests_request",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.Sql(
                """
                UPDATE requests_request SET "StageSince" = COALESCE(
                  (SELECT MAX(m."At") FROM requests_stage_move m WHERE m."RequestId" = requests_request."Id"), "OpenedAt")
                """);

            migrationBuilder.CreateTable(
                name: "requests_stage_vote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Part = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_stage_vote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_stage_vote_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_stage_move_At",
                table: "requests_stage_move",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_requests_stage_vote_RequestId_Round",
                table: "requests_stage_vote",
                columns: new[] { "RequestId", "Round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_stage_vote");

            migrationBuilder.DropIndex(
                name: "IX_requests_stage_move_At",
                table: "requests_stage_move");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "requests_stage_move");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "requests_stage_move");

            migrationBuilder.DropColumn(
                name: "ApprovalRequestedBy",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ApprovalRound",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ApprovalVotes",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "StageSince",
                table: "requests_request");

            migrationBuilder.CreateTable(
                name: "requests_stage",
                columns: table => new
                {
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Names_En = table.Column<string>(type: "text", nullable: false),
                    Names_Sv = table.Column<string>(type: "text", nullable: false),
                    Names_Tr = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_stage", x => new { x.Unit, x.Code });
                });
        }
    }
}
