using Microsoft.EntityFrameworkCore;
using Santral.Files.Domain;

namespace Santral.Files.Data;

/// <inheritdoc />
internal sealed class KeepFiles(FilesDb db, FileFolder folder, TimeProvider clock) : IKeepFiles
{
    public async Task<StoredFile> StoreAsync(string name, Stream content, UserId? by, CancellationToken stop)
    {
        using var arriving = await folder.ReceiveAsync(content, IKeepFiles.LargestBytes, FileKind.LooksAt, stop);
        if (arriving.Length == 0)
        {
            throw new Refusal("files.empty", RefusalKind.Invalid);
        }

        var clean = FileName.Clean(name);
        var kind = FileKind.Of(clean, arriving.Start);
        var file = FileEntry.Of(clean, kind.ContentType, kind.IsRisky, arriving.Length, arriving.Sha256, by, clock.GetUtcNow());
        await folder.Turn.WaitAsync(stop);
        try
        {
            arriving.Settle();
            db.Files.Add(file);
            await db.SaveChangesAsync(stop);
        }
        finally
        {
            folder.Turn.Release();
        }

        return file.ToContract();
    }

    public async Task<IReadOnlyList<StoredFile>> FindAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop)
        => ids.Count == 0 ? [] : [.. (await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(stop)).Select(f => f.ToContract())];

    public async Task DropAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop)
    {
        foreach (var id in ids)
        {
            await Sweeping.DropAsync(db, folder, id, stop);
        }
    }

    public async Task<Stream> OpenAsync(FileId id, CancellationToken stop)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop) ?? throw new Refusal("files.unknown", RefusalKind.Unknown);
        return new FileStream(folder.PathOf(file.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }
}
