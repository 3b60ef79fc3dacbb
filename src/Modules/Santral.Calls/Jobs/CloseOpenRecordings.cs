using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Media.Recording;

namespace Santral.Calls.Jobs;

/// <summary>
/// At a start: the rules are read, and recordings that ran when this process died are closed. What was said up to the last second is in the file;
/// its record says that it was cut short, and a message is told of as if its caller had hung up.
/// </summary>
internal sealed partial class CloseOpenRecordings(CallsDb db, RecordingBook book, RecordingFolder folder, NodeName node, TimeProvider clock, ILogger<CloseOpenRecordings> log) : IPrepare
{
    public int Order => 51;

    public async Task PrepareAsync(CancellationToken stop)
    {
        await book.LoadAsync(db, stop);
        var own = node.Name;
        foreach (var recording in await db.Recordings.Where(r => r.State == RecordingState.Running && r.Node == own).ToListAsync(stop))
        {
            var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == recording.CallId, stop);
            var at = clock.GetUtcNow();
            var file = Mended(recording);
            recording.End(
                file is null ? RecordingState.Failed : RecordingState.CutShort, file?.Length ?? TimeSpan.Zero, file?.Bytes ?? 0, file?.Sha256, call, at);
            db.Events.Add(new CallEvent
            {
                CallId = recording.CallId,
                At = recording.StartedAt + recording.Length,
                Kind = file is null ? CallEventKind.RecordingFailed : CallEventKind.RecordingEnded,
                Agent = recording.Agent,
            });
        }

        await db.SaveChangesAsync(stop);
    }

    private RecordedFile? Mended(Recording recording)
    {
        try
        {
            return RecordedFile.Mend(folder.PathOf(recording.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotMended(log, e, recording.Id);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Recording {Recording} cannot be closed")]
    private static partial void NotMended(ILogger log, Exception error, RecordingId recording);
}
