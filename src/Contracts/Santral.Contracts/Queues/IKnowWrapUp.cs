using Santral.Contracts.Calls;

namespace Santral.Contracts.Queues;

/// <summary>Whether an agent still writes up a call that is over: implemented by the queues, from memory.</summary>
public interface IKnowWrapUp
{
    bool WritesUp(UserId agent, CallId call);
}
