using Santral.Contracts.Calls;
using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>A caller who came by SIP.</summary>
/// <param name="sdp">Our description: the answer to the caller's offer, or our offer when he sent none.</param>
internal sealed class SipCaller(IncomingCall call, LegId leg, ReadOnlyMemory<byte> sdp, MediaDesk media) : ICallerEnd
{
    private readonly SipAudio _audio = new(media, leg, offered: call.RemoteSdp.IsEmpty);
    private bool _talks;

    public LegId Leg { get; } = leg;

    public async Task AnswerAsync() => await call.AnswerAsync(sdp);

    public void End(CallEndReason reason) => _ = EndAsync(reason);

    /// <summary>Brings the caller's signalling to the call until he is gone.</summary>
    public async Task FollowAsync(CallLine line)
    {
        await foreach (var happened in call.Events.ReadAllAsync())
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
        if (!await call.RefuseAsync(StatusOf(reason)))
        {
            await call.HangUpAsync();
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
