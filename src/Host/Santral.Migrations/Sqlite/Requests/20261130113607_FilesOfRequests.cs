using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Requests
{
    /// <inheritdoc />
    public partial class FilesOfRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "requests_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRisky = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_file", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_file_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_file_FileId",
                table: "requests_file",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_file_RequestId_FileId",
                table: "requests_file",
                columns: new[] { "RequestId", "FileId" },
                unique: true,
                filter: "\"RemovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_file");
        }
    }
}
