using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>Today's figures of teams and agents; a new local day begins with nothing.</summary>
public sealed class TeamDays
{
    /// <summary>Answered within this counts for the service level.</summary>
    public static readonly TimeSpan Promptly = TimeSpan.FromSeconds(20);

    private readonly Dictionary<TeamId, (DateOnly Day, int Offered, int Prompt)> _teams = [];
    private readonly Dictionary<UserId, (DateOnly Day, int Answered, TimeSpan Talked)> _agents = [];

    public void WaitOver(TeamId team, DateOnly day, WaitEnd end, TimeSpan waited)
    {
        var past = _teams.TryGetValue(team, out var known) && known.Day == day ? known : (Day: day, Offered: 0, Prompt: 0);
        var prompt = end == WaitEnd.Answered && waited <= Promptly;
        _teams[team] = (day, past.Offered + 1, past.Prompt + (prompt ? 1 : 0));
    }

    public void TalkOver(UserId agent, DateOnly day, TimeSpan talked)
    {
        var past = _agents.TryGetValue(agent, out var known) && known.Day == day ? known : (Day: day, Answered: 0, Talked: TimeSpan.Zero);
        _agents[agent] = (day, past.Answered + 1, past.Talked + talked);
    }

    /// <summary>Whole per cent; null when nobody has been offered to the team today.</summary>
    public int? ServiceLevel(TeamId team, DateOnly day)
        => _teams.TryGetValue(team, out var known) && known.Day == day && known.Offered > 0
            ? (int)Math.Round(100.0 * known.Prompt / known.Offered, MidpointRounding.AwayFromZero)
            : null;

    public (int Answered, TimeSpan AverageTalk) Of(UserId agent, DateOnly day)
        => _agents.TryGetValue(agent, out var known) && known.Day == day
            ? (known.Answered, known.Talked / known.Answered)
            : (0, TimeSpan.Zero);
}
