using Santral.Files.Domain;

namespace Santral.Files.Features;

/// <summary>Who may read a file: whom a record it belongs to lets read it; until it belongs to one, who stored it.</summary>
internal sealed class WhoReads(IEnumerable<IHoldFiles> holders, ICurrentUser user)
{
    public async Task<bool> MayReadAsync(FileEntry file, CancellationToken stop)
    {
        var isHeld = false;
        foreach (var holder in holders)
        {
            if ((await holder.HeldAsync([file.Id], stop)).Count > 0)
            {
                isHeld = true;
                if (await holder.MayReadAsync(file.Id, stop))
                {
                    return true;
                }
            }
        }

        return !isHeld && file.StoredBy == user.Id;
    }
}
