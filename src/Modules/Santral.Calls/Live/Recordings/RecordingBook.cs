using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live.Recordings;

/// <summary>The rules of all teams in memory: no call waits for the table.</summary>
internal sealed class RecordingBook
{
    private static readonly TeamRecording Standard = new(RecordingPolicy.Off, RecordingRule.StandardDays, ShowsListening: false);
    private volatile ImmutableDictionary<TeamId, TeamRecording> _rules = ImmutableDictionary<TeamId, TeamRecording>.Empty;

    public TeamRecording Of(TeamId team) => _rules.GetValueOrDefault(team, Standard);

    public async Task LoadAsync(CallsDb db, CancellationToken stop)
        => _rules = (await db.RecordingRules.AsNoTracking().ToListAsync(stop))
            .ToImmutableDictionary(r => r.Team, r => new TeamRecording(r.Policy, r.KeepDays, r.ShowsListening));
}

/// <summary>What holds for one team; nobody has said anything of it: nothing is recorded.</summary>
internal sealed record TeamRecording(RecordingPolicy Policy, int KeepDays, bool ShowsListening);
