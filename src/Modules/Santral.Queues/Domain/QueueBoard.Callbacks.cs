using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>Promises to call back: places without a caller.</summary>
public sealed partial class QueueBoard
{
    private void Promise(QueueInput.CallbackPromised promised, DateTimeOffset now)
    {
        if (!_callers.TryGetValue(promised.Call, out var caller) || caller.State != CallerState.Waiting || caller.Only is not null)
        {
            return;
        }

        CountWait(caller, WaitEnd.CalledBack, null, now);
        _callers.Remove(promised.Call);
        _callers[promised.Callback] = new BoardCaller(promised.Callback, caller.Team, caller.Place, now, _sequence++)
        {
            WaitingSince = caller.WaitingSince,
            AtHead = caller.AtHead,
            Skills = caller.Skills,
            TakesAnybody = caller.TakesAnybody,
            IsCallback = true,
            Counted = true,
        };
        TeamChanged(caller.Team);
    }

    private void TakeCallback(QueueInput.CallbackTaken taken)
    {
        if (!_callers.TryGetValue(taken.Callback, out var caller) || caller.State != CallerState.Offered || caller.Agent != taken.Agent)
        {
            return;
        }

        // He stays as one who is asked about a call that is not in the queues: free again when it is said so.
        _callers.Remove(taken.Callback);
        _effects.Add(new QueueEffect.OfferOver(taken.Callback, taken.Agent, caller.Team, _agents[taken.Agent].ActivitySince, OfferEnd.Answered));
        TeamChanged(caller.Team);
    }
}
