using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>The session timer of a call: RFC 4028. The refresher refreshes at half time, the other side hangs up shortly before the end.</summary>
public abstract partial class SipCall
{
    private TimerQueue.Entry? _sessionTimer;
    private bool _peerHasUpdate;

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
            return;
        }

        // Without support at the caller nobody but us could refresh (§9, table 2).
        var supports = request.Headers.ListHas(SipNames.Supported, "timer");
        var callerRefreshes = supports && asked.Refresher != "uas";
        var least = request.Number(SipNames.MinSE) ?? 0;
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
        request.Headers.Add(SipNames.SessionExpires, ((uint)Stack.Options.SessionTimer.Interval.TotalSeconds).ToString(null, null));
        request.Headers.Add(SipNames.MinSE, ((uint)Stack.Options.SessionTimer.Minimum.TotalSeconds).ToString(null, null));
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
            _sessionTimer = Stack.Queue.Set(TimeSpan.FromSeconds(seconds / 2.0), () => Box.Post(RefreshSession));
            return;
        }

        // §10: BYE a third of the interval or 32 s before the end, whichever is less.
        var margin = Math.Min(32.0, seconds / 3.0);
        _sessionTimer = Stack.Queue.Set(TimeSpan.FromSeconds(seconds - margin), () => Box.Post(() =>
        {
            if (!_ended)
            {
                SendBye("SIP;cause=408;text=\"Session timer\"");
                Finish(new(SipEndCause.SessionExpired, ByRemote: false, 408));
            }
        }));
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
            _sessionTimer = Stack.Queue.Set(TimeSpan.FromSeconds(1), () => Box.Post(RefreshSession));
            return;
        }

        if (!_peerHasUpdate)
        {
            // §7.4: a re-INVITE with the session as it is.
            Change(SipMethods.Invite, LocalSdp, new(), again: true);
            return;
        }

        StopSessionTimer();
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
            else if (response is null or { Code: 408 or 481 })
            {
                SendBye("SIP;cause=408;text=\"Session timer\"");
                Finish(new(SipEndCause.SessionExpired, ByRemote: true, response?.Code ?? 408));
            }
        });
    }

    private void StopSessionTimer()
    {
        _sessionTimer?.Cancel();
        _sessionTimer = null;
    }

    private static (uint Seconds, string? Refresher)? ReadSessionExpires(SipMessage message) =>
        message.Headers.TryGet(SipNames.SessionExpires, out var text) && TokenValue.TryParse(text, out var value)
            && Number32.TryParse(value.Value, out var seconds) && seconds > 0
            ? (Math.Min(seconds, 86_400 * 7), value.Parameters["refresher"]?.ToLowerInvariant())
            : null;
}
