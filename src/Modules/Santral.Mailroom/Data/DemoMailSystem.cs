using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Data;

/// <summary>Where the demo's own mail system listens on this machine: `SANTRAL_DEMO_MAIL=imap,smtp`, set by `./run` when it started one.</summary>
internal sealed class DemoMailSystem
{
    public const string Password = "demo";

    public DemoMailSystem(IConfiguration configuration)
    {
        if (configuration["DEMO_MAIL"]?.Split(',') is [var imap, var smtp]
            && int.TryParse(imap, NumberStyles.None, CultureInfo.InvariantCulture, out var imapPort)
            && int.TryParse(smtp, NumberStyles.None, CultureInfo.InvariantCulture, out var smtpPort))
        {
            (ImapPort, SmtpPort, IsThere) = (imapPort, smtpPort, true);
        }
    }

    public bool IsThere { get; }

    public int ImapPort { get; }

    public int SmtpPort { get; }
}

/// <summary>The demo's mailboxes, one for each unit and a fax gateway's, wherever its mail system listens this time.</summary>
internal sealed class DemoMailboxes(MailroomDb db, DemoMailSystem system, MailSecrets secrets, IOrganisation organisation, TimeProvider clock) : ISeedDemo, IPrepare
{
    public static readonly IReadOnlyList<(string Name, string Address, string Unit, LetterMedium Medium)> All =
    [
        ("Soft Destek", "destek@soft.example", "internet", LetterMedium.Mail),
        ("Beyaz Eşya Servis", "servis@beyazesya.example", "appliance", LetterMedium.Mail),
        ("Miljöservice", "kundtjanst@miljoservice.example", "municipal", LetterMedium.Mail),
        ("Miljöservice fax", "fax@miljoservice.example", "municipal", LetterMedium.Fax),
    ];

    int ISeedDemo.Order => 50;

    int IPrepare.Order => 60;

    public Task SeedAsync(CancellationToken stop) => SetUpAsync(stop);

    public Task PrepareAsync(CancellationToken stop) => organisation.IsDemo ? SetUpAsync(stop) : Task.CompletedTask;

    private async Task SetUpAsync(CancellationToken stop)
    {
        if (!system.IsThere)
        {
            return;
        }

        foreach (var (name, address, unit, medium) in All.Where(m => organisation.Find(m.Unit) is not null))
        {
            var plan = new MailboxPlan(
                name,
                address,
                new ServerLine("127.0.0.1", system.ImapPort, LineSecurity.None, address, secrets.Protect(DemoMailSystem.Password)),
                new ServerLine("127.0.0.1", system.SmtpPort, LineSecurity.None, "", null),
                null, "INBOX", null, unit, null, null, true, true, 5, 20L * 1024 * 1024, 14, null, medium);
            var key = Addresses.Key(address);
            if (await db.Mailboxes.SingleOrDefaultAsync(m => m.AddressKey == key, stop) is { } known)
            {
                known.Change(plan);
            }
            else
            {
                db.Mailboxes.Add(Mailbox.SetUp(Id.New<MailboxId>(clock), plan));
            }
        }

        await db.SaveChangesAsync(stop);
    }
}
