using Santral.Contracts.Files;

namespace Santral.Mailroom.Data;

/// <summary>The originals of letters in the file store: whole on the disk before the letter is stored, so that none is a part of one.</summary>
internal sealed class LetterFiles(IKeepFiles files)
{
    public async Task<FileId> KeepAsync(byte[] original, CancellationToken stop)
    {
        using var bytes = new MemoryStream(original, writable: false);
        try
        {
            return (await files.StoreAsync("letter.eml", bytes, null, stop)).Id;
        }
        catch (IOException error)
        {
            // A full disk: the letter stays on its server until there is room.
            throw new Jobs.StorageException(error);
        }
    }

    /// <summary>Null where it is gone.</summary>
    public async Task<byte[]?> ReadAsync(FileId id, CancellationToken stop)
    {
        try
        {
            await using var stream = await files.OpenAsync(id, stop);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, stop);
            return bytes.ToArray();
        }
        catch (Exception error) when (error is FileNotFoundException or Refusal { Kind: RefusalKind.Unknown })
        {
            return null;
        }
    }
}
