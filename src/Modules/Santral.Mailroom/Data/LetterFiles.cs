using Microsoft.Extensions.Configuration;

namespace Santral.Mailroom.Data;

/// <summary>The originals of letters, on the disk below the data folder: written whole and flushed before the letter is stored, so that none is a part of one.</summary>
internal sealed class LetterFiles(IConfiguration configuration, TimeProvider clock)
{
    private readonly string _folder = Path.Combine(Path.GetFullPath(configuration["DATA"] is { Length: > 0 } data ? data : "data"), "mail");

    public async Task<Guid> KeepAsync(byte[] original, CancellationToken stop)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(original, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
        return id;
    }

    /// <summary>Null where it is gone.</summary>
    public async Task<byte[]?> ReadAsync(Guid id, CancellationToken stop)
        => File.Exists(PathOf(id)) ? await File.ReadAllBytesAsync(PathOf(id), stop) : null;

    public void Remove(Guid id) => File.Delete(PathOf(id));

    private string PathOf(Guid id) => Path.Combine(_folder, $"{id:N}"[..6], $"{id:N}.eml");
}
