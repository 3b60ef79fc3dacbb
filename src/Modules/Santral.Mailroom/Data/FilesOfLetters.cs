using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;

namespace Santral.Mailroom.Data;

/// <summary>Originals of letters, and files that went with one, are read by whoever sees the request.</summary>
internal sealed class FilesOfLetters(MailroomDb db, IFindRequest requests, ICurrentUser user) : IHoldFiles
{
    public async Task<IReadOnlySet<FileId>> HeldAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop)
    {
        var asked = ids.Select(i => (FileId?)i).ToList();
        var originals = await db.Received.Where(l => asked.Contains(l.OriginalId)).Select(l => l.OriginalId!.Value).ToListAsync(stop);
        var sent = await db.SentFiles.Where(f => ids.Contains(f.FileId)).Select(f => f.FileId).ToListAsync(stop);
        return originals.Concat(sent).ToHashSet();
    }

    public async Task<bool> MayReadAsync(FileId id, CancellationToken stop)
    {
        var about = await db.Received.Where(l => l.OriginalId == id).Select(l => l.RequestId).FirstOrDefaultAsync(stop)
            ?? await db.SentFiles.Where(f => f.FileId == id).Join(db.Sent, f => f.LetterId, l => l.Id, (f, l) => (RequestId?)l.RequestId).FirstOrDefaultAsync(stop);
        return user.Has(MailroomPermissions.Read) && about is { } request && await requests.FindAsync(request, stop) is not null;
    }
}
