using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Customers
{
    /// <inheritdoc />
    public partial class SalesAndIdentity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_customer_TaxNumber",
                table: "customers_customer");

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "customers_customer",
                type: "TEXT",
                maxLength: 2,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "customers_customer",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IdentityNumber",
                table: "customers_customer",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBuyer",
                table: "customers_customer",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSeller",
                table: "customers_customer",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "OnlyPreferred",
                table: "customers_customer",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PreferredMethodId",
                table: "customers_customer",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ServicePasswordSetAt",
                table: "customers_customer",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_address",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Line1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Line2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_address", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_address_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsGiven = table.Column<bool>(type: "INTEGER", nullable: false),
                    TextVersion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_consent_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_cross_sell_rule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HasCategoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HasPlan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    LacksCategoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LacksPlan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OfferTr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OfferSv = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OfferEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_cross_sell_rule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_name_key",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_name_key", x => new { x.CustomerId, x.Key });
                    table.ForeignKey(
                        name: "FK_customers_name_key_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_note_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_opened",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Asked = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Made = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_opened", x => new { x.UserId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "customers_opportunity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_opportunity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_opportunity_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_order_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_order_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_order_note_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_subscription",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NumberSeries = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NumberOrder = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvoiceCustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CategoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SpecialCode = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Line1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Line2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_subscription", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_subscription_customers_customer_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_customers_subscription_customers_customer_InvoiceCustomerId",
                        column: x => x.InvoiceCustomerId,
                        principalTable: "customers_customer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_order_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_order_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_order_line_customers_order_note_OrderNoteId",
                        column: x => x.OrderNoteId,
                        principalTable: "customers_order_note",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_subscription_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MonthlyMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_subscription_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_subscription_line_customers_subscription_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "customers_subscription",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_subscription_move",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_subscription_move", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_subscription_move_customers_subscription_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "customers_subscription",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_customer_Country_IdentityNumber",
                table: "customers_customer",
                columns: new[] { "Country", "IdentityNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_customer_Country_TaxNumber",
                table: "customers_customer",
                columns: new[] { "Country", "TaxNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_address_CustomerId_Kind",
                table: "customers_address",
                columns: new[] { "CustomerId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_consent_CustomerId_At",
                table: "customers_consent",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_name_key_Key",
                table: "customers_name_key",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_customers_note_CustomerId_At",
                table: "customers_note",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_opportunity_CustomerId_OpenedAt",
                table: "customers_opportunity",
                columns: new[] { "CustomerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_opportunity_Number",
                table: "customers_opportunity",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_opportunity_RequestId",
                table: "customers_opportunity",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_opportunity_Stage_OpenedAt",
                table: "customers_opportunity",
                columns: new[] { "Stage", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_order_line_OrderNoteId",
                table: "customers_order_line",
                column: "OrderNoteId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_order_note_CustomerId_TakenAt",
                table: "customers_order_note",
                columns: new[] { "CustomerId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_order_note_Number",
                table: "customers_order_note",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_order_note_RequestId",
                table: "customers_order_note",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_CategoryId",
                table: "customers_subscription",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_CustomerId_Status",
                table: "customers_subscription",
                columns: new[] { "CustomerId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_InvoiceCustomerId",
                table: "customers_subscription",
                column: "InvoiceCustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_Number",
                table: "customers_subscription",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_NumberOrder_Number",
                table: "customers_subscription",
                columns: new[] { "NumberOrder", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_line_SubscriptionId",
                table: "customers_subscription_line",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_subscription_move_SubscriptionId",
                table: "customers_subscription_move",
                column: "SubscriptionId");

            // What was one line becomes the main address; the customer's own key serves, since each has at most one.
            migrationBuilder.Sql("""
                UPDATE customers_customer SET "Country" = CASE "Language" WHEN 'sv' THEN 'SE' ELSE 'TR' END
                """);
            migrationBuilder.Sql("""
                INSERT INTO customers_address ("Id", "CustomerId", "Kind", "Line1", "City", "Country")
                SELECT "Id", "Id", 'Main', substr("Address", 1, 200), "City", "Country" FROM customers_customer
                WHERE "Address" IS NOT NULL OR "City" IS NOT NULL
                """);

            migrationBuilder.DropColumn(
                name: "Address",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "City",
                table: "customers_customer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_address");

            migrationBuilder.DropTable(
                name: "customers_consent");

            migrationBuilder.DropTable(
                name: "customers_cross_sell_rule");

            migrationBuilder.DropTable(
                name: "customers_name_key");

            migrationBuilder.DropTable(
                name: "customers_note");

            migrationBuilder.DropTable(
                name: "customers_opened");

            migrationBuilder.DropTable(
                name: "customers_opportunity");

            migrationBuilder.DropTable(
                name: "customers_order_line");

            migrationBuilder.DropTable(
                name: "customers_subscription_line");

            migrationBuilder.DropTable(
                name: "customers_subscription_move");

            migrationBuilder.DropTable(
                name: "customers_order_note");

            migrationBuilder.DropTable(
                name: "customers_subscription");

            migrationBuilder.DropIndex(
                name: "IX_customers_customer_Country_IdentityNumber",
                table: "customers_customer");

            migrationBuilder.DropIndex(
                name: "IX_customers_customer_Country_TaxNumber",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "IdentityNumber",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "IsBuyer",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "IsSeller",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "OnlyPreferred",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "PreferredMethodId",
                table: "customers_customer");

            migrationBuilder.DropColumn(
                name: "ServicePasswordSetAt",
                table: "customers_customer");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "customers_customer",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "customers_customer",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_customer_TaxNumber",
                table: "customers_customer",
                column: "TaxNumber",
                unique: true);
        }
    }
}
