using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>A call that an agent makes: his own phone is on the line first, then the number rings in his ear. From the answer on it is a conversation like any other.</summary>
internal sealed partial class CallLine
{
    private OutboundState? _outbound;

    /// <summary>Since when this agent spoke with the number; null while it has not answered, and for whoever was not the last to speak.</summary>
    public DateTimeOffset? SpeaksSince(UserId agent)
        => _outbound == OutboundState.Answered && _lastTalk is { } talk && talk.Agent == agent ? talk.Since : null;

    /// <summary>
    /// Puts the agent on the line: the desk phone that he dialled with (<paramref name="lifted"/>), his browser at once, because he asked for it himself, or his desk phone
    /// when he lifts it.
    /// </summary>
    public async Task<OfferOutcome> TakeByAsync(CallOffer offer, IDeskRing? lifted, CancellationToken gone)
    {
        _outbound = OutboundState.Ringing;
        var offered = OfferAsync(offer, lifted, gone);
        if (lifted is null && _parts.Phones.KindOf(offer.Agent) == PhoneKind.Browser)
        {
            try
            {
                await AnswerByAsync(offer.Agent);
            }
            catch (Refusal)
            {
                // He is on another call, or his phone is gone: the outcome says so.
            }
        }

        return await offered;
    }

    /// <summary>The number rings: the agent hears it.</summary>
    public Task RingsOutsideAsync()
        => InCallAsync(() => _talk is { } talk ? _parts.Media.TryAsync(new Play(talk.Leg, _parts.Media.NewPlay(), Ringback, Loop: true)) : Task.FromResult(false));

    /// <summary>The network speaks before the answer (183 with a description): the agent hears its tone or announcement, not ours.</summary>
    public void HearsOutside()
        => _box.Post(async () =>
        {
            if (!_ended && _outbound == OutboundState.Ringing && _talk is { Held: false } talk)
            {
                await _parts.Media.TryAsync(new Bridge(talk.Leg, _caller.Leg));
            }
        });

    /// <summary>The number answered: the conversation counts from here.</summary>
    public Task AnsweredOutsideAsync()
        => InCallAsync(async () =>
        {
            if (_talk is not { } talk)
            {
                return false;
            }

            await _parts.Media.TryAsync(new StopPlay(talk.Leg));
            var now = _parts.Clock.GetUtcNow();
            (_outbound, talk.Since) = (OutboundState.Answered, now);
            Note(CallEventKind.OutsideAnswered, talk.Agent, number: CallingNumber);
            _parts.Journal.Write(new JournalEntry.Connected(Id, talk.Agent, talk.Offer.Team, TimeSpan.Zero, now));
            if (!talk.Held)
            {
                await JoinAsync(talk);
            }

            ShowTalk(talk);
            return true;
        });
}
