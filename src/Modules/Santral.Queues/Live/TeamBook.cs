using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>All teams in memory: callers and screens never wait for the table.</summary>
public sealed class TeamBook(TimeProvider clock) : IKnowTeams
{
    private volatile State _state = new([]);

    public IReadOnlyList<TeamSummary> All => _state.Summaries;

    internal IReadOnlyList<TeamRules> Rules => _state.Rules;

    public TeamSummary? Find(TeamId id) => _state.Teams.FirstOrDefault(t => t.Summary.Id == id)?.Summary;

    public TeamSummary? FindByCode(string code) => _state.Teams.FirstOrDefault(t => t.Summary.Code == code)?.Summary;

    public IReadOnlyList<TeamSummary> Of(UserId agent)
        => [.. _state.Teams.Where(t => t.Rules.Members.ContainsKey(agent)).Select(t => t.Summary)];

    internal bool IsOpen(string code) => _state.Teams.FirstOrDefault(t => t.Summary.Code == code)?.Opening.IsOpen(clock.GetUtcNow()) ?? false;

    internal TimeZoneInfo ZoneOf(TeamId id)
        => EntryOf(id)?.Settings.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    /// <summary>The last midnight on the team's wall.</summary>
    internal DateTimeOffset DayBegan(TeamId id, DateTimeOffset at) => LocalTime.DayBegan(ZoneOf(id), at);

    internal ServiceTarget TargetOf(TeamId id) => EntryOf(id)?.Settings.Target ?? ServiceTarget.Default;

    internal TeamRules? RulesOf(TeamId id) => EntryOf(id)?.Rules;

    /// <summary>Read only: it is shared by everybody.</summary>
    internal Team? SettingsOf(TeamId id) => EntryOf(id)?.Settings;

    internal async Task LoadAsync(QueuesDb db, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Code).ToListAsync(stop);
        Replace(teams);
    }

    internal void Replace(IEnumerable<Team> teams)
        => _state = new State([.. teams.Select(t => new Entry(t.Summary, t.Rules, t.Opening, t))]);

    private Entry? EntryOf(TeamId id) => _state.Teams.FirstOrDefault(t => t.Summary.Id == id);

    private sealed record Entry(TeamSummary Summary, TeamRules Rules, OpeningHours Opening, Team Settings);

    private sealed class State(ImmutableArray<Entry> teams)
    {
        public ImmutableArray<Entry> Teams { get; } = teams;

        public IReadOnlyList<TeamSummary> Summaries { get; } = [.. teams.Select(t => t.Summary)];

        public IReadOnlyList<TeamRules> Rules { get; } = [.. teams.Select(t => t.Rules)];
    }
}
