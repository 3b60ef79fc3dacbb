using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>
/// The agent speaks with a colleague first, the caller hears music (attended transfer, I-12, I-23). Then he hands the caller over, goes back to him, changes between
/// the two, or lets all three speak. Whatever goes wrong with the colleague, the agent has his caller again.
/// </summary>
internal sealed partial class CallLine
{
    private static readonly TimeSpan ConsultRingsFor = TimeSpan.FromSeconds(20);

    /// <param name="agent">Whose call it is.</param>
    /// <param name="team">By which the colleague is reached.</param>
    /// <param name="to">The colleague.</param>
    /// <param name="ownPhone">The agent's phone, where he dialled the colleague in a second call of it: the two speak in that one.</param>
    public Task ConsultByAsync(UserId agent, TeamSummary team, UserId to, IDeskRing? ownPhone = null)
        => SpeakingCommandAsync(agent, async talk =>
        {
            RefuseTransfer(talk, team);
            var kind = _parts.Phones.KindOf(to);
            if (kind == PhoneKind.None || !_parts.Desks.TryBind(to, Id))
            {
                throw new Refusal("calls.agent_not_free");
            }

            var now = _parts.Clock.GetUtcNow();
            var consult = new Consult(to, team, now) { OwnPhone = ownPhone };
            talk.Consult = consult;
            _offeredTo.Add(to);
            _parts.Holds.Value.Taken(to, Id, team.Id);
            if (!talk.Held)
            {
                talk.Held = true;
                await SeparateAsync();
            }

            consult.Timer = After(ConsultRingsFor, () => EndConsultAsync(talk, consult));
            Note(CallEventKind.ConsultBegan, to, team.Code);
            if (kind == PhoneKind.Desk)
            {
                RingConsulted(talk, consult);
            }

            if (ownPhone is not null)
            {
                await _parts.Media.TryAsync(new Play(ownPhone.Leg, _parts.Media.NewPlay(), Ringback, Loop: true));
                WatchOwnPhone(talk, consult, ownPhone);
            }

            ShowConsult(talk, consult);
        });

    /// <summary>Refused where <see cref="CompleteConsultByAsync"/> would be.</summary>
    public Task CheckConsultByAsync(UserId agent) => ConsultCommandAsync(agent, (_, _) => Task.CompletedTask);

    /// <summary>The caller goes to the colleague, who knows what it is about; the agent writes up.</summary>
    public Task CompleteConsultByAsync(UserId agent)
        => ConsultCommandAsync(agent, async (talk, consult) =>
        {
            var leg = consult.Leg!.Value;
            await _parts.Media.TryAsync(new Mute(leg, On: false));
            if (!await _parts.Media.TryAsync(new Bridge(_caller.Leg, leg)))
            {
                await EndConsultAsync(talk, consult);
                throw new Refusal("calls.phone_gone", RefusalKind.Unavailable);
            }

            talk.Consult = null;
            consult.OwnPhone?.Drop();
            if (consult.To is not { } to)
            {
                LeaveToOutside(talk, consult);
                return;
            }

            var now = _parts.Clock.GetUtcNow();
            var offer = talk.Offer with { Agent = to, Team = consult.Team, Origin = new OfferOrigin(agent, IsReturned: false) };
            var next = new Talk(offer, leg, consult.Desk, now);
            CloseTalk(talk);
            _talk = next;
            _lastTalk = next;
            Note(CallEventKind.HandedOver, to, consult.Team.Code);
            _parts.Journal.Write(new JournalEntry.Connected(Id, to, consult.Team, TimeSpan.Zero, now));
            ShowTalk(next);
            if (consult.Desk is { } desk)
            {
                _ = WatchDeskAsync(next, desk);
            }

            talk.Ended.TrySetResult(ConversationEnd.HandedOver);
            await BeginRecordingAsync(next);
        });

    /// <summary>Changes between the colleague and the caller; the other one waits.</summary>
    public Task SwapConsultByAsync(UserId agent)
        => ConsultCommandAsync(agent, (talk, consult) =>
        {
            var toCaller = consult.State != ConsultState.Waiting;
            if (toCaller)
            {
                ShouldNotBeHeldByPhone(talk);
            }

            return TurnAsync(talk, consult, toCaller);
        });

    private async Task TurnAsync(Talk talk, Consult consult, bool toCaller)
    {
        await PartAllAsync(talk, consult);
        consult.State = toCaller ? ConsultState.Waiting : ConsultState.Speaking;
        talk.Held = !toCaller;
        if (!toCaller)
        {
            await _parts.Media.TryAsync(new Bridge(consult.EarOf(talk), consult.Leg!.Value));
        }
        else if (!await MixAsync(talk))
        {
            await _parts.Media.TryAsync(new Bridge(talk.Leg, _caller.Leg));
        }

        await PlayMusicAsync(toCaller ? consult.Leg!.Value : _caller.Leg);
        ShowConsult(talk, consult);
    }

