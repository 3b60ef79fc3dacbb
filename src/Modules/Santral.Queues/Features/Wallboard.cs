using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Features;

/// <summary>The queues as a supervisor watches them: topic `wallboard`.</summary>
/// <param name="At">When it was drawn: of two boards the younger holds.</param>
public sealed record Wallboard(DateTimeOffset At, IReadOnlyList<WallboardTeam> Teams, IReadOnlyList<WallboardAgent> Agents, IReadOnlyList<WallboardCallback> Callbacks);

/// <summary>A promise that stands in a queue.</summary>
public sealed record WallboardCallback(CallId Id, TeamId TeamId, PhoneNumber Number, DateTimeOffset PlaceAt, DateTimeOffset PromisedAt);

/// <summary>One team: gauges of this moment, and the figures of the current half hour and of its day.</summary>
/// <param name="AgentsSignedIn">Available, away or in a call.</param>
public sealed record WallboardTeam(
    TeamId TeamId,
    string Code,
    Names Names,
    string Unit,
    int Waiting,
    DateTimeOffset? LongestWaitSince,
    int AgentsReady,
    int AgentsTalking,
    int AgentsSignedIn,
    bool IsOpen,
    TeamPromise Promise,
    QueueFigures HalfHour,
    QueueFigures Today);

/// <summary>What the board measures a team against.</summary>
public sealed record TeamPromise(int WithinSeconds, int Percent, int ShortAbandonSeconds, int WarningSeconds, int AlarmSeconds);

/// <summary>An agent who is there.</summary>
/// <param name="Teams">Of those that are on this board.</param>
/// <param name="Since">Since when neither what he wants nor what he does has changed.</param>
/// <param name="CallTeam">Whose caller he is offered, talks with or writes up.</param>
public sealed record WallboardAgent(
    UserId UserId,
    string Name,
    IReadOnlyList<TeamId> Teams,
    PresenceState Presence,
    AgentActivity Activity,
    string? Reason,
    DateTimeOffset Since,
    TeamId? CallTeam,
    DateTimeOffset? WrapUpUntil,
    bool PhoneThere);

/// <summary>
/// The figures of one interval; how each is computed stands at <see cref="QueueMetrics"/> and is shown beside it. The outcomes add up to
/// <see cref="Offered"/>. Shares are per cent with one decimal, null where nothing was that could be measured.
/// </summary>
/// <param name="Since">The beginning of the interval.</param>
/// <param name="CameByOverflow">Of the offered those who were offered in another queue before.</param>
/// <param name="CalledBack">Left the line to be called back: neither answered nor abandoned.</param>
/// <param name="CutOff">Lost when the product stopped.</param>
/// <param name="Handled">Conversations that are over and written up.</param>
public sealed record QueueFigures(
    DateTimeOffset Since,
    int Offered,
    int CameByOverflow,
    int Answered,
    int AnsweredInTime,
    int Abandoned,
    int ShortAbandoned,
    int TimedOut,
    int NoAgents,
    int Overflowed,
    int Closed,
    int CalledBack,
    int CutOff,
    int Waiting,
    double? ServiceLevelPercent,
    double? AbandonedPercent,
    int? AverageAnswerSeconds,
    int LongestWaitSeconds,
    int Handled,
    int? AverageHandlingSeconds,
    int Rings,
    int RingsMissed,
    double? NonResponsePercent,
    double? OccupancyPercent)
{
    internal static QueueFigures Of(QueueTally tally, DateTimeOffset since, AgentTally? work) => new(
        since,
        tally.Offered,
        tally.CameByOverflow,
        tally.Answered,
        tally.AnsweredInTime,
        tally.Abandoned,
        tally.ShortAbandoned,
        tally.TimedOut,
        tally.NoAgents,
        tally.Overflowed,
        tally.Closed,
        tally.CalledBack,
        tally.CutOff,
        tally.Waiting,
        Percent(QueueMetrics.ServiceLevel(tally)),
        Percent(QueueMetrics.AbandonmentRate(tally)),
        Seconds(QueueMetrics.AverageSpeedOfAnswer(tally)),
        (int)tally.LongestWait.TotalSeconds,
        tally.Handled,
        Seconds(QueueMetrics.AverageHandlingTime(tally)),
        tally.Rings,
        tally.RingsMissed,
        Percent(QueueMetrics.NonResponseRate(tally)),
        work is null ? null : Percent(AgentTally.Occupancy(work)));

    internal static double? Percent(double? share) => share is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null;

    internal static int? Seconds(TimeSpan? length) => length is { } known ? (int)Math.Round(known.TotalSeconds, MidpointRounding.AwayFromZero) : null;
}
