using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Santral.Migrations.Sqlite.Mailroom
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
                    table.PrimaryKey("PK_mailroom_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_inbox", x => new { x.Consumer, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "mailroom_mailbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ImapHost = table.Column<string>(type: "TEXT", nullable: false),
                    ImapPort = table.Column<int>(type: "INTEGER", nullable: false),
                    ImapSecurity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ImapUser = table.Column<string>(type: "TEXT", nullable: false),
                    ImapSecret = table.Column<string>(type: "TEXT", nullable: true),
                    SmtpHost = table.Column<string>(type: "TEXT", nullable: false),
                    SmtpPort = table.Column<int>(type: "INTEGER", nullable: false),
                    SmtpSecurity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SmtpUser = table.Column<string>(type: "TEXT", nullable: false),
                    SmtpSecret = table.Column<string>(type: "TEXT", nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", nullable: true),
                    Folder = table.Column<string>(type: "TEXT", nullable: false),
                    DoneFolder = table.Column<string>(type: "TEXT", nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CategoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrustedServer = table.Column<string>(type: "TEXT", nullable: true),
                    UsesPlus = table.Column<bool>(type: "INTEGER", nullable: false),
                    Acknowledges = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostAutomatic = table.Column<int>(type: "INTEGER", nullable: false),
                    LargestLetter = table.Column<long>(type: "INTEGER", nullable: false),
                    TakesUpDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_mailbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_number_series",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_number_series", x => new { x.Series, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "mailroom_outbox",
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
                    table.PrimaryKey("PK_mailroom_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_received",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MessageKey = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    References = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    AnswerTo = table.Column<string>(type: "TEXT", nullable: false),
                    FromKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Cc = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    QuoteFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    HasHtml = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsDoubtful = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsHeadOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OriginalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    UidValidity = table.Column<long>(type: "INTEGER", nullable: false),
                    Uid = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_received", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_sent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    MessageKey = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    InReplyTo = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    References = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    AnswerTo = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Cc = table.Column<string>(type: "TEXT", nullable: false),
                    ToKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    WritingKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_sent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_thread",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailroom_thread", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "mailroom_state",
                columns: table => new
                {
                    MailboxId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UidValidity = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUid = table.Column<long>(type: "INTEGER", nullable: false),
                    ConnectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastLetterAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Letters = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceiveError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReceiveErrorAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SendError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SendErrorAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSentAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Index = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsInline = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Index = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false)
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
