using Microsoft.EntityFrameworkCore;

namespace Santral.Files.Data;

/// <summary>Deletes a file: its row, and its bytes where no other row has the same.</summary>
internal static class Sweeping
{
    public static async Task DropAsync(FilesDb db, FileFolder folder, FileId id, CancellationToken stop)
    {
        await folder.Turn.WaitAsync(stop);
        try
        {
            var sha256 = await db.Files.Where(f => f.Id == id).Select(f => f.Sha256).SingleOrDefaultAsync(stop);
            if (sha256 is null)
            {
                return;
            }

            await db.InTransactionAsync(() => db.Files.Where(f => f.Id == id).ExecuteDeleteAsync(stop), stop);
            if (!await db.Files.AnyAsync(f => f.Sha256 == sha256, stop))
            {
                folder.Delete(sha256);
            }
        }
        finally
        {
            folder.Turn.Release();
        }
    }
}
