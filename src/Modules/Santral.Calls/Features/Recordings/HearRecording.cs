using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features.Recordings;

/// <summary>Gives out the sound of a recording, any part of it (RFC 9110 §14), to whom it is allowed to; each listening stands in the audit trail.</summary>
public static class HearRecording
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/recordings/{id}/audio", HandleAsync)
        .RequireAuthorization()
        .WithName("HearRecording")
        .WithTags("calls")
        .WithSummary("The sound of a recording: A-law WAV, the caller left and the agent right; byte ranges are answered.");

    internal static async Task<PhysicalFileHttpResult> HandleAsync(
        RecordingId id,
        CallsDb db,
        RecordingSight sight,
        RecordingFolder folder,
        NodeName node,
        ListeningLog listenings,
        ICurrentUser user,
        HttpResponse response,
        CancellationToken stop)
    {
        var recording = await db.Recordings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
        if (recording is null || !sight.MayHear(recording))
        {
            throw recording is { State: RecordingState.Deleted } ? new Refusal("calls.recording_gone", RefusalKind.Unknown)
                : recording is null ? new Refusal("calls.recording_unknown", RefusalKind.Unknown)
                : new Refusal("calls.recording_not_yours", RefusalKind.Forbidden);
        }

        if (recording.Node != node.Name)
        {
            throw new Refusal("calls.recording_elsewhere", RefusalKind.Unavailable);
        }

        var path = folder.PathOf(recording.Path);
        if (!File.Exists(path))
        {
            throw new Refusal("calls.recording_missing", RefusalKind.Unknown);
        }

        if (listenings.IsNew(user.IdOrRefuse(), id))
        {
            db.WriteAct(nameof(Recording), id.Value, "listened", new { call = recording.CallId });
            await db.SaveChangesAsync(stop);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.PhysicalFile(
            path, "audio/wav", entityTag: recording.Sha256 is { } hash ? new EntityTagHeaderValue($"\"{hash}\"") : null, enableRangeProcessing: true);
    }
}

/// <summary>A player asks for a recording in many parts: within some minutes they are one listening.</summary>
internal sealed class ListeningLog(TimeProvider clock)
{
    private static readonly TimeSpan OneListening = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(UserId, RecordingId), DateTimeOffset> _last = new();

    public bool IsNew(UserId user, RecordingId recording)
    {
        var now = clock.GetUtcNow();
        if (_last.Count > Most)
        {
            foreach (var old in _last.Where(l => now - l.Value > OneListening))
            {
                _last.TryRemove(old);
            }
        }

        var isNew = !_last.TryGetValue((user, recording), out var last) || now - last > OneListening;
        if (isNew)
        {
            _last[(user, recording)] = now;
        }

        return isNew;
    }
}
