using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Postgres.Requests
{
    /// <inheritdoc />
    public partial class Matters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_contact_method_Code",
                table: "requests_contact_method");

            migrationBuilder.DropColumn(
                name: "IsActive",
                table: "requests_contact_method");

            migrationBuilder.DropColumn(
                name: "Names_En",
                table: "requests_contact_method");

            migrationBuilder.DropColumn(
                name: "Names_Sv",
                table: "requests_contact_method");

            migrationBuilder.DropColumn(
                name: "Names_Tr",
                table: "requests_contact_method");

            migrationBuilder.DropColumn(
                name: "Order",
                table: "requests_contact_method");

            migrationBuilder.AlterColumn<string>(
                name: "Priority",
                table: "requests_request",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "requests_request",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "requests_request",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CategoryId",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MergedAt",
                table: "requests_request",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "requests_request",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PriorityId",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Product",
                table: "requests_request",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubscriptionId",
                table: "requests_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WantedOn",
                table: "requests_request",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Work",
                table: "requests_request",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CategoryId",
                table: "requests_interaction",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MethodId",
                table: "requests_interaction",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestId",
                table: "requests_interaction",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "requests_interaction",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "requests_bulk_act",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StepsJson = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_bulk_act", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_link",
                columns: table => new
                {
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_link", x => new { x.FirstId, x.SecondId });
                    table.ForeignKey(
                        name: "FK_requests_link_requests_request_FirstId",
                        column: x => x.FirstId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_requests_link_requests_request_SecondId",
                        column: x => x.SecondId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "requests_merge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    GainsJson = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_merge", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_tag",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Folded = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_tag", x => new { x.RequestId, x.Folded });
                    table.ForeignKey(
                        name: "FK_requests_tag_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "requests_unit_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OnlyAuthorisedCategorise = table.Column<bool>(type: "boolean", nullable: false),
                    CategoryToResolve = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_unit_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_watcher",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_watcher", x => new { x.RequestId, x.UserId });
                    table.ForeignKey(
                        name: "FK_requests_watcher_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_CategoryId_OpenedAt",
                table: "requests_request",
                columns: new[] { "CategoryId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_ParentId",
                table: "requests_request",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_TeamId_StageKind_OpenedAt",
                table: "requests_request",
                columns: new[] { "TeamId", "StageKind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_interaction_CategoryId",
                table: "requests_interaction",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_link_SecondId",
                table: "requests_link",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_merge_FromId",
                table: "requests_merge",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_merge_IntoId",
                table: "requests_merge",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_tag_Folded_RequestId",
                table: "requests_tag",
                columns: new[] { "Folded", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_unit_rules_Unit",
                table: "requests_unit_rules",
                column: "Unit",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_watcher_UserId_RequestId",
                table: "requests_watcher",
                columns: new[] { "UserId", "RequestId" });

            migrationBuilder.AddForeignKey(
                name: "FK_requests_request_requests_request_MergedIntoId",
                table: "requests_request",
                column: "MergedIntoId",
                principalTable: "requests_request",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_requests_request_requests_request_ParentId",
                table: "requests_request",
                column: "ParentId",
                principalTable: "requests_request",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_requests_request_requests_request_MergedIntoId",
                table: "requests_request");

            migrationBuilder.DropForeignKey(
                name: "FK_requests_request_requests_request_ParentId",
                table: "requests_request");

            migrationBuilder.DropTable(
                name: "requests_bulk_act");

            migrationBuilder.DropTable(
                name: "requests_link");

            migrationBuilder.DropTable(
                name: "requests_merge");

            migrationBuilder.DropTable(
                name: "requests_tag");

            migrationBuilder.DropTable(
                name: "requests_unit_rules");

            migrationBuilder.DropTable(
                name: "requests_watcher");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_CategoryId_OpenedAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_ParentId",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_TeamId_StageKind_OpenedAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_interaction_CategoryId",
                table: "requests_interaction");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "MergedAt",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "PriorityId",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "Product",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "SubscriptionId",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "WantedOn",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "Work",
                table: "requests_request");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "requests_interaction");

            migrationBuilder.DropColumn(
                name: "MethodId",
                table: "requests_interaction");

            migrationBuilder.DropColumn(
                name: "RequestId",
                table: "requests_interaction");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "requests_interaction");

            migrationBuilder.AlterColumn<string>(
                name: "Priority",
                table: "requests_request",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsActive",
                table: "requests_contact_method",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Names_En",
                table: "requests_contact_method",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Names_Sv",
                table: "requests_contact_method",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Names_Tr",
                table: "requests_contact_method",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Order",
                table: "requests_contact_method",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_requests_contact_method_Code",
                table: "requests_contact_method",
                column: "Code",
                unique: true);
        }
    }
}
