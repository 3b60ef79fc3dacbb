using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Mailroom.Data;

namespace Santral.Mailroom.Reactions;

/// <summary>An erased customer's letters lose their words, names, files and originals; that they came and went stays (GDPR art. 17, KVKK art. 7).</summary>
internal sealed class ForgetWriter(MailroomDb db, IKeepFiles files) : IForgetPerson
{
    public async Task ForgetAsync(ForgottenPerson person, CancellationToken stop)
    {
        var received = await db.Received.Include(l => l.Attachments).Where(l => l.CustomerId == person.Id).ToListAsync(stop);
        var requests = received.Select(l => l.RequestId).OfType<RequestId>().Distinct().ToList();
        var sent = await db.Sent.Include(l => l.Attachments).Where(l => requests.Contains(l.RequestId)).ToListAsync(stop);
        var originals = received.Select(l => l.OriginalId).OfType<FileId>().Concat(sent.SelectMany(l => l.Attachments).Select(a => a.FileId)).ToList();
        foreach (var letter in received)
        {
            letter.Forget(person.Name);
        }

        foreach (var letter in sent)
        {
            letter.Forget(person.Name);
        }

        received.LastOrDefault()?.ForgetWords();
        await db.SaveChangesAsync(stop);
        await files.DropAsync(originals, stop);
    }
}
