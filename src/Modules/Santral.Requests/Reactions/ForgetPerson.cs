using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Reactions;

/// <summary>
/// Takes an erased person out of his requests and contacts: numbers, and his name wherever somebody wrote it. Requests, contacts and their counts stay.
/// </summary>
internal sealed class ForgetPerson(RequestsDb db, IKeepFiles files, TimeProvider clock) : IForgetPerson
{
    public async Task ForgetAsync(ForgottenPerson person, CancellationToken stop)
    {
        IReadOnlyList<FileId> dropped = [];
        await db.InTransactionAsync(
            async () =>
            {
                var phones = person.Phones.Select(p => (PhoneNumber?)p).ToList();
                await db.Interactions.Where(i => i.CustomerId == person.Id || phones.Contains(i.CallingNumber))
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.CallingNumber, (PhoneNumber?)null), stop);
                var requests = await db.Requests.AsNoTracking().Where(r => r.CustomerId == person.Id).Select(r => new { r.Id, r.Subject, r.Text }).ToListAsync(stop);
                foreach (var request in requests)
                {
                    var (subject, text) = (person.Without(request.Subject), person.Without(request.Text));
                    if (subject != request.Subject || text != request.Text)
                    {
                        await db.Requests.Where(r => r.Id == request.Id)
                            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Subject, subject).SetProperty(r => r.Text, text), stop);
                    }

                    var found = RequestSearch.TextOf(subject, person.Name, text);
                    await db.Search.Where(s => s.RequestId == request.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Text, found), stop);
                }

                dropped = await LetGoOfFilesAsync([.. requests.Select(r => r.Id)], stop);
                await CleanContactsAsync(person, stop);
                await CleanWordsAsync(person, [.. requests.Select(r => r.Id)], stop);
            },
            stop);
        await files.DropAsync(dropped, stop);
    }

    /// <summary>Nobody can say what a picture shows: the files of his requests go, and so do their names.</summary>
    private async Task<IReadOnlyList<FileId>> LetGoOfFilesAsync(List<RequestId> requests, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var files = db.Files.Where(f => requests.Contains(f.RequestId));
        var ids = await files.Select(f => f.FileId).ToListAsync(stop);
        await files.ExecuteUpdateAsync(set => set.SetProperty(f => f.Name, "").SetProperty(f => f.RemovedAt, f => f.RemovedAt ?? now), stop);
        return ids;
    }

    private async Task CleanContactsAsync(ForgottenPerson person, CancellationToken stop)
    {
        var written = await db.Interactions.AsNoTracking().Where(i => i.CustomerId == person.Id && (i.Text != "" || i.AutomaticAnswer != ""))
            .Select(i => new { i.Id, i.Text, i.AutomaticAnswer }).ToListAsync(stop);
        foreach (var contact in written)
        {
            var (text, answer) = (person.Without(contact.Text), person.Without(contact.AutomaticAnswer));
            if (text != contact.Text || answer != contact.AutomaticAnswer)
            {
                await db.Interactions.Where(i => i.Id == contact.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Text, text).SetProperty(i => i.AutomaticAnswer, answer), stop);
            }
        }
    }

    private async Task CleanWordsAsync(ForgottenPerson person, List<RequestId> requests, CancellationToken stop)
    {
        foreach (var note in await db.Notes.AsNoTracking().Where(n => requests.Contains(n.RequestId)).Select(n => new { n.Id, n.Text }).ToListAsync(stop))
        {
            var text = person.Without(note.Text);
            if (text != note.Text)
            {
                await db.Notes.Where(n => n.Id == note.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, text), stop);
            }
        }

        foreach (var move in await db.Moves.AsNoTracking().Where(m => requests.Contains(m.DocumentId) && m.Comment != null).Select(m => new { m.Id, m.Comment }).ToListAsync(stop))
        {
            var comment = person.Without(move.Comment!);
            if (comment != move.Comment)
            {
                await db.Moves.Where(m => m.Id == move.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Comment, comment), stop);
            }
        }

        // Who took a list out may have looked for him by name or number.
        var records = requests.Select(r => r.Value).ToList();
        foreach (var row in await db.AuditTrail.AsNoTracking().Where(r => records.Contains(r.EntityId) || r.Entity == "RequestList").Select(r => new { r.Id, r.Changes }).ToListAsync(stop))
        {
            var changes = person.WithoutInTrail(row.Changes);
            if (changes != row.Changes)
            {
                await db.AuditTrail.Where(r => r.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Changes, changes), stop);
            }
        }
    }
}
