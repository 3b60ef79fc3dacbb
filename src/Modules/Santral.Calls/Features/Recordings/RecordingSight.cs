using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features.Recordings;

/// <summary>Which recordings a person may hear: his own conversations and his teams' messages, or all of his teams, or none.</summary>
internal sealed class RecordingSight(IKnowTeams teams, ICurrentUser user)
{
    private HashSet<TeamId>? _teams;

    private HashSet<TeamId> Teams => _teams ??= user.Id is { } me ? [.. teams.Of(me).Select(t => t.Id)] : [];

    public bool MayHear(Recording recording) => recording switch
    {
        { HasSound: false } => false,
        _ when user.Has(CallsPermissions.HearTeam) && (user.Has(OrganisationRights.AllUnits) || Teams.Contains(recording.Team)) => true,
        _ => user.Has(CallsPermissions.HearOwn) && (recording.Agent == user.Id || (recording.Kind == RecordingKind.Voicemail && Teams.Contains(recording.Team))),
    };
}

/// <summary>Recordings of calls for other modules' pages.</summary>
internal sealed class KnowRecordings(CallsDb db, RecordingSight sight) : IKnowRecordings
{
    public async Task<IReadOnlyList<RecordingCard>> OfAsync(IReadOnlyCollection<CallId> calls, CancellationToken stop)
    {
        if (calls.Count == 0)
        {
            return [];
        }

        var found = await db.Recordings.AsNoTracking().Where(r => calls.Contains(r.CallId)).OrderBy(r => r.StartedAt).ToListAsync(stop);
        return [.. found.Select(CardOf)];
    }

    private RecordingCard CardOf(Recording recording) => new(
        recording.Id,
        recording.CallId,
        recording.Kind,
        recording.State,
        recording.Agent,
        recording.StartedAt,
        (int)recording.Length.TotalSeconds,
        recording.Bytes,
        recording.Sha256,
        recording.Gone,
        sight.MayHear(recording));
}
