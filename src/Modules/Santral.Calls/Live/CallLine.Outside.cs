using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>
/// The caller is sent on to a number outside, or it is asked about him first (I-12). The agent writes up at once; when nobody answers there, the caller comes back.
/// </summary>
internal sealed partial class CallLine
{
    /// <summary>What the agent hears while a number rings: 425 Hz, one second in five (ITU-T E.180).</summary>
    private static readonly PlayItem[] Ringback = [new PlayTone(425, 1_000), new PlaySilence(4_000)];

    private Outside? _outside;

    /// <summary>With whom the agent left the caller after a consultation; also when that one has hung up already, for he is not called a second time.</summary>
    private Outside? _leftWith;

    private PhoneNumber? OurNumber => PhoneNumber.TryParse(CalledNumber, null, out var number) ? number : null;

    /// <summary>Without speaking to anybody there first.</summary>
    public Task TransferOutByAsync(UserId agent, PhoneNumber number)
        => SpeakingCommandAsync(agent, async talk =>
        {
            RefuseUnanswered();
            Transfer = new TransferOrder(agent, talk.Offer.Team, talk.Offer.Team, null, number);
            Note(CallEventKind.SentOutside, agent, number: number);
            await LeaveTalkAsync(talk, ConversationEnd.Transferred);
        });

    /// <summary>The number is asked while the caller hears music.</summary>
    /// <param name="agent">Whose call it is.</param>
    /// <param name="number">Within the policy.</param>
    /// <param name="ownPhone">The agent's phone, where he dialled the number in a second call of it.</param>
    public Task ConsultOutByAsync(UserId agent, PhoneNumber number, IDeskRing? ownPhone = null)
        => SpeakingCommandAsync(agent, async talk =>
        {
            RefuseUnanswered();
            var ring = _parts.Outside.Ring(new OutsideOrder(Id, agent, number, Unit, OutboundWay.Transfer, OurNumber));
            ring.Go();
            var consult = new Consult(null, talk.Offer.Team, _parts.Clock.GetUtcNow()) { Number = number, Desk = ring, OwnPhone = ownPhone };
            talk.Consult = consult;
            if (!talk.Held)
            {
                talk.Held = true;
                await SeparateAsync();
            }

            await _parts.Media.TryAsync(new Play(consult.EarOf(talk), _parts.Media.NewPlay(), Ringback, Loop: true));
            Note(CallEventKind.ConsultBegan, agent, number: number);
            WatchConsulted(talk, consult, ring);
            if (ownPhone is not null)
            {
                WatchOwnPhone(talk, consult, ownPhone);
            }

            ShowConsult(talk, consult);
        });

    public async Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp)
    {
        if (await HandedOverAsync(order, hungUp))
        {
            return true;
        }

        var outside = await _box.AskAsync(() => _ended ? throw Over() : Task.FromResult(Begin(order)), Over);
        return await outside.Spoke.Task.WaitAsync(hungUp);
    }

    /// <summary>His own network took him there; he hears music until then, and is still ours when it did not.</summary>
    private async Task<bool> HandedOverAsync(TransferOrder order, CancellationToken hungUp)
    {
        if (order.Number is not { } number || _leftWith is not null
            || !await _caller.SendToAsync(new OutsideOrder(Id, order.From, number, Unit, OutboundWay.Transfer, OurNumber)).WaitAsync(hungUp))
        {
            return false;
        }

        Note(CallEventKind.OutsideAnswered, number: number);
        return true;
    }

    /// <summary>After a consultation the two are joined already.</summary>
    private Outside Begin(TransferOrder order)
    {
        if (Interlocked.Exchange(ref _leftWith, null) is { } joined)
        {
            return joined;
        }

        var number = order.Number ?? throw new InvalidOperationException("The caller was not sent to a number.");
        var ring = _parts.Outside.Ring(new OutsideOrder(Id, order.From, number, Unit, OutboundWay.Transfer, OurNumber));
        ring.Go();
        return Follow(new Outside(number, ring));
    }

    /// <summary>The agent leaves the caller with the number he asked.</summary>
    private void LeaveToOutside(Talk talk, Consult consult)
    {
        var number = consult.Number!.Value;
        _leftWith = Follow(new Outside(number, consult.Desk!) { Speaks = true });
        Transfer = new TransferOrder(talk.Agent, talk.Offer.Team, talk.Offer.Team, null, number);
        Note(CallEventKind.HandedOver, talk.Agent, number: number);
        CloseTalk(talk);
        talk.Ended.TrySetResult(ConversationEnd.Transferred);
    }

    private Outside Follow(Outside outside)
    {
        _outside = outside;
        _ = WatchAsync();
        if (outside.Ring is IOutsideRing ring)
        {
            _ = HearAsync(ring);
        }

        return outside;

        async Task HearAsync(IOutsideRing ring)
        {
            if (await ring.Early)
            {
                _box.Post(() => HearOutsideAsync(outside));
            }
        }

        async Task WatchAsync()
        {
            var answer = await outside.Ring.Answer;
            _box.Post(() => answer == DeskAnswer.PickedUp ? SpeakOutsideAsync(outside) : LeaveOutsideAsync(outside));
            await outside.Ring.Over;
            _box.Post(() => LeaveOutsideAsync(outside));
        }
    }

    /// <summary>The network speaks before the answer: its tone or announcement takes the place of our music.</summary>
    private async Task HearOutsideAsync(Outside outside)
    {
        if (!_ended && _outside == outside && !outside.Speaks)
        {
            await _parts.Media.TryAsync(new Bridge(_caller.Leg, outside.Ring.Leg, PassBrowserDigits: false));
        }
    }

    private async Task SpeakOutsideAsync(Outside outside)
    {
        if (_ended || _outside != outside || outside.Speaks)
        {
            return;
        }

        if (!await _parts.Media.TryAsync(new Bridge(_caller.Leg, outside.Ring.Leg)))
        {
            await LeaveOutsideAsync(outside);
            return;
        }

        outside.Speaks = true;
        Note(CallEventKind.OutsideAnswered, number: outside.Number);
    }

    private async Task LeaveOutsideAsync(Outside outside)
    {
        if (_ended || _outside != outside)
        {
            return;
        }

        _outside = null;
        outside.Ring.Drop();
        Note(CallEventKind.OutsideEnded, number: outside.Number);
        await SeparateAsync();
        outside.Spoke.TrySetResult(outside.Speaks);
    }

    /// <summary>The call is over for everybody.</summary>
    private void DropOutside()
    {
        if (_outside is { } outside)
        {
            _outside = null;
            outside.Ring.Drop();
            outside.Spoke.TrySetException(Over());
        }
    }

    private sealed class Outside(PhoneNumber number, IDeskRing ring)
    {
        public PhoneNumber Number { get; } = number;

        public IDeskRing Ring { get; } = ring;

        /// <summary>The caller and the number hear each other.</summary>
        public bool Speaks { get; set; }

        public TaskCompletionSource<bool> Spoke { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
