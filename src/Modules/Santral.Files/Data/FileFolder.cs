using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Santral.Files.Data;

/// <summary>The bytes of files on the disk, each under the SHA-256 of its content: equal files lie there once.</summary>
internal sealed class FileFolder(string root)
{
    /// <summary>Deleting what another file shares waits for who is just storing it.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public static FileFolder Read(IConfiguration configuration)
    {
        var data = configuration["DATA"] is { Length: > 0 } folder ? folder : "data";
        return new FileFolder(Path.Combine(Path.GetFullPath(data), "files"));
    }

    public string PathOf(string sha256) => Path.Combine(root, sha256[..2], sha256);

    /// <summary>Writes the content beside its place; <see cref="Arriving.Settle"/> puts it there.</summary>
    /// <param name="most">More bytes are refused with `files.too_big`.</param>
    public async Task<Arriving> ReceiveAsync(Stream content, long most, int looksAt, CancellationToken stop)
    {
        var arriving = Path.Combine(root, "arriving");
        Directory.CreateDirectory(arriving);
        var part = Path.Combine(arriving, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (start, length) = (new List<byte>(looksAt), 0L);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                var buffer = new byte[64 * 1024];
                int read;
                while ((read = await content.ReadAsync(buffer, stop)) > 0)
                {
                    length += read;
                    if (length > most)
                    {
                        throw new Refusal("files.too_big", RefusalKind.Invalid, ("megabytes", most / 1024 / 1024));
                    }

                    start.AddRange(buffer.AsSpan(0, Math.Min(read, looksAt - start.Count)));
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), stop);
                }

                // A row must never speak of bytes that a power cut took.
                file.Flush(flushToDisk: true);
            }

            return new Arriving(this, part, [.. start], length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public void Delete(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>Parts that a crash left.</summary>
    public void DeleteLeftovers(DateTime before)
    {
        var arriving = new DirectoryInfo(Path.Combine(root, "arriving"));
        foreach (var part in arriving.Exists ? arriving.GetFiles() : [])
        {
            if (part.LastWriteTimeUtc < before)
            {
                part.Delete();
            }
        }
    }

    /// <summary>A file that was received whole and has no place yet; deleted unless it is settled.</summary>
    /// <param name="Start">Its first bytes.</param>
    internal sealed record Arriving(FileFolder Folder, string Part, byte[] Start, long Length, string Sha256) : IDisposable
    {
        public void Settle()
        {
            var path = Folder.PathOf(Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(Part, path, overwrite: true);
        }

        public void Dispose() => File.Delete(Part);
    }
}