    /// <summary>The agent's phone has two calls: it holds one and speaks in the other, and whoever hangs up the second is back with his caller.</summary>
    private void WatchOwnPhone(Talk talk, Consult consult, IDeskRing phone)
    {
        phone.HoldChanged += held => _box.Post(() => !held && IsOf(talk, consult) && consult.State == ConsultState.Waiting ? TurnAsync(talk, consult, toCaller: false) : Task.CompletedTask);
        _ = WatchAsync();

        async Task WatchAsync()
        {
            await phone.Over;
            _box.Post(() => EndConsultAsync(talk, consult));
        }
    }

    /// <summary>The agent's phone put his caller on hold by its own button, or took him back: he hears music meanwhile, and the desk shows it.</summary>
    private async Task PhoneHoldAsync(Talk talk, bool held)
    {
        if (_talk != talk)
        {
            return;
        }

        talk.PhoneHolds = held;
        if (talk.Aside is not null || _outbound == OutboundState.Ringing)
        {
            return;
        }

        if (talk.Consult is { } consult)
        {
            if (!held && consult.OwnPhone is not null && consult.State == ConsultState.Speaking)
            {
                await TurnAsync(talk, consult, toCaller: true);
            }
        }
        else if (talk.Held != held)
        {
            talk.Held = held;
            await (held ? SeparateAsync() : JoinAsync(talk));
            Note(held ? CallEventKind.Held : CallEventKind.Resumed, talk.Agent);
            ShowTalk(talk);
        }
    }

    /// <summary>A phone that holds the call hears nothing of it until its own button takes it back.</summary>
    private static void ShouldNotBeHeldByPhone(Talk talk)
    {
        if (talk.PhoneHolds)
        {
            throw new Refusal("calls.phone_holds");
        }
    }

    private bool IsOf(Talk talk, Consult consult) => _talk == talk && talk.Consult == consult;

    /// <summary>All three hear one another.</summary>
    public Task JoinConsultByAsync(UserId agent)
        => ConsultCommandAsync(agent, async (talk, consult) =>
        {
            if (consult.State == ConsultState.Together)
            {
                return;
            }

            var (before, wasHeld) = (consult.State, talk.Held);
            (consult.State, talk.Held) = (ConsultState.Together, false);
            if (!await MixAsync(talk))
            {
                (consult.State, talk.Held) = (before, wasHeld);
                throw new Refusal("calls.phone_gone", RefusalKind.Unavailable);
            }

            Note(CallEventKind.Conference, consult.To, consult.Team.Code, number: consult.Number);
            ShowConsult(talk, consult);
        });

    /// <summary>Back to the caller; also while the colleague still rings. Without a consultation nothing happens.</summary>
    public Task EndConsultByAsync(UserId agent)
        => TalkCommandAsync(agent, talk => talk.Consult is { } consult ? EndConsultAsync(talk, consult) : Task.CompletedTask);

    private void RingConsulted(Talk talk, Consult consult)
    {
        var ring = _parts.DeskPhones.Ring(consult.To!.Value, _identity.Customer?.Name, CallingNumber);
        consult.Desk = ring;
        WatchConsulted(talk, consult, ring);
    }

    private void WatchConsulted(Talk talk, Consult consult, IDeskRing ring)
    {
        _ = WatchAsync();
        if (ring is IOutsideRing outside)
        {
            _ = HearAsync(outside);
        }

        async Task HearAsync(IOutsideRing outside)
        {
            if (await outside.Early)
            {
                _box.Post(() => HearConsultedAsync(talk, consult, outside.Leg));
            }
        }

        async Task WatchAsync()
        {
            var answer = await ring.Answer;
            _box.Post(() => answer == DeskAnswer.PickedUp ? ConsultedAsync(talk, consult, ring.Leg) : EndConsultAsync(talk, consult));
            await ring.Over;
            _box.Post(() => EndConsultAsync(talk, consult));
        }
    }

    /// <summary>The network speaks before the number answers: the agent hears its tone or announcement, not ours.</summary>
    private async Task HearConsultedAsync(Talk talk, Consult consult, LegId network)
    {
        if (IsOf(talk, consult) && consult.State == ConsultState.Ringing)
        {
            await _parts.Media.TryAsync(new Bridge(consult.EarOf(talk), network, PassBrowserDigits: false));
        }
    }

