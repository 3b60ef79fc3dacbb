using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>Ringing one agent: exactly one outcome, and at most one agent.</summary>
internal sealed partial class CallLine
{
    public const string OverCode = "calls.over";

    private readonly HashSet<UserId> _offeredTo = [];
    private Ringing? _ringing;
    private DateTimeOffset? _queuedAt;

    public Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp) => OfferAsync(offer, lifted: null, hungUp);

    /// <param name="lifted">The desk phone that is lifted already: nobody is rung.</param>
    private async Task<OfferOutcome> OfferAsync(CallOffer offer, IDeskRing? lifted, CancellationToken hungUp)
    {
        var ringing = new Ringing(offer) { Desk = lifted };
        if (!_box.Post(() => BeginOffer(ringing)))
        {
            throw Over();
        }

        await using var withdrawn = hungUp.Register(() => _box.Post(() => Withdraw(ringing)));
        return await ringing.Outcome.Task;
    }

    /// <summary>The agent's click on "answer".</summary>
    public Task AnswerByAsync(UserId agent) => CommandAsync(() => AnswerNowAsync(agent));

    public Task RejectByAsync(UserId agent)
        => CommandAsync(() =>
        {
            if (_ringing is { } ringing && ringing.Offer.Agent == agent)
            {
                EndOffer(ringing, OfferOutcome.Rejected);
            }
            else if (_talk is { Consult: { } consult } talk && consult.To == agent)
            {
                return EndConsultAsync(talk, consult);
            }
            else if (!_offeredTo.Contains(agent))
            {
                throw new Refusal("calls.not_yours", RefusalKind.Forbidden);
            }

            return Task.CompletedTask;
        });

    private void BeginOffer(Ringing ringing)
    {
        var agent = ringing.Offer.Agent;
        if (_ended || ringing.Outcome.Task.IsCompleted)
        {
            ringing.Outcome.TrySetException(Over());
            return;
        }

        if (_ringing is not null || _talk is not null)
        {
            ringing.Outcome.TrySetException(new InvalidOperationException("The call rings or speaks already."));
            return;
        }

        var kind = ringing.Desk is null ? _parts.Phones.KindOf(agent) : PhoneKind.Desk;
        if (kind == PhoneKind.None || !_parts.Desks.TryBind(agent, Id))
        {
            Note(CallEventKind.Unreachable, agent, ringing.Offer.Team.Code);
            ringing.Outcome.TrySetResult(OfferOutcome.Unreachable);
            return;
        }

        _ringing = ringing;
        _offeredTo.Add(agent);
        ringing.Until = _parts.Clock.GetUtcNow() + ringing.Offer.RingFor;
        ringing.Timer = After(ringing.Offer.RingFor, () =>
        {
            EndOffer(ringing, OfferOutcome.NoAnswer);
            return Task.CompletedTask;
        });
        Note(CallEventKind.Offered, agent, ringing.Offer.Team.Code);
        if (kind == PhoneKind.Desk)
        {
            WatchDesk(ringing, ringing.Desk ?? _parts.DeskPhones.Ring(agent, _identity.Customer?.Name, CallingNumber));
        }

        _parts.Desks.Show(agent, Snapshot(ringing.Offer, DeskCallState.Offered) with { RingsUntil = ringing.Until });
    }

    private void WatchDesk(Ringing ringing, IDeskRing ring)
    {
        ringing.Desk = ring;
        _ = WatchAsync();

        async Task WatchAsync()
        {
            var answer = await ring.Answer;
            _box.Post(() => OnDeskAnswerAsync(ringing, ring, answer));
        }
    }

    private async Task OnDeskAnswerAsync(Ringing ringing, IDeskRing ring, DeskAnswer answer)
    {
        if (_ringing != ringing)
        {
            ring.Drop();
            return;
        }

        if (answer == DeskAnswer.PickedUp)
        {
            if (!await ConnectAsync(ringing, ring.Leg, ring))
            {
                EndOffer(ringing, OfferOutcome.Unreachable);
            }

            return;
        }

        EndOffer(ringing, answer == DeskAnswer.Rejected ? OfferOutcome.Rejected : OfferOutcome.Unreachable);
    }

    private async Task AnswerNowAsync(UserId agent)
    {
        if (_talk?.Agent == agent)
        {
            return;
        }

        if (_talk is { Consult: { } consult } asking && consult.To == agent)
        {
            await AnswerConsultAsync(asking, consult);
            return;
        }

        if (_ringing is not { } ringing || ringing.Offer.Agent != agent)
        {
            throw _offeredTo.Contains(agent) ? new Refusal("calls.offer_gone") : new Refusal("calls.not_yours", RefusalKind.Forbidden);
        }

        if (ringing.Desk is not null)
        {
            throw new Refusal("calls.answer_at_phone");
        }

        var clicked = _parts.Clock.GetTimestamp();
        if (_parts.Phones.BrowserLeg(agent) is not { } leg || !await ConnectAsync(ringing, leg, null))
        {
            EndOffer(ringing, OfferOutcome.Unreachable);
            throw new Refusal("calls.phone_gone", RefusalKind.Unavailable);
        }

        _parts.Meter.Answered(_parts.Clock.GetElapsedTime(clicked));
    }

    /// <summary>Two-way audio between the caller and the agent; false when the agent's audio is not there.</summary>
    private async Task<bool> ConnectAsync(Ringing ringing, LegId leg, IDeskRing? desk)
    {
        // A browser's leg outlives calls: muted in the last one it would be mute in this one, with nothing at the desk to say so.
        await _parts.Media.TryAsync(new Mute(leg, On: false));
        if (!await _parts.Media.TryAsync(new Bridge(_caller.Leg, leg)))
        {
            return false;
        }

        var now = _parts.Clock.GetUtcNow();
        var talk = new Talk(ringing.Offer, leg, desk, now);
        ringing.Timer?.Dispose();
        _ringing = null;
        _talk = talk;
        _lastTalk = talk;
        _keys.Clear();
        _firstWait ??= ringing.Offer.Waited;
        _stage = CallStage.Agent;
        _transcript?.Reached(CallStage.Agent);
        if (_outbound is null)
        {
            _parts.Journal.Write(new JournalEntry.Connected(Id, talk.Agent, ringing.Offer.Team, ringing.Offer.Waited, now));
        }

        ShowTalk(talk);
        ringing.Outcome.TrySetResult(OfferOutcome.Answered);
        if (desk is not null)
        {
            _ = WatchDeskAsync(talk, desk);
        }

        await BeginRecordingAsync(talk);
        return true;
    }

    private void EndOffer(Ringing ringing, OfferOutcome outcome)
    {
        if (CloseOffer(ringing))
        {
            Note(
                outcome switch
                {
                    OfferOutcome.Rejected => CallEventKind.Rejected,
                    OfferOutcome.NoAnswer => CallEventKind.NoAnswer,
                    _ => CallEventKind.Unreachable,
                },
                ringing.Offer.Agent,
                ringing.Offer.Team.Code);
            ringing.Outcome.TrySetResult(outcome);
        }
    }

    private void Withdraw(Ringing ringing)
    {
        if (CloseOffer(ringing) && !_ended)
        {
            Note(CallEventKind.Withdrawn, ringing.Offer.Agent, ringing.Offer.Team.Code);
        }

        ringing.Outcome.TrySetException(Over());
    }

    /// <summary>False when it does not ring any more.</summary>
    private bool CloseOffer(Ringing ringing)
    {
        if (_ringing != ringing)
        {
            return false;
        }

        _ringing = null;
        ringing.Timer?.Dispose();
        ringing.Desk?.Drop();
        _parts.Desks.Release(ringing.Offer.Agent, Id);
        _parts.Desks.Clear(ringing.Offer.Agent, Id);
        return true;
    }

    private DeskCall Snapshot(CallOffer offer, DeskCallState state)
    {
        var identity = _identity;
        return new DeskCall(
            Id, state, Unit, CalledNumber, CallingNumber, identity.Class, identity.Customer, identity.Candidates, Language, _menuPath,
            offer.Team, offer.Waited, ArrivedAt, RingsUntil: null, ConnectedAt: null, EndedAt: null, Muted: false,
            offer.Unverified && identity.Class == CallerClass.Unidentified, _seen, EndReason: null, offer.Origin, _finding, Outbound: _outbound);
    }

    private async Task CommandAsync(Func<Task> command)
        => await _box.AskAsync(
            async () =>
            {
                if (_ended)
                {
                    throw CallOver();
                }

                await command();
                return true;
            },
            CallOver);

    public static Refusal CallOver() => new(OverCode);

    private sealed class Ringing(CallOffer offer)
    {
        public CallOffer Offer { get; } = offer;

        public TaskCompletionSource<OfferOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset Until { get; set; }

        public ITimer? Timer { get; set; }

        public IDeskRing? Desk { get; set; }
    }
}
