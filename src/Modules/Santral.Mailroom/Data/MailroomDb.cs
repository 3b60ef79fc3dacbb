using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>Mailboxes, the letters that came and those that go.</summary>
public class MailroomDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Mailbox> Mailboxes => Set<Mailbox>();

    public DbSet<MailboxState> States => Set<MailboxState>();

    public DbSet<ReceivedLetter> Received => Set<ReceivedLetter>();

    public DbSet<ReceivedAttachment> Attachments => Set<ReceivedAttachment>();

    public DbSet<SentLetter> Sent => Set<SentLetter>();

    public DbSet<SentAttachment> SentFiles => Set<SentAttachment>();

    public DbSet<MailThread> Threads => Set<MailThread>();

    public override string Module => "mailroom";

    protected override void Map(ModelBuilder model) => MailroomMapping.Map(model);
}
