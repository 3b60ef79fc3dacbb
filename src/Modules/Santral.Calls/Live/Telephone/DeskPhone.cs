using Microsoft.Extensions.Logging;
using Santral.Media;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>How one phone ended its ringing.</summary>
internal enum PhoneAnswer
{
    PickedUp,

    /// <summary>486: in use, or its reject button; the person may still lift another one.</summary>
    Busy,

    /// <summary>600 and 603: the person wants no phone to ring (RFC 3261 §21.6).</summary>
    Declined,

    Unreachable,
}

/// <summary>One call to one phone of an agent: rings, and after the answer speaks on its leg until somebody hangs up.</summary>
internal sealed partial class DeskPhone(
    SipUserAgent sip, MediaDesk media, SipBinding binding, NameAddr caller, Func<Referral, Task> referred, ReplacedCalls replaced, ILogger log)
{
    private readonly TaskCompletionSource<PhoneAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LegCall?> _call = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action<bool>? HoldChanged;

    public LegId Leg { get; } = media.NewLeg();

    public Task<PhoneAnswer> Answer => _answer.Task;

    /// <summary>Ends when an answered phone hung up (true) or was lost (false).</summary>
    public Task<bool> Over => _over.Task;

    public void Start() => _ = RunAsync();

    /// <param name="reason">The Reason header of the CANCEL or BYE.</param>
    public void Drop(string? reason = null) => _ = DropAsync(reason);

    private async Task RunAsync()
    {
        try
        {
            var source = binding.Flow.Remote;
            media.Listen(Leg, OnMedia);
            if (await media.AskAsync(new OpenSipLeg(Leg, RemoteOffer: null, SipAudio.NetworkOf(source), source.Address.ToString())) is not MediaReply.Sdp offer)
            {
                return;
            }

            var audio = new SipAudio(media, Leg, offered: false);
            var dialled = await sip.DialAsync(DialRequest.Phone(binding, caller, SipAudio.Bytes(offer.LocalSdp)));
            var call = new LegCall(dialled, audio, replaced, binding.User);
            _call.TrySetResult(call);
            await foreach (var happened in call.EventsAsync())
            {
                await OnHappenedAsync(call, audio, happened);
            }
        }
        catch (Exception error)
        {
            RingFailed(log, error);
        }
        finally
        {
            _call.TrySetResult(null);
            _answer.TrySetResult(PhoneAnswer.Unreachable);
            _over.TrySetResult(false);
            await media.CloseAsync(Leg);
        }
    }

    private async Task OnHappenedAsync(LegCall call, SipAudio audio, SipCallEvent happened)
    {
        switch (happened)
        {
            case SipCallEvent.Answered answered:
                if (await audio.AnsweredAsync(answered.Sdp))
                {
                    _answer.TrySetResult(PhoneAnswer.PickedUp);
                }
                else
                {
                    await call.HangUpAsync();
                }

                break;
            case SipCallEvent.Ended ended:
                _answer.TrySetResult(ended.End.Code switch
                {
                    486 => PhoneAnswer.Busy,
                    600 or 603 => PhoneAnswer.Declined,
                    _ => PhoneAnswer.Unreachable,
                });
                _over.TrySetResult(ended.End.Cause == SipEndCause.HungUp);
                break;
            default:
                await PhoneEvents.OnAsync(happened, audio, HoldChanged, referred);
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

    private async Task DropAsync(string? reason)
    {
        if (await _call.Task is { } call)
        {
            await call.HangUpAsync(reason);
        }
    }

    [LoggerMessage(LogLevel.Error, "Ringing a desk phone failed")]
    private static partial void RingFailed(ILogger log, Exception error);
}
