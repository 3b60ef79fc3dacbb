using Santral.Media;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>A desk phone that called us to be connected with somebody: it is lifted already, and otherwise like one that rang.</summary>
internal sealed class DialledPhone : IDeskRing
{
    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IncomingCall _call;
    private readonly ReadOnlyMemory<byte> _sdp;
    private readonly SipAudio _audio;
    private readonly LegCall _carrier;
    private readonly Func<Referral, Task> _referred;

    /// <param name="call">Its user is proven.</param>
    /// <param name="leg">Opened for it.</param>
    /// <param name="sdp">Our description: the answer to the phone's offer, or our offer where it sent none.</param>
    public DialledPhone(IncomingCall call, LegId leg, ReadOnlyMemory<byte> sdp, MediaDesk media, ReplacedCalls replaced, Func<Referral, Task> referred)
    {
        (_call, Leg, _sdp, _referred) = (call, leg, sdp, referred);
        _audio = new SipAudio(media, leg, offered: call.RemoteSdp.IsEmpty);
        _carrier = new LegCall(call, _audio, replaced, call.AuthenticatedUser);
        media.Listen(leg, OnMedia);
    }

    public event Action<bool>? HoldChanged;

    public LegId Leg { get; }

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public void Drop() => _ = DropAsync();

    /// <summary>Answers it, and follows it to its end.</summary>
    public async Task FollowAsync()
    {
        try
        {
            _answer.TrySetResult(await _call.AnswerAsync(_sdp) ? DeskAnswer.PickedUp : DeskAnswer.Unreachable);
            await foreach (var happened in _carrier.EventsAsync())
            {
                if (happened is SipCallEvent.Ended ended)
                {
                    _over.TrySetResult(ended.End.Cause == SipEndCause.HungUp);
                }

                await PhoneEvents.OnAsync(happened, _audio, HoldChanged, _referred);
            }
        }
        finally
        {
            _answer.TrySetResult(DeskAnswer.Unreachable);
            _over.TrySetResult(false);
        }
    }

    private void OnMedia(MediaEvent happened)
    {
        if (happened is LegLost)
        {
            _over.TrySetResult(false);
            Drop();
        }
    }

    private async Task DropAsync()
    {
        if (!await _call.RefuseAsync(480))
        {
            await _carrier.HangUpAsync();
        }
    }
}
