using Santral.Contracts.Calls;

namespace Santral.Contracts.Queues;

/// <summary>Told by the calls when an agent is asked about a colleague's call, so that nobody else is offered to him: implemented by the queues.</summary>
public interface IHoldAgents
{
    void Taken(UserId agent, CallId call, TeamId team);

    void Speaks(UserId agent, CallId call);

    /// <summary>He was asked only, and is free again.</summary>
    void Freed(UserId agent, CallId call);
}
