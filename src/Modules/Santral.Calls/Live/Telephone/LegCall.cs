using System.Runtime.CompilerServices;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// The signalling of one leg. The call that carries it may be replaced while it runs: the leg, and everything that it is joined with, stays as it is.
/// </summary>
internal sealed class LegCall
{
    private readonly SipAudio _audio;
    private readonly ReplacedCalls _replaced;
    private readonly Lock _gate = new();
    private Task _taking = Task.CompletedTask;
    private volatile SipCall _current;
    private volatile bool _over;

    /// <param name="phoneUser">The SIP user whose phone it is; null for callers and numbers outside.</param>
    public LegCall(SipCall first, SipAudio audio, ReplacedCalls replaced, string? phoneUser)
    {
        (_current, _audio, _replaced, PhoneUser) = (first, audio, replaced, phoneUser);
        replaced.Serves(first, this);
    }

    public string? PhoneUser { get; }

    public SipCall Current => _current;

    /// <summary>What happens in whichever call carries the leg, to the end of the last one.</summary>
    public async IAsyncEnumerable<SipCallEvent> EventsAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        try
        {
            while (true)
            {
                var call = _current;
                await foreach (var happened in call.Events.ReadAllAsync(stop))
                {
                    if (happened is SipCallEvent.Ended && await WasReplacedAsync(call))
                    {
                        break;
                    }

                    yield return happened;
                }

                if (ReferenceEquals(call, _current))
                {
                    yield break;
                }
            }
        }
        finally
        {
            _over = true;
            _replaced.Forget(_current);
        }
    }

    /// <summary>Ends whichever call carries the leg.</summary>
    public async Task HangUpAsync(string? reason = null)
    {
        _over = true;
        await _current.HangUpAsync(reason);
    }

    /// <summary>RFC 3891 §3: the new call is answered, then the old one is hung up. False leaves everything as it was.</summary>
    public Task<bool> TakeOverAsync(IncomingCall next)
    {
        lock (_gate)
        {
            // One after another: the second takes over from the first.
            var taking = TakeAsync(_taking, next);
            _taking = taking;
            return taking;
        }
    }

    private async Task<bool> TakeAsync(Task before, IncomingCall next)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var old = _current;
        if (_over || !old.IsTalking || await _audio.TakenOverAsync(next.RemoteSdp) is not { } sdp)
        {
            return false;
        }

        if (!await next.AnswerAsync(sdp))
        {
            await _audio.GiveBackAsync(old.RemoteSdp);
            return false;
        }

        _replaced.Serves(next, this);
        _current = next;
        _replaced.Forget(old);
        await old.HangUpAsync("SIP;cause=200;text=\"Replaced\"");
        if (_over)
        {
            await next.HangUpAsync();
        }

        return true;
    }

    /// <summary>Whose end is heard while he is being replaced is not the end of the leg.</summary>
    private async Task<bool> WasReplacedAsync(SipCall call)
    {
        Task taking;
        lock (_gate)
        {
            taking = _taking;
        }

        await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ReferenceEquals(call, _current);
    }
}
