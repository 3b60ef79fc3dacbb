using Santral.Contracts.Calls;

namespace Santral.Contracts.Queues;

/// <summary>Told by the calls when an agent is asked about a colleague's call, so that nobody else is offered to him: implemented by the queues.</summary>
public interface IHoldAgents
{
    void Taken(UserId agent, CallId call, TeamId team);

    void Speaks(UserId agent, CallId call);

    /// <summary>The conversation that he began himself is over for him: he writes it up, as one that came to him.</summary>
    /// <param name="since">When the number answered.</param>
    void WritesUp(UserId agent, CallId call, DateTimeOffset since);

    /// <summary>He was asked only, or reached nobody, and is free again.</summary>
    void Freed(UserId agent, CallId call);
}
