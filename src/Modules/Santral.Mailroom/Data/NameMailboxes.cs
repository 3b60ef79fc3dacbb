using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>Mailboxes by their name.</summary>
internal sealed class NameMailboxes(MailroomDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<MailboxId>();
        foreach (var mailbox in await db.Mailboxes.AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToListAsync(stop))
        {
            names.Name(mailbox.Id.Value, mailbox.Name, user.Has(MailroomPermissions.Settings) ? "/mail/mailboxes" : null);
        }
    }
}
