using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Domain;

/// <summary>How one team's conversations are recorded and overheard.</summary>
public sealed class RecordingRule : Aggregate, IAudited
{
    public const int StandardDays = 180;
    public const int MostDays = 3650;

    private RecordingRule()
    {
    }

    public RecordingRule(TeamId team) => Team = team;

    public TeamId Team { get; private set; }

    public RecordingPolicy Policy { get; private set; }

    /// <summary>Days until a recording is deleted.</summary>
    public int KeepDays { get; private set; } = StandardDays;

    /// <summary>Whether an agent sees that a supervisor listens; who speaks is always seen.</summary>
    public bool ShowsListening { get; private set; }

    Guid IAudited.AuditId => Team.Value;

    public void Set(RecordingPolicy policy, int keepDays, bool showsListening) => (Policy, KeepDays, ShowsListening) = (policy, keepDays, showsListening);
}
