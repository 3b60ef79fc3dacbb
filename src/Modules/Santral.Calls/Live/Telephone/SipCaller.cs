using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>A caller who came by SIP.</summary>
internal sealed class SipCaller : ICallerEnd
{
    private readonly IncomingCall _call;
    private readonly ReadOnlyMemory<byte> _sdp;
    private readonly SipAudio _audio;
    private readonly LegCall _carrier;
    private readonly TrunkHandOver _handOver;
    private bool _talks;

    /// <param name="sdp">Our description: the answer to the caller's offer, or our offer when he sent none.</param>
    public SipCaller(IncomingCall call, LegId leg, ReadOnlyMemory<byte> sdp, MediaDesk media, ReplacedCalls replaced, TrunkHandOver handOver)
    {
        (_call, Leg, _sdp, _handOver) = (call, leg, sdp, handOver);
        _audio = new SipAudio(media, leg, offered: call.RemoteSdp.IsEmpty);
        _carrier = new LegCall(call, _audio, replaced, phoneUser: null);
    }

    public LegId Leg { get; }

    public async Task AnswerAsync() => await _call.AnswerAsync(_sdp);

    public void End(CallEndReason reason) => _ = EndAsync(reason);

    public Task<bool> SendToAsync(OutsideOrder order) => _handOver.TryAsync(_carrier.Current, order);

    /// <summary>Brings the caller's signalling to the call until he is gone.</summary>
    public async Task FollowAsync(CallLine line)
    {
        await foreach (var happened in _carrier.EventsAsync())
        {
            switch (happened)
            {
                case SipCallEvent.Acked acked:
                    await OnAckedAsync(line, acked.Sdp);
                    break;
                case SipCallEvent.Reinvited changed:
                    await _audio.ChangedAsync(changed.Offer);
                    break;
                case SipCallEvent.Dtmf key:
                    line.Press(key.Digit);
                    break;
                case SipCallEvent.Referred asked:
                    // A caller sends nobody on over our lines.
                    await asked.Referral.RefuseAsync(403);
                    break;
                case SipCallEvent.Ended ended:
                    line.CallerGone(ReasonOf(ended.End));
                    break;
            }
        }
    }

    private async Task OnAckedAsync(CallLine line, ReadOnlyMemory<byte> sdp)
    {
        if (await _audio.AckedAsync(sdp))
        {
            _talks = true;
        }
        else if (!_talks)
        {
            // He asked for our offer and never said where he listens: nobody could hear this call.
            line.CallerGone(CallEndReason.MediaLost);
        }
    }

    private async Task EndAsync(CallEndReason reason)
    {
        // Before the answer the reason decides the status; afterwards it is a BYE. The second attempt does nothing.
        if (!await _call.RefuseAsync(StatusOf(reason)))
        {
            await _carrier.HangUpAsync();
        }
    }

    private static int StatusOf(CallEndReason reason) => reason switch
    {
        CallEndReason.Overloaded or CallEndReason.Restarted => 503,
        CallEndReason.Failed or CallEndReason.MediaLost => 500,
        _ => 480,
    };

    private static CallEndReason ReasonOf(SipEnd end) => end.Cause switch
    {
        SipEndCause.HungUp or SipEndCause.Cancelled or SipEndCause.NotAcknowledged or SipEndCause.SessionExpired => CallEndReason.CallerHungUp,
        SipEndCause.ShutDown => CallEndReason.Restarted,
        _ => CallEndReason.Failed,
    };
}
