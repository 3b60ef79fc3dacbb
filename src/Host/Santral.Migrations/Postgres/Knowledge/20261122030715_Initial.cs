using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Santral.Migrations.Postgres.Knowledge
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_article",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    MainLanguage = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    HasDraft = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedNumber = table.Column<int>(type: "integer", nullable: true),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsOutdated = table.Column<bool>(type: "boolean", nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_audit",
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
                    table.PrimaryKey("PK_knowledge_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_duty",
                columns: table => new
                {
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_duty", x => x.Unit);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "knowledge_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "knowledge_outbox",
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
                    table.PrimaryKey("PK_knowledge_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_search",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Folded = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_search", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_category",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_category", x => new { x.ArticleId, x.CategoryId });
                    table.ForeignKey(
                        name: "FK_knowledge_article_category_knowledge_article_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_link",
                columns: table => new
                {
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_article_link", x => new { x.FromId, x.ToId });
                    table.ForeignKey(
                        name: "FK_knowledge_article_link_knowledge_article_FromId",
                        column: x => x.FromId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_knowledge_article_link_knowledge_article_ToId",
                        column: x => x.ToId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_reading",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    SearchId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    Helped = table.Column<bool>(type: "boolean", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Seen = table.Column<string>(type: "text", nullable: false),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_reading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_reading_knowledge_article_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_use",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_use", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_use_knowledge_article_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_version",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Comment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RolledBackTo = table.Column<int>(type: "integer", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_version", x => new { x.ArticleId, x.Number });
                    table.ForeignKey(
                        name: "FK_knowledge_version_knowledge_article_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "knowledge_article",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_article_category_CategoryId",
                table: "knowledge_article_category",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_article_link_ToId",
                table: "knowledge_article_link",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_audit_EntityId_At",
                table: "knowledge_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_outbox_DoneAt_ParkedAt_Sequence",
                table: "knowledge_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_reading_ArticleId_At",
                table: "knowledge_reading",
                columns: new[] { "ArticleId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_reading_RequestId_At",
                table: "knowledge_reading",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_search_Found_At",
                table: "knowledge_search",
                columns: new[] { "Found", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_search_RequestId",
                table: "knowledge_search",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_use_ArticleId",
                table: "knowledge_use",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_use_RequestId_ArticleId",
                table: "knowledge_use",
                columns: new[] { "RequestId", "ArticleId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "knowledge_article_category");

            migrationBuilder.DropTable(
                name: "knowledge_article_link");

            migrationBuilder.DropTable(
                name: "knowledge_audit");

            migrationBuilder.DropTable(
                name: "knowledge_duty");

            migrationBuilder.DropTable(
                name: "knowledge_inbox");

            migrationBuilder.DropTable(
                name: "knowledge_number_series");

            migrationBuilder.DropTable(
                name: "knowledge_outbox");

            migrationBuilder.DropTable(
                name: "knowledge_reading");

            migrationBuilder.DropTable(
                name: "knowledge_search");

            migrationBuilder.DropTable(
                name: "knowledge_use");

            migrationBuilder.DropTable(
                name: "knowledge_version");

            migrationBuilder.DropTable(
                name: "knowledge_article");
        }
    }
}
