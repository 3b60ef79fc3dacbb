using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Santral.Migrations.Postgres.Requests
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "requests_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Entity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EntityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_contact_method",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Names_En = table.Column<string>(type: "text", nullable: false),
                    Names_Sv = table.Column<string>(type: "text", nullable: false),
                    Names_Tr = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_contact_method", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "requests_interaction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CalledNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CallingNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    CallerClass = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Waited = table.Column<long>(type: "bigint", nullable: false),
                    Talked = table.Column<long>(type: "bigint", nullable: false),
                    EndReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MenuPathJson = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_interaction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "requests_outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FactVersion = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true),
                    ParkedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "requests_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NumberSeries = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NumberOrder = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    ContactMethodId = table.Column<Guid>(type: "uuid", nullable: true),
                    Priority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    StageCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StageKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpeningKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    OpeningAsked = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_request", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "requests_view",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Filter = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Names_En = table.Column<string>(type: "text", nullable: false),
                    Names_Sv = table.Column<string>(type: "text", nullable: false),
                    Names_Tr = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_view", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_call",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_call", x => new { x.RequestId, x.CallId });
                    table.ForeignKey(
                        name: "FK_requests_call_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "requests_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    CustomerSees = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_note_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "requests_search",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_search", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_requests_search_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "requests_stage_move",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_stage_move", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_stage_move_requests_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_audit_EntityId_At",
                table: "requests_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_call_CallId",
                table: "requests_call",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_contact_method_Code",
                table: "requests_contact_method",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_interaction_CustomerId_StartedAt",
                table: "requests_interaction",
                columns: new[] { "CustomerId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_interaction_StartedAt",
                table: "requests_interaction",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_requests_interaction_Unit_StartedAt",
                table: "requests_interaction",
                columns: new[] { "Unit", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_note_RequestId_At",
                table: "requests_note",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_outbox_DoneAt_ParkedAt_Sequence",
                table: "requests_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_ChangedAt_Number",
                table: "requests_request",
                columns: new[] { "ChangedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_CustomerId_OpenedAt",
                table: "requests_request",
                columns: new[] { "CustomerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_Kind_OpenedAt",
                table: "requests_request",
                columns: new[] { "Kind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_Number",
                table: "requests_request",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_NumberOrder_Number",
                table: "requests_request",
                columns: new[] { "NumberOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OpenedAt_Number",
                table: "requests_request",
                columns: new[] { "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OpenedBy_OpeningKey",
                table: "requests_request",
                columns: new[] { "OpenedBy", "OpeningKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_OwnerId_StageKind_OpenedAt",
                table: "requests_request",
                columns: new[] { "OwnerId", "StageKind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_ResolvedAt",
                table: "requests_request",
                column: "ResolvedAt");

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_StageKind_OpenedAt",
                table: "requests_request",
                columns: new[] { "StageKind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_request_Unit_StageKind_OpenedAt",
                table: "requests_request",
                columns: new[] { "Unit", "StageKind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_stage_move_RequestId",
                table: "requests_stage_move",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_view_OwnerId",
                table: "requests_view",
                column: "OwnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_audit");

            migrationBuilder.DropTable(
                name: "requests_call");

            migrationBuilder.DropTable(
                name: "requests_contact_method");

            migrationBuilder.DropTable(
                name: "requests_inbox");

            migrationBuilder.DropTable(
                name: "requests_interaction");

            migrationBuilder.DropTable(
                name: "requests_note");

            migrationBuilder.DropTable(
                name: "requests_number_series");

            migrationBuilder.DropTable(
                name: "requests_outbox");

            migrationBuilder.DropTable(
                name: "requests_search");

            migrationBuilder.DropTable(
                name: "requests_stage");

            migrationBuilder.DropTable(
                name: "requests_stage_move");

            migrationBuilder.DropTable(
                name: "requests_view");

            migrationBuilder.DropTable(
                name: "requests_request");
        }
    }
}
