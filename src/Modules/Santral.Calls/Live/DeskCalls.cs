using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live;

/// <summary>What each agent's desk shows of his call, and which call an agent is bound to: at most one.</summary>
internal sealed class DeskCalls(IServiceProvider services) : IDeskCalls
{
    private readonly ConcurrentDictionary<UserId, DeskCall> _shown = new();
    private readonly ConcurrentDictionary<UserId, CallId> _bound = new();

    // Asked for late: who listens to the desks asks this class for them.
    private readonly Lazy<IHearDeskChange[]> _listeners = new(() => services.GetServices<IHearDeskChange>().ToArray());

    public DeskCall? Of(UserId agent) => _shown.GetValueOrDefault(agent);

    /// <summary>The call that rings at the agent or in which he speaks.</summary>
    public CallId? BoundTo(UserId agent) => _bound.TryGetValue(agent, out var call) ? call : null;

    /// <summary>False when another call has the agent.</summary>
    public bool TryBind(UserId agent, CallId call) => _bound.GetOrAdd(agent, call) == call;

    public void Release(UserId agent, CallId call) => _bound.TryRemove(new KeyValuePair<UserId, CallId>(agent, call));

    public void Show(UserId agent, DeskCall call)
    {
        _shown[agent] = call;
        Tell(agent);
    }

    /// <summary>Takes an offer off the desk that did not become a conversation.</summary>
    public void Clear(UserId agent, CallId call)
    {
        if (_shown.TryGetValue(agent, out var shown) && shown.CallId == call
            && _shown.TryRemove(new KeyValuePair<UserId, DeskCall>(agent, shown)))
        {
            Tell(agent);
        }
    }

    private void Tell(UserId agent)
    {
        foreach (var listener in _listeners.Value)
        {
            listener.DeskChanged(agent);
        }
    }
}
