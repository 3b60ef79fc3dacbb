using Santral.Calls.Domain;
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

    public Task ConsultByAsync(UserId agent, TeamSummary team, UserId to)
        => SpeakingCommandAsync(agent, async talk =>
        {
            RefuseTransfer(talk, team);
            var kind = _parts.Phones.KindOf(to);
            if (kind == PhoneKind.None || !_parts.Desks.TryBind(to, Id))
            {
                throw new Refusal("calls.agent_not_free");
            }

            var now = _parts.Clock.GetUtcNow();
            var consult = new Consult(to, team, now);
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

            ShowConsult(talk, consult);
        });

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
        => ConsultCommandAsync(agent, async (talk, consult) =>
        {
            var toCaller = consult.State != ConsultState.Waiting;
            await PartAllAsync(talk, consult);
            consult.State = toCaller ? ConsultState.Waiting : ConsultState.Speaking;
            talk.Held = !toCaller;
            if (!toCaller || !await MixAsync(talk))
            {
                await _parts.Media.TryAsync(new Bridge(talk.Leg, toCaller ? _caller.Leg : consult.Leg!.Value));
            }

            await PlayMusicAsync(toCaller ? consult.Leg!.Value : _caller.Leg);
            ShowConsult(talk, consult);
        });

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

        async Task WatchAsync()
        {
            var answer = await ring.Answer;
            _box.Post(() => answer == DeskAnswer.PickedUp ? ConsultedAsync(talk, consult, ring.Leg) : EndConsultAsync(talk, consult));
            await ring.Over;
            _box.Post(() => EndConsultAsync(talk, consult));
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
        if (_talk != talk || talk.Consult != consult || consult.State != ConsultState.Ringing)
        {
            return;
        }

        await _parts.Media.TryAsync(new Mute(leg, On: false));
        if (!await _parts.Media.TryAsync(new Bridge(talk.Leg, leg)))
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
        if (_talk != talk || talk.Consult != consult)
        {
            return;
        }

        await PartAllAsync(talk, consult);
        ReleaseConsult(talk, consult);
        Note(CallEventKind.ConsultEnded, consult.To, consult.Team.Code, number: consult.Number);
        talk.Held = false;
        await JoinAsync(talk);
        ShowTalk(talk);
    }

    /// <summary>The colleague is out of it and can be rung by others.</summary>
    private void ReleaseConsult(Talk talk, Consult consult)
    {
        talk.Consult = null;
        consult.Timer?.Dispose();
        consult.Desk?.Drop();
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

        public ITimer? Timer { get; set; }
    }
}
