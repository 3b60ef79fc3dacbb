using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Calls.Live.Telephone;
using Santral.Media;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Outside;

/// <summary>
/// One number that is called. A trunk that does not place the call (silence, 408, 5xx) hands over to the next one; what the called person or his network says (busy,
/// declined, unknown) is the answer.
/// </summary>
internal sealed partial class OutsideRing(
    OutsideOrder order, SipUserAgent sip, IReadOnlyList<TrunkLine> trunks, MediaDesk media, DialledLedger ledger, ReplacedCalls replaced, ILogger log)
    : IOutsideRing
{
    /// <summary>So that three dead trunks cost twelve seconds and not a minute and a half.</summary>
    private static readonly TimeSpan HeardWithin = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<LegId?> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _early = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<OutsideEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LegCall? _call;
    private volatile bool _dropped;

    public LegId Leg { get; } = media.NewLeg();

    public Task<LegId?> Opened => _opened.Task;

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public Task<bool> Early => _early.Task;

    public Task<OutsideEnd> Ended => _ended.Task;

    public Action<char>? Pressed { get; set; }

    public void Start() => _ = RunAsync();

    public void Go() => _go.TrySetResult();

    public void Drop()
    {
        _dropped = true;
        _go.TrySetResult();
        _ = _call?.HangUpAsync();
    }

    private async Task RunAsync()
    {
        var end = new OutsideEnd(DialledOutcome.Failed, 0);
        var line = Guid.Empty;
        string? trunk = null;
        try
        {
            media.Listen(Leg, OnMedia);
            if (await media.AskAsync(new OpenSipLeg(Leg, RemoteOffer: null)) is not MediaReply.Sdp offer)
            {
                return;
            }

            _opened.TrySetResult(Leg);
            await _go.Task;
            if (_dropped)
            {
                end = new OutsideEnd(DialledOutcome.GivenUp, 0);
                return;
            }

            line = await ledger.BeginAsync(order);
            var ours = offer.LocalSdp;
            foreach (var next in trunks)
            {
                if (_dropped || !next.TryTake())
                {
                    continue;
                }

                trunk = next.Trunk.Name;
                try
                {
                    var audio = new SipAudio(media, Leg, offered: false);
                    if (await OverAsync(next, ours, audio, line) is { } decided)
                    {
                        end = decided;
                        break;
                    }

                    if (audio.WasEarly)
                    {
                        // The first trunk's announcement has used the offer up; the next one gets a new one for the same ports.
                        if (await media.AskAsync(new RenewOffer(Leg)) is not MediaReply.Sdp again)
                        {
                            break;
                        }

                        ours = again.LocalSdp;
                    }
                }
                finally
                {
                    next.Give();
                }
            }

            if (_dropped && end.Outcome == DialledOutcome.Failed)
            {
                end = new OutsideEnd(DialledOutcome.GivenUp, 0);
            }
        }
        catch (Exception error)
        {
            RingFailed(log, error, order.Call);
        }
        finally
        {
            _opened.TrySetResult(null);
            _early.TrySetResult(false);
            _ended.TrySetResult(end);
            _answer.TrySetResult(end.Outcome is DialledOutcome.Busy ? DeskAnswer.Rejected : DeskAnswer.Unreachable);
            _over.TrySetResult(end.Outcome == DialledOutcome.Answered);
            await media.CloseAsync(Leg);
            if (line != Guid.Empty)
            {
                await ledger.EndAsync(line, trunk, end, isOver: true);
            }
        }
    }

    /// <summary>Null when the next trunk is to be tried.</summary>
    private async Task<OutsideEnd?> OverAsync(TrunkLine trunk, string offer, SipAudio audio, Guid line)
    {
        LegCall call;
        try
        {
            call = new LegCall(await sip.DialAsync(RequestFor(trunk, offer)), audio, replaced, phoneUser: null);
        }
        catch (SipUnreachableException)
        {
            return null;
        }

        _call = call;
        if (_dropped)
        {
            _ = call.HangUpAsync();
        }

        var answered = false;
        await foreach (var happened in call.EventsAsync())
        {
            switch (happened)
            {
                case SipCallEvent.Progress progress when await audio.EarlyAsync(progress.Sdp):
                    _early.TrySetResult(true);
                    break;
                case SipCallEvent.Answered answer when await audio.AnsweredAsync(answer.Sdp):
                    answered = true;
                    _answer.TrySetResult(DeskAnswer.PickedUp);
                    await ledger.EndAsync(line, trunk.Trunk.Name, new OutsideEnd(DialledOutcome.Answered, 200), isOver: false);
                    break;
                case SipCallEvent.Answered:
                    await call.HangUpAsync();
                    break;
                case SipCallEvent.Acked acked:
                    await audio.AckedAsync(acked.Sdp);
                    break;
                case SipCallEvent.Reinvited changed:
                    await audio.ChangedAsync(changed.Offer);
                    break;
                case SipCallEvent.Dtmf key:
                    Pressed?.Invoke(key.Digit);
                    break;
                case SipCallEvent.Referred asked:
                    await asked.Referral.RefuseAsync(403);
                    break;
                case SipCallEvent.Ended ended:
                    return answered ? new OutsideEnd(DialledOutcome.Answered, 200) : Decide(trunk, ended.End);
            }
        }

        return null;
    }

    private OutsideEnd? Decide(TrunkLine trunk, SipEnd end)
    {
        if (_dropped)
        {
            return new OutsideEnd(DialledOutcome.GivenUp, end.Code);
        }

        switch (end.Cause)
        {
            case SipEndCause.Cancelled:
                return new OutsideEnd(DialledOutcome.NoAnswer, end.Code);
            case SipEndCause.TransportFailed or SipEndCause.TimedOut:
                return null;
            case SipEndCause.ShutDown or SipEndCause.Failed:
                return new OutsideEnd(DialledOutcome.Failed, end.Code);
        }

        if (end.Code is 503 && end.Headers?.Text(SipNames.RetryAfter) is { } text
            && int.TryParse(text.Split([' ', ';', '('])[0], System.Globalization.NumberStyles.None, null, out var seconds))
        {
            trunk.Rest(TimeSpan.FromSeconds(Math.Min(seconds, 300)));
        }

        // 408 and 5xx are the trunk's trouble; the other refusals speak for who is called.
        return end.Code switch
        {
            408 or 500 or 502 or 503 or 504 => null,
            486 or 600 or 603 => new OutsideEnd(DialledOutcome.Busy, end.Code),
            480 or 487 => new OutsideEnd(DialledOutcome.NoAnswer, end.Code),
            _ => new OutsideEnd(DialledOutcome.Failed, end.Code),
        };
    }

    private DialRequest RequestFor(TrunkLine trunk, string offer)
    {
        var shown = trunk.Trunk.CallerNumber ?? order.ForUs;
        var own = shown is { } number ? TrunkNumbers.Written(trunk.Trunk, number) : trunk.Trunk.User ?? "anonymous";
        var from = SipUri.Of(own, trunk.Domain);
        return new DialRequest
        {
            Target = trunk.UriOf(TrunkNumbers.Dialled(trunk.Trunk, order.To)),
            From = new NameAddr(from),
            Sdp = SipAudio.Bytes(offer),
            Credentials = trunk.Credentials,
            Proxy = trunk.Proxy,
            RingFor = RingsFor,
            TryingWithin = HeardWithin,
            Headers = [new SipHeader(SipNames.PAssertedIdentity, new NameAddr(from).ToString())],
        };
    }

    private void OnMedia(MediaEvent happened)
    {
        if (happened is LegLost)
        {
            Drop();
        }
    }

    [LoggerMessage(LogLevel.Error, "Calling a number for call {Call} failed")]
    private static partial void RingFailed(ILogger log, Exception error, Contracts.Calls.CallId call);
}
