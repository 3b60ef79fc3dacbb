using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Requests
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_Kind_OpenedAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_OpenedAt_Number",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_ChangedAt_Number",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_StageKind_OpenedAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_OwnerId_StageKind_OpenedAt",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_Unit_StageKind_OpenedAt",
                table: "requests_request");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_by_opening",
                table: "requests_request",
                columns: ["OpenedAt", "Number", "Unit", "StageKind", "Kind", "MergedIntoId", "PriorityId", "TeamId"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_by_change",
                table: "requests_request",
                columns: ["ChangedAt", "Number", "Unit", "StageKind", "MergedIntoId"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_counts",
                table: "requests_request",
                columns: ["Unit", "StageKind", "MergedIntoId", "Kind", "PriorityId"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_of_owner",
                table: "requests_request",
                columns: ["OwnerId", "StageKind", "OpenedAt", "Unit", "MergedIntoId"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OpenedBy_Unit",
                table: "requests_request",
                columns: ["OpenedBy", "Unit"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_StageSince",
                table: "requests_request",
                column: "StageSince",
                filter: "\"StageKind\" = 'Approval'");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            // With the number, so that a page by due time is read without sorting. The model cannot say it: the due time belongs to an owned part.
            migrationBuilder.Sql("DROP INDEX \"IX_requests_request_DueAt\"");
            migrationBuilder.Sql("CREATE INDEX \"IX_requests_request_DueAt\" ON requests_request (\"DueAt\", \"Number\")");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_requests_request_DueAt\"");
            migrationBuilder.Sql("CREATE INDEX \"IX_requests_request_DueAt\" ON requests_request (\"DueAt\")");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_by_opening",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_by_change",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_counts",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_of_owner",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_OpenedBy_Unit",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_StageSince",
                table: "requests_request");

            migrationBuilder.DropIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_MergedIntoId",
                table: "requests_request",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_Kind_OpenedAt",
                table: "requests_request",
                columns: ["Kind", "OpenedAt"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OpenedAt_Number",
                table: "requests_request",
                columns: ["OpenedAt", "Number"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_ChangedAt_Number",
                table: "requests_request",
                columns: ["ChangedAt", "Number"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_StageKind_OpenedAt",
                table: "requests_request",
                columns: ["StageKind", "OpenedAt"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OwnerId_StageKind_OpenedAt",
                table: "requests_request",
                columns: ["OwnerId", "StageKind", "OpenedAt"]);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_Unit_StageKind_OpenedAt",
                table: "requests_request",
                columns: ["Unit", "StageKind", "OpenedAt"]);
        }
    }
}
