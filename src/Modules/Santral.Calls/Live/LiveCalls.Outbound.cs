using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Live;

/// <summary>Calls that we make: the agent first, then the number; afterwards whatever becomes of any call, transfers to teams and numbers included.</summary>
internal sealed partial class LiveCalls
{
    /// <summary>Begins the call; it lives by itself from here on.</summary>
    /// <param name="arrival">Whom it calls, and for whom.</param>
    /// <param name="ring">Rings there.</param>
    /// <param name="offer">Whose call it is.</param>
    /// <param name="lifted">The desk phone that he dialled with, where he did.</param>
    public CallLine StartOut(Arrival arrival, IOutsideRing ring, CallOffer offer, IDeskRing? lifted = null)
    {
        var scope = _scopes.CreateAsyncScope();
        var line = new CallLine(arrival, new CalledEnd(ring), null, scope.ServiceProvider.GetRequiredService<IPromptFiles>(), _parts);
        ring.Pressed = line.Press;
        _lines[line.Id] = line;
        _ = OutAsync(line, ring, offer, lifted, scope);
        return line;
    }

    private async Task OutAsync(CallLine line, IOutsideRing ring, CallOffer offer, IDeskRing? lifted, AsyncServiceScope scope)
    {
        var box = line.RunAsync();
        var holds = _parts.Holds.Value;
        UserId? held = offer.Agent;
        try
        {
            holds.Taken(offer.Agent, line.Id, offer.Team.Id);
            await line.IdentifiedAsync(await IdentifyAsync(line, scope.ServiceProvider));
            line.Verification = scope.ServiceProvider.GetRequiredService<IAnswerCalls>().VerifierFor(line, line.Gone);
            var end = await ring.Opened is null ? CallEndReason.Failed
                : await line.TakeByAsync(offer, lifted, line.Gone) != OfferOutcome.Answered ? CallEndReason.NoAgent
                : await ReachAsync(line, ring, offer.Agent, holds);
            if (end is { } why)
            {
                await line.HangUpAsync(why);
                return;
            }

            held = await ConverseAsync(line, offer.Agent, holds, scope.ServiceProvider);
            await line.HangUpAsync(CallEndReason.FlowEnded);
        }
        catch (OperationCanceledException) when (line.Gone.IsCancellationRequested)
        {
            // One of the two hung up.
        }
        catch (Exception error)
        {
            CallFailed(_log, error, line.Id);
            await line.HangUpAsync(CallEndReason.Failed);
        }
        finally
        {
            ring.Drop();
            lifted?.Drop();
            if (held is { } agent)
            {
                LetGo(holds, line, agent, line.SpeaksSince(agent));
            }

            await box;
            _lines.TryRemove(line.Id, out _);
            await scope.DisposeAsync();
            line.Dispose();
        }
    }

    /// <summary>Null once the number has answered; otherwise why it did not.</summary>
    private static async Task<CallEndReason?> ReachAsync(CallLine line, IOutsideRing ring, UserId agent, IHoldAgents holds)
    {
        holds.Speaks(agent, line.Id);
        await line.RingsOutsideAsync();
        _ = HearEarlyAsync(line, ring);
        ring.Go();
        if (await ring.Answer.WaitAsync(line.Gone) == DeskAnswer.PickedUp)
        {
            await line.AnsweredOutsideAsync();
            _ = ring.Over.ContinueWith(_ => line.CallerGone(CallEndReason.CallerHungUp), TaskScheduler.Default);
            return null;
        }

        return (await ring.Ended.WaitAsync(line.Gone)).Outcome switch
        {
            DialledOutcome.Busy => CallEndReason.Busy,
            DialledOutcome.NoAnswer => CallEndReason.NoAnswer,
            _ => CallEndReason.NotReached,
        };
    }

    /// <summary>Who has spoken with the number writes it up (as after a call that came to him); who reached nobody is free.</summary>
    private static void LetGo(IHoldAgents holds, CallLine line, UserId agent, DateTimeOffset? since)
    {
        if (since is { } spoke)
        {
            holds.WritesUp(agent, line.Id, spoke);
        }
        else
        {
            holds.Freed(agent, line.Id);
        }
    }

    private static async Task HearEarlyAsync(CallLine line, IOutsideRing ring)
    {
        if (await ring.Early)
        {
            line.HearsOutside();
        }
    }

    /// <summary>The conversation with the agent, and with whoever he hands it to; gives who is held by it at its end.</summary>
    private static async Task<UserId?> ConverseAsync(CallLine line, UserId agent, IHoldAgents holds, IServiceProvider services)
    {
        while (true)
        {
            // Asked before he hands over: afterwards the line speaks of who has the call then.
            var since = line.SpeaksSince(agent);
            var end = await line.ConversationAsync(line.Gone);
            if (end == ConversationEnd.HandedOver && line.Agent is { } next)
            {
                LetGo(holds, line, agent, since);
                agent = next.Agent;
                continue;
            }

            if (end != ConversationEnd.Transferred || line.Transfer is not { } order)
            {
                return agent;
            }

            LetGo(holds, line, agent, since);
            if (order.Number is null || !await line.ToNumberAsync(order, line.Gone))
            {
                await services.GetRequiredService<IQueueCalls>().ServeAsync(line, new QueueRequest(order.Team.Code), line.Gone);
            }

            return null;
        }
    }

    /// <summary>Who is called, as the line knows him.</summary>
    private sealed class CalledEnd(IOutsideRing ring) : ICallerEnd
    {
        public Media.LegId Leg => ring.Leg;

        public Task AnswerAsync() => Task.CompletedTask;

        public void End(CallEndReason reason) => ring.Drop();
    }
}
