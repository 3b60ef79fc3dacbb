using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Calls.Live;

/// <summary>The end of a call: everyone who waits is told, every leg and timer is released, once.</summary>
internal sealed partial class CallLine
{
    public async Task HangUpAsync(CallEndReason reason)
    {
        try
        {
            await _box.AskAsync(
                async () =>
                {
                    await EndAsync(reason);
                    return true;
                },
                Over);
        }
        catch (OperationCanceledException)
        {
            // It was over before.
        }
    }

    /// <summary>The caller's side ended by itself.</summary>
    public void CallerGone(CallEndReason reason) => _box.Post(() => EndAsync(reason));

    private async Task EndAsync(CallEndReason reason)
    {
        if (_ended)
        {
            return;
        }

        // Each release by itself: this runs once, so what one that fails kept from the others would stay for ever.
        _ended = true;
        _endReason = reason;
        Release(Record);
        if (_talk is { } talk)
        {
            // Before the token: who waits for the end of the conversation hears how it ended.
            Release(() => CloseTalk(talk));
            talk.Ended.TrySetResult(reason == CallEndReason.AgentHungUp ? ConversationEnd.AgentHungUp : ConversationEnd.CallerHungUp);
        }

        // The token says so before any wait ends by it; its listeners run on threads of their own.
        var told = _gone.CancelAsync();
        if (_ringing is { } ringing)
        {
            Release(() => CloseOffer(ringing));
            Note(CallEventKind.Withdrawn, ringing.Offer.Agent, ringing.Offer.Team.Code);
            ringing.Outcome.TrySetException(Over());
        }

        Release(DropOutside);
        Release(EndSound);
        Release(() => WriteEnd(reason));
        Release(() => _caller.End(reason));
        await ReleaseAsync(_parts.Media.CloseAsync(_caller.Leg));
        await ReleaseAsync(_closing);
        if (_message is { } message)
        {
            await ReleaseAsync(_parts.Recordings.EndAsync(message));
        }

        await ReleaseAsync(told);
        _box.Close();
    }

    private void WriteEnd(CallEndReason reason)
    {
        var now = _parts.Clock.GetUtcNow();
        _parts.Journal.Write(new JournalEntry.Ended(Id, reason, _menuPath, WaitedUntil(now), _talked, now));
        _parts.Meter.Ended(reason.ToString());
    }

    private void Release(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error)
        {
            ReleaseFailed(_parts.Log, error, Id);
        }
    }

    private async Task ReleaseAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception error)
        {
            ReleaseFailed(_parts.Log, error, Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "Something at the end of call {Call} failed; the rest of it was released")]
    private static partial void ReleaseFailed(ILogger log, Exception error, CallId call);

    /// <summary>The wait for the first agent; without one, the time in the queue.</summary>
    private TimeSpan WaitedUntil(DateTimeOffset end)
        => _firstWait ?? (_queuedAt is { } since ? end - since : TimeSpan.Zero);
}
