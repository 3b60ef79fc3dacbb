using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Files
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "files_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EntityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "files_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsRisky = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LookedAtLast = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "files_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "files_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "files_outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FactVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    ParkedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_files_audit_EntityId_At",
                table: "files_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_files_file_LookedAtLast",
                table: "files_file",
                column: "LookedAtLast");

            migrationBuilder.CreateIndex(
                name: "IX_files_file_Sha256",
                table: "files_file",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_files_file_StoredBy_StoredAt",
                table: "files_file",
                columns: new[] { "StoredBy", "StoredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_files_outbox_DoneAt_ParkedAt_Sequence",
                table: "files_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "files_audit");

            migrationBuilder.DropTable(
                name: "files_file");

            migrationBuilder.DropTable(
                name: "files_inbox");

            migrationBuilder.DropTable(
                name: "files_number_series");

            migrationBuilder.DropTable(
                name: "files_outbox");
        }
    }
}