    /// <summary>The colleague's click on "answer".</summary>
    private async Task AnswerConsultAsync(Talk talk, Consult consult)
    {
        if (consult.Desk is not null)
        {
            throw new Refusal("calls.answer_at_phone");
        }

        if (_parts.Phones.BrowserLeg(consult.To!.Value) is not { } leg)
        {
            await EndConsultAsync(talk, consult);
            throw new Refusal("calls.phone_gone", RefusalKind.Unavailable);
        }

        await ConsultedAsync(talk, consult, leg);
    }

    /// <summary>The colleague is there.</summary>
    private async Task ConsultedAsync(Talk talk, Consult consult, LegId leg)
    {
        if (!IsOf(talk, consult) || consult.State != ConsultState.Ringing)
        {
            return;
        }

        await _parts.Media.TryAsync(new Mute(leg, On: false));
        if (!await _parts.Media.TryAsync(new Bridge(consult.EarOf(talk), leg)))
        {
            await EndConsultAsync(talk, consult);
            return;
        }

        consult.Timer?.Dispose();
        (consult.Leg, consult.State, consult.Since) = (leg, ConsultState.Speaking, _parts.Clock.GetUtcNow());
        if (consult.To is { } to)
        {
            _parts.Holds.Value.Speaks(to, Id);
        }

        ShowConsult(talk, consult);
    }

    private async Task EndConsultAsync(Talk talk, Consult consult)
    {
        if (!IsOf(talk, consult))
        {
            return;
        }

        await PartAllAsync(talk, consult);
        ReleaseConsult(talk, consult);
        Note(CallEventKind.ConsultEnded, consult.To, consult.Team.Code, number: consult.Number);

        // A phone that holds the caller itself takes him back by its own button.
        talk.Held = talk.PhoneHolds;
        await (talk.Held ? PlayMusicAsync(_caller.Leg) : JoinAsync(talk));
        ShowTalk(talk);
    }

    /// <summary>The colleague is out of it and can be rung by others.</summary>
    private void ReleaseConsult(Talk talk, Consult consult)
    {
        talk.Consult = null;
        consult.Timer?.Dispose();
        consult.Desk?.Drop();
        consult.OwnPhone?.Drop();
        if (consult.To is { } to)
        {
            _parts.Desks.Release(to, Id);
            _parts.Desks.Clear(to, Id);
            _parts.Holds.Value.Freed(to, Id);
        }
    }

    private async Task PartAllAsync(Talk talk, Consult consult)
    {
        await _parts.Media.TryAsync(new Unbridge(_caller.Leg));
        await _parts.Media.TryAsync(new Unbridge(talk.Leg));
        if (consult.OwnPhone is { } own)
        {
            await _parts.Media.TryAsync(new Unbridge(own.Leg));
        }

        if (consult.Leg is { } leg)
        {
            await _parts.Media.TryAsync(new StopPlay(leg));
            await _parts.Media.TryAsync(new Unbridge(leg));
        }
    }

    private async Task ConsultCommandAsync(UserId agent, Func<Talk, Consult, Task> command)
        => await TalkCommandAsync(agent, talk => talk.Consult switch
        {
            null => throw new Refusal("calls.no_consult"),
            { State: ConsultState.Ringing } => throw new Refusal("calls.consult_rings"),
            var consult => command(talk, consult),
        });

    /// <summary>What both desks show.</summary>
    private void ShowConsult(Talk talk, Consult consult)
    {
        ShowTalk(talk);
        if (consult.To is not { } to)
        {
            return;
        }

        var isRinging = consult.State == ConsultState.Ringing;
        _parts.Desks.Show(
            to,
            Snapshot(talk.Offer with { Team = consult.Team, Origin = new OfferOrigin(talk.Agent, IsReturned: false) }, isRinging ? DeskCallState.Offered : DeskCallState.Talking) with
            {
                ConnectedAt = isRinging ? null : consult.Since,
                RingsUntil = isRinging ? consult.Since + ConsultRingsFor : null,
                Consult = new DeskConsult(talk.Agent, consult.State, consult.Since, IsAsked: true),
            });
    }

    private sealed class Consult(UserId? to, TeamSummary team, DateTimeOffset since)
    {
        /// <summary>Null when a number outside is asked.</summary>
        public UserId? To { get; } = to;

        public PhoneNumber? Number { get; init; }

        public TeamSummary Team { get; } = team;

        public ConsultState State { get; set; } = ConsultState.Ringing;

        public DateTimeOffset Since { get; set; } = since;

        /// <summary>Set once he speaks.</summary>
        public LegId? Leg { get; set; }

        public IDeskRing? Desk { get; set; }

        /// <summary>The second call of the agent's own phone, where he dialled there.</summary>
        public IDeskRing? OwnPhone { get; init; }

        /// <summary>Where the agent hears whom he asks.</summary>
        public LegId EarOf(Talk talk) => OwnPhone?.Leg ?? talk.Leg;

        public ITimer? Timer { get; set; }
    }
}
