namespace Santral.Files.Domain;

/// <summary>What is known of a stored file besides its bytes.</summary>
public sealed class FileEntry
{
    private FileEntry()
    {
    }

    public FileId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Hexadecimal, lower case; also where the bytes lie.</summary>
    public string Sha256 { get; private set; } = "";

    public bool IsRisky { get; private set; }

    public UserId? StoredBy { get; private set; }

    public DateTimeOffset StoredAt { get; private set; }

    /// <summary>When it was last asked whether a record refers to it; at first when it was stored.</summary>
    public DateTimeOffset LookedAtLast { get; private set; }

    public static FileEntry Of(string name, string contentType, bool isRisky, long length, string sha256, UserId? by, DateTimeOffset now)
        => new()
        {
            Id = new FileId(Guid.CreateVersion7(now)),
            Name = name,
            ContentType = contentType,
            Length = length,
            Sha256 = sha256,
            IsRisky = isRisky,
            StoredBy = by,
            StoredAt = now,
            LookedAtLast = now,
        };

    public StoredFile ToContract() => new(Id, Name, ContentType, Length, Sha256, IsRisky, StoredBy, StoredAt);
}
