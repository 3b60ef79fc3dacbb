namespace Santral.Contracts.Files;

/// <summary>A file that was given to the product: an attachment, the answer to a field.</summary>
public readonly record struct FileId(Guid Value) : IId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public static FileId Parse(string s, IFormatProvider? provider) => Id.Parse<FileId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out FileId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>Keeps the bytes of files; what a file belongs to is known by the module that refers to it (<see cref="IHoldFiles"/>).</summary>
public interface IKeepFiles
{
    /// <summary>Largest file that is kept, in bytes.</summary>
    const long LargestBytes = 25 * 1024 * 1024;

    /// <summary>Stores a file. Equal bytes lie on the disk once.</summary>
    /// <param name="name">As the sender called it; folders and control signs are taken off.</param>
    /// <param name="by">Null when the system stores it, an incoming mail's attachment for instance.</param>
    /// <exception cref="Refusal">`files.too_big`, `files.empty`; nothing is kept then.</exception>
    Task<StoredFile> StoreAsync(string name, Stream content, UserId? by, CancellationToken stop);

    /// <summary>Those that are there, in no order.</summary>
    Task<IReadOnlyList<StoredFile>> FindAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop);

    /// <exception cref="Refusal">`files.unknown`.</exception>
    Task<Stream> OpenAsync(FileId id, CancellationToken stop);

    /// <summary>Deletes files at once, where waiting for the sweep is too long: their person is erased. Not within another module's transaction.</summary>
    Task DropAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop);
}

/// <param name="ContentType">From the name, and for pictures and PDF from the bytes too; never what the sender claims.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Of the bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="IsRisky">A program or a script: people are warned before they open it.</param>
public sealed record StoredFile(FileId Id, string Name, string ContentType, long Length, string Sha256, bool IsRisky, UserId? StoredBy, DateTimeOffset StoredAt);

/// <summary>
/// A module that refers to files. A file that nobody holds a day after it was stored is deleted; one that is held is read by whom a holder lets read it.
/// </summary>
public interface IHoldFiles
{
    /// <summary>Which of these the module refers to.</summary>
    Task<IReadOnlySet<FileId>> HeldAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop);

    /// <summary>Whether the current user sees what the file belongs to here.</summary>
    Task<bool> MayReadAsync(FileId id, CancellationToken stop);
}
