using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Clocks
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clocks_audit",
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
                    table.PrimaryKey("PK_clocks_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "clocks_calendar",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Week = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Names_En = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Names_Sv = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Names_Tr = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_calendar", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "clocks_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "clocks_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "clocks_outbox",
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
                    table.PrimaryKey("PK_clocks_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "clocks_target",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PriorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CategoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ResponseMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    ResolutionMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_target", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "clocks_calendar_day",
                columns: table => new
                {
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsYearly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Opening = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Names_En = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Names_Sv = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Names_Tr = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_calendar_day", x => new { x.CalendarId, x.Key });
                    table.ForeignKey(
                        name: "FK_clocks_calendar_day_clocks_calendar_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "clocks_calendar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clocks_calendar_use",
                columns: table => new
                {
                    Who = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clocks_calendar_use", x => x.Who);
                    table.ForeignKey(
                        name: "FK_clocks_calendar_use_clocks_calendar_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "clocks_calendar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_clocks_audit_EntityId_At",
                table: "clocks_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_clocks_calendar_use_CalendarId",
                table: "clocks_calendar_use",
                column: "CalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_clocks_outbox_DoneAt_ParkedAt_Sequence",
                table: "clocks_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_clocks_target_Key",
                table: "clocks_target",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clocks_audit");

            migrationBuilder.DropTable(
                name: "clocks_calendar_day");

            migrationBuilder.DropTable(
                name: "clocks_calendar_use");

            migrationBuilder.DropTable(
                name: "clocks_inbox");

            migrationBuilder.DropTable(
                name: "clocks_number_series");

            migrationBuilder.DropTable(
                name: "clocks_outbox");

            migrationBuilder.DropTable(
                name: "clocks_target");

            migrationBuilder.DropTable(
                name: "clocks_calendar");
        }
    }
}
