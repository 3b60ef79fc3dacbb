using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>The session timer of a call: RFC 4028. The refresher refreshes at half time, the other side hangs up shortly before the end.</summary>
public abstract partial class SipCall
{
    // A refresh that was refused may be accepted soon: the other side was busy, or an offer was open.
    private static readonly TimeSpan RefreshAgainAfter = TimeSpan.FromSeconds(5);

    private const uint LongestInterval = 86_400 * 7;

    private TimerQueue.Entry? _refresh;
    private TimerQueue.Entry? _expiry;
    private bool _peerHasUpdate;

    /// <summary>The shortest interval that somebody on the way allows, once he said so.</summary>
    private uint _leastInterval;

    /// <summary>422 for an interval below our minimum (§9); true when refused.</summary>
    private protected bool RefuseByTimer(ServerTransaction transaction)
    {
        var request = transaction.Request;
        var least = (uint)Stack.Options.SessionTimer.Minimum.TotalSeconds;
        if (ReadSessionExpires(request) is not { } asked || asked.Seconds >= least || !request.Headers.ListHas(SipNames.Supported, "timer"))
        {
            return false;
        }

        var refusal = SipResponse.For(request, 422, null, LocalTag);
        refusal.Headers.Add(SipNames.MinSE, least.ToString(null, null));
        transaction.Respond(refusal);
        return true;
    }

    /// <summary>Puts Session-Expires into our 2xx when the other side asked for it, and starts the timer (§9).</summary>
    private protected void AgreeOnTimer(SipRequest request, SipResponse response)
    {
        _peerHasUpdate = request.Headers.ListHas(SipNames.Allow, SipMethods.Update);
        if (ReadSessionExpires(request) is not { } asked)
        {
            // A 2xx without an interval: from here on the session has none (§7.2).
            StopSessionTimer();
            return;
        }

        // Without support at the caller nobody but us could refresh (§9, table 2).
        var supports = request.Headers.ListHas(SipNames.Supported, "timer");
        var callerRefreshes = supports && asked.Refresher != "uas";

        // §5: a Min-SE above the Session-Expires beside it is no valid one, and decides nothing.
        var least = Math.Min(request.Number(SipNames.MinSE) ?? 0, asked.Seconds);
        var seconds = Math.Max(Math.Max(least, (uint)Stack.Options.SessionTimer.Minimum.TotalSeconds),
            Math.Min(asked.Seconds, (uint)Stack.Options.SessionTimer.Interval.TotalSeconds));
        response.Headers.Add(SipNames.SessionExpires, string.Create(null, $"{seconds};refresher={(callerRefreshes ? "uac" : "uas")}"));
        if (supports)
        {
            response.Headers.Add(SipNames.Require, "timer");
        }

        StartSessionTimer(seconds, weRefresh: !callerRefreshes);
    }

    private protected void AskForTimer(SipRequest request)
    {
        var interval = Math.Max((uint)Stack.Options.SessionTimer.Interval.TotalSeconds, _leastInterval);
        var least = Math.Max((uint)Stack.Options.SessionTimer.Minimum.TotalSeconds, _leastInterval);
        request.Headers.Add(SipNames.SessionExpires, interval.ToString(null, null));
        request.Headers.Add(SipNames.MinSE, least.ToString(null, null));
    }

    /// <summary>§7.3: 422 says how long an interval must be; true when asking again with it can help.</summary>
    private protected bool MayAskLonger(SipResponse? response)
    {
        if (response is not { Code: 422 } || response.Number(SipNames.MinSE) is not { } least || least <= _leastInterval || least > LongestInterval)
        {
            return false;
        }

        _leastInterval = least;
        return true;
    }

    /// <summary>What the 2xx to our request decided (§7.2).</summary>
    private protected void LearnTimer(SipResponse response, bool weAreCaller)
    {
        _peerHasUpdate = response.Headers.ListHas(SipNames.Allow, SipMethods.Update);
        if (ReadSessionExpires(response) is not { } agreed)
        {
            StopSessionTimer();
            return;
        }

        StartSessionTimer(agreed.Seconds, weRefresh: weAreCaller == (agreed.Refresher != "uas"));
    }

    private void StartSessionTimer(uint seconds, bool weRefresh)
    {
        StopSessionTimer();
        if (weRefresh)
        {
            RefreshAfter(TimeSpan.FromSeconds(seconds / 2.0));
        }

        // §10: BYE a third of the interval or 32 s before the end, whichever is less; also when it is us who could not refresh.
        var margin = Math.Min(32.0, seconds / 3.0);
        _expiry = Stack.Queue.Set(TimeSpan.FromSeconds(seconds - margin), () => Box.Post(() => ExpireSession(byRemote: false, 408)));
    }

    private void RefreshAfter(TimeSpan wait) => _refresh = Stack.Queue.Set(wait, () => Box.Post(RefreshSession));

    private void ExpireSession(bool byRemote, int code)
    {
        if (!_ended)
        {
            SendBye("SIP;cause=408;text=\"Session timer\"");
            Finish(new(SipEndCause.SessionExpired, byRemote, code));
        }
    }

    private void RefreshSession()
    {
        if (_ended || Dialog is null)
        {
            return;
        }

        if (IsInviteOpen || _waiting is not null)
        {
            // Another change is under way and refreshes too; should it fail, this comes again.
            RefreshAfter(TimeSpan.FromSeconds(1));
            return;
        }

        if (!_peerHasUpdate)
        {
            // §7.4: a re-INVITE with the session as it is.
            Change(SipMethods.Invite, LocalSdp, AgainIfRefused, again: true);
            return;
        }

        var update = Dialog.NewRequest(SipMethods.Update);
        AddSessionHeaders(update);
        AskForTimer(update);
        Exchange(update, response =>
        {
            if (_ended)
            {
                return;
            }

            if (response is { IsSuccess: true })
            {
                LearnTimer(response, weAreCaller: true);
            }
            else if (MayAskLonger(response))
            {
                RefreshSession();
            }
            else if (response is null or { Code: 408 or 481 })
            {
                ExpireSession(byRemote: true, response?.Code ?? 408);
            }
            else
            {
                RefreshAfter(RefreshAgainAfter);
            }
        });
    }

    private void AgainIfRefused(ReinviteResult refresh)
    {
        if (!refresh.IsAccepted && !_ended)
        {
            RefreshAfter(RefreshAgainAfter);
        }
    }

    private void StopSessionTimer()
    {
        _refresh?.Cancel();
        _refresh = null;
        _expiry?.Cancel();
        _expiry = null;
    }

    private static (uint Seconds, string? Refresher)? ReadSessionExpires(SipMessage message) =>
        message.Headers.TryGet(SipNames.SessionExpires, out var text) && TokenValue.TryParse(text, out var value)
            && Number32.TryParse(value.Value, out var seconds) && seconds > 0
            ? (Math.Min(seconds, LongestInterval), value.Parameters["refresher"]?.ToLowerInvariant())
            : null;
}
