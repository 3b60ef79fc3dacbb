using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Santral.Migrations.Postgres.Mailroom
{
    /// <inheritdoc />
    public partial class Letters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mailroom_audit",
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
                    table.PrimaryKey("PK_mailroom_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "mailroom_mailbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    AddressKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ImapHost = table.Column<string>(type: "text", nullable: false),
                    ImapPort = table.Column<int>(type: "integer", nullable: false),
                    ImapSecurity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ImapUser = table.Column<string>(type: "text", nullable: false),
                    ImapSecret = table.Column<string>(type: "text", nullable: true),
                    SmtpHost = table.Column<string>(type: "text", nullable: false),
                    SmtpPort = table.Column<int>(type: "integer", nullable: false),
                    SmtpSecurity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SmtpUser = table.Column<string>(type: "text", nullable: false),
                    SmtpSecret = table.Column<string>(type: "text", nullable: true),
                    Certificate = table.Column<string>(type: "text", nullable: true),
                    Folder = table.Column<string>(type: "text", nullable: false),
                    DoneFolder = table.Column<string>(type: "text", nullable: true),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: true),
                    TrustedServer = table.Column<string>(type: "text", nullable: true),
                    UsesPlus = table.Column<bool>(type: "boolean", nullable: false),
                    Acknowledges = table.Column<bool>(type: "boolean", nullable: false),
                    MostAutomatic = table.Column<int>(type: "integer", nullable: false),
                    LargestLetter = table.Column<long>(type: "bigint", nullable: false),
                    TakesUpDays = table.Column<int>(type: "integer", nullable: false),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_mailbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "mailroom_outbox",
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
                    table.PrimaryKey("PK_mailroom_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_received",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MailboxId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MessageKey = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    MessageId = table.Column<string>(type: "character varying(900)", maxLength: 900, nullable: true),
                    References = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    AnswerTo = table.Column<string>(type: "text", nullable: false),
                    FromKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    To = table.Column<string>(type: "text", nullable: false),
                    Cc = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    QuoteFrom = table.Column<int>(type: "integer", nullable: true),
                    HasHtml = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsDoubtful = table.Column<bool>(type: "boolean", nullable: false),
                    IsHeadOnly = table.Column<bool>(type: "boolean", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    OriginalId = table.Column<Guid>(type: "uuid", nullable: true),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    UidValidity = table.Column<long>(type: "bigint", nullable: false),
                    Uid = table.Column<long>(type: "bigint", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_received", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_sent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MailboxId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    MessageKey = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    InReplyTo = table.Column<string>(type: "character varying(900)", maxLength: 900, nullable: true),
                    References = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    AnswerTo = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    To = table.Column<string>(type: "text", nullable: false),
                    Cc = table.Column<string>(type: "text", nullable: false),
                    ToKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    IsAutomatic = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    WritingKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_sent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_thread",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Token = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_thread", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_state",
                columns: table => new
                {
                    MailboxId = table.Column<Guid>(type: "uuid", nullable: false),
                    UidValidity = table.Column<long>(type: "bigint", nullable: true),
                    LastUid = table.Column<long>(type: "bigint", nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastLetterAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Letters = table.Column<long>(type: "bigint", nullable: false),
                    ReceiveError = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ReceiveErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SendError = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SendErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastSentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_state", x => x.MailboxId);
                    table.ForeignKey(
                        name: "FK_mailroom_state_mailroom_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailroom_mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_attachment",
                columns: table => new
                {
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Index = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    ContentId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsInline = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_attachment", x => new { x.LetterId, x.Index });
                    table.ForeignKey(
                        name: "FK_mailroom_attachment_mailroom_received_LetterId",
                        column: x => x.LetterId,
                        principalTable: "mailroom_received",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_sent_file",
                columns: table => new
                {
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Index = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_sent_file", x => new { x.LetterId, x.Index });
                    table.ForeignKey(
                        name: "FK_mailroom_sent_file_mailroom_sent_LetterId",
                        column: x => x.LetterId,
                        principalTable: "mailroom_sent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_audit_EntityId_At",
                table: "mailroom_audit",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_mailbox_AddressKey",
                table: "mailroom_mailbox",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_outbox_DoneAt_ParkedAt_Sequence",
                table: "mailroom_outbox",
                columns: new[] { "DoneAt", "ParkedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_CustomerId",
                table: "mailroom_received",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_Fate",
                table: "mailroom_received",
                column: "Fate",
                filter: "\"Fate\" = 'New'");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_Fingerprint",
                table: "mailroom_received",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_MailboxId_ReceivedAt",
                table: "mailroom_received",
                columns: new[] { "MailboxId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_MessageKey",
                table: "mailroom_received",
                column: "MessageKey");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_OriginalId",
                table: "mailroom_received",
                column: "OriginalId");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_received_RequestId_ReceivedAt",
                table: "mailroom_received",
                columns: new[] { "RequestId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_By_WritingKey",
                table: "mailroom_sent",
                columns: new[] { "By", "WritingKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_DueAt",
                table: "mailroom_sent",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_MessageKey",
                table: "mailroom_sent",
                column: "MessageKey");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_RequestId_WrittenAt",
                table: "mailroom_sent",
                columns: new[] { "RequestId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_ToKey_WrittenAt",
                table: "mailroom_sent",
                columns: new[] { "ToKey", "WrittenAt" },
                filter: "\"IsAutomatic\"");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_sent_file_FileId",
                table: "mailroom_sent_file",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mailroom_thread_Token",
                table: "mailroom_thread",
                column: "Token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mailroom_attachment");

            migrationBuilder.DropTable(
                name: "mailroom_audit");

            migrationBuilder.DropTable(
                name: "mailroom_inbox");

            migrationBuilder.DropTable(
                name: "mailroom_number_series");

            migrationBuilder.DropTable(
                name: "mailroom_outbox");

            migrationBuilder.DropTable(
                name: "mailroom_sent_file");

            migrationBuilder.DropTable(
                name: "mailroom_state");

            migrationBuilder.DropTable(
                name: "mailroom_thread");

            migrationBuilder.DropTable(
                name: "mailroom_received");

            migrationBuilder.DropTable(
                name: "mailroom_sent");

            migrationBuilder.DropTable(
                name: "mailroom_mailbox");
        }
    }
}
