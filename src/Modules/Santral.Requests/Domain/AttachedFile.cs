using Santral.Contracts.Files;

namespace Santral.Requests.Domain;

/// <summary>A file that belongs to a request: attached by itself or with a note, or the answer to a field that asks for a file.</summary>
public sealed class AttachedFile : Aggregate
{
    private AttachedFile()
    {
    }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public FileId FileId { get; private set; }

    /// <summary>With which note it came; null when it was attached by itself.</summary>
    public Guid? NoteId { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>A program or a script that came by itself, with a mail for instance.</summary>
    public bool IsRisky { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Since when it is not there any more; that it was there stays on the timeline.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public UserId? RemovedBy { get; private set; }

    public static AttachedFile Attach(Request on, StoredFile file, Guid? note, UserId? by, DateTimeOffset now)
    {
        on.RefuseMerged();
        var attached = new AttachedFile
        {
            Id = Guid.CreateVersion7(now),
            RequestId = on.Id,
            FileId = file.Id,
            NoteId = note,
            Name = file.Name,
            ContentType = file.ContentType,
            Length = file.Length,
            IsRisky = file.IsRisky,
            By = by,
            At = now,
        };
        attached.Raise(new RequestChanged(on.Id, on.Number!, "file"));
        return attached;
    }

    public void Remove(Request from, UserId? by, DateTimeOffset now)
    {
        from.RefuseMerged();
        (RemovedBy, RemovedAt) = (by, now);
        Raise(new RequestChanged(from.Id, from.Number!, "file"));
    }
}
