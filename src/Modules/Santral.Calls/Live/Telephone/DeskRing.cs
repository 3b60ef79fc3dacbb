using Microsoft.Extensions.Logging;
using Santral.Media;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>One call to an agent's desk phone: rings, and after the answer speaks on its leg until somebody hangs up.</summary>
internal sealed partial class DeskRing(SipUserAgent? sip, MediaDesk media, SipBinding? binding, NameAddr caller, ILogger log) : IDeskRing
{
    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<OutgoingCall?> _call = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LegId Leg { get; } = media.NewLeg();

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public void Start() => _ = RunAsync();

    public void Drop() => _ = DropAsync();

    private async Task RunAsync()
    {
        try
        {
            media.Listen(Leg, OnMedia);
            if (sip is null || binding is null
                || await media.AskAsync(new OpenSipLeg(Leg, RemoteOffer: null, SipAudio.NetworkOf(binding.Flow.Remote))) is not MediaReply.Sdp offer)
            {
                _call.TrySetResult(null);
                return;
            }

            var call = await sip.DialAsync(DialRequest.Phone(binding, caller, SipAudio.Bytes(offer.LocalSdp)));
            _call.TrySetResult(call);
            await foreach (var happened in call.Events.ReadAllAsync())
            {
                await OnHappenedAsync(call, happened);
            }
        }
        catch (Exception error)
        {
            RingFailed(log, error);
        }
        finally
        {
            _call.TrySetResult(null);
            _answer.TrySetResult(DeskAnswer.Unreachable);
            _over.TrySetResult(false);
            await media.CloseAsync(Leg);
        }
    }

    private async Task OnHappenedAsync(OutgoingCall call, SipCallEvent happened)
    {
        switch (happened)
        {
            case SipCallEvent.Answered answered:
                if (await SipAudio.ApplyAnswerAsync(media, Leg, answered.Sdp))
                {
                    _answer.TrySetResult(DeskAnswer.PickedUp);
                }
                else
                {
                    await call.HangUpAsync();
                }

                break;
            case SipCallEvent.Reinvited changed:
                await SipAudio.AnswerChangeAsync(media, Leg, changed.Offer);
                break;
            case SipCallEvent.Ended ended:
                // 486 and 603 are what phones send when the person presses "reject".
                _answer.TrySetResult(ended.End.Code is 486 or 600 or 603 ? DeskAnswer.Rejected : DeskAnswer.Unreachable);
                _over.TrySetResult(ended.End.Cause == SipEndCause.HungUp);
                break;
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
        if (await _call.Task is { } call)
        {
            await call.HangUpAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Ringing a desk phone failed")]
    private static partial void RingFailed(ILogger log, Exception error);
}
