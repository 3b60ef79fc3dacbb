using Santral.Calls.Domain;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>The conversation with an agent, and what he does in it.</summary>
internal sealed partial class CallLine
{
    /// <summary>How long a caller waits with music for an agent whose browser is gone: a reload takes two or three seconds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private Talk? _talk;
    private volatile Talk? _lastTalk;
    private TimeSpan? _firstWait;
    private TimeSpan _talked;

    public async Task<ConversationEnd> ConversationAsync(CancellationToken hungUp)
    {
        // The flow asks after its offer was answered; even when the call is over by then, the conversation had its end.
        var talk = _lastTalk ?? throw new InvalidOperationException("No agent is connected.");
        return await talk.Ended.Task;
    }

    public Task HoldByAsync(UserId agent)
        => SpeakingCommandAsync(agent, async talk =>
        {
            if (talk.Held)
            {
                return;
            }

            talk.Held = true;
            await SeparateAsync();
            Note(CallEventKind.Held, agent);
            ShowTalk(talk);
        });

    public Task ResumeByAsync(UserId agent)
        => SpeakingCommandAsync(agent, async talk =>
        {
            if (!talk.Held)
            {
                return;
            }

            ShouldNotBeHeldByPhone(talk);
            talk.Held = false;
            await JoinAsync(talk);
            Note(CallEventKind.Resumed, agent);
            ShowTalk(talk);
        });

    public Task MuteByAsync(UserId agent, bool on)
        => TalkCommandAsync(agent, async talk =>
        {
            if (talk.Muted == on)
            {
                return;
            }

            talk.Muted = on;
            await _parts.Media.TryAsync(new Mute(talk.Leg, on));
            ShowTalk(talk);
        });

    /// <summary>Keys for the caller's side (his own switchboard, another company's menu); which ones is not kept.</summary>
    public Task SendKeysByAsync(UserId agent, string keys)
        => SpeakingCommandAsync(agent, async talk =>
        {
            if (!await _parts.Media.TryAsync(new SendDigits(_caller.Leg, keys)))
            {
                throw new Refusal("calls.keys_not_taken");
            }

            Note(CallEventKind.KeysSent, agent);
        });

    /// <summary>Who was asked only leaves; the agent of the call ends it.</summary>
    public Task HangUpByAsync(UserId agent)
        => CommandAsync(() => _talk switch
        {
            { Consult: { } consult } talk when consult.To == agent => EndConsultAsync(talk, consult),
            { } talk when talk.Agent == agent => EndAsync(CallEndReason.AgentHungUp),
            _ => throw new Refusal("calls.not_yours", RefusalKind.Forbidden),
        });

    /// <summary>The agent's browser has audio again, on a new leg: the conversation goes on there.</summary>
    public void BrowserReady(UserId agent, LegId leg)
        => _box.Post(async () =>
        {
            if (_talk is not { Desk: null } talk || talk.Agent != agent || talk.Leg == leg)
            {
                return;
            }

            talk.Leg = leg;
            talk.Missing = false;
            var wasAway = talk.Grace is not null;
            talk.Grace?.Dispose();
            talk.Grace = null;
            if (talk.Muted)
            {
                await _parts.Media.TryAsync(new Mute(leg, On: true));
            }

            if (!talk.Held && talk.Aside is null)
            {
                await JoinAsync(talk);
            }

            if (wasAway)
            {
                Note(CallEventKind.AgentBack, agent);
            }
        });

    public void BrowserGone(UserId agent, LegId leg)
        => _box.Post(async () =>
        {
            if (_ringing is { Desk: null } ringing && ringing.Offer.Agent == agent)
            {
                EndOffer(ringing, OfferOutcome.Unreachable);
            }
            else if (_attendance is { Desk: null } attendance && attendance.By == agent)
            {
                await EndAttendanceAsync(attendance);
            }
            else if (_talk is { Consult: { Desk: null } consult } asking && consult.To == agent && (consult.Leg is null || consult.Leg == leg))
            {
                await EndConsultAsync(asking, consult);
            }
            else if (_talk is { Desk: null } talk && talk.Agent == agent && talk.Leg == leg && talk.Grace is null)
            {
                talk.Missing = true;
                if (talk.Consult is { } asked)
                {
                    await PartAllAsync(talk, asked);
                    ReleaseConsult(talk, asked);
                    talk.Held = false;
                }

                if (talk.Aside is null)
                {
                    await WaitForAgentAsync(talk);
                }
            }
        });

    /// <summary>Music for the caller until the agent's browser is back, for a short while.</summary>
    private async Task WaitForAgentAsync(Talk talk)
    {
        talk.Grace = After(Grace, () => EndTalkAsync(talk, ConversationEnd.AgentLost));
        Note(CallEventKind.AgentLost, talk.Agent);
        if (!talk.Held)
        {
            await SeparateAsync();
        }
    }

    private async Task WatchDeskAsync(Talk talk, IDeskRing desk)
    {
        desk.HoldChanged += held => _box.Post(() => PhoneHoldAsync(talk, held));
        var hungUp = await desk.Over;
        _box.Post(() =>
        {
            talk.HungUp = true;

            // A caller in the menu does not lose his call because a receiver was put down: he goes to the head of the queue when he is through.
            if (talk.Aside is null)
            {
                return EndTalkAsync(talk, hungUp ? ConversationEnd.AgentHungUp : ConversationEnd.AgentLost);
            }

            desk.Drop();
            return Task.CompletedTask;
        });
    }

    /// <summary>A command that needs the caller at the agent's ear, or on hold.</summary>
    private Task SpeakingCommandAsync(UserId agent, Func<Talk, Task> command)
        => TalkCommandAsync(agent, talk => talk switch
        {
            { Aside: not null } => throw new Refusal("calls.in_verification"),
            { Consult: not null } => throw new Refusal("calls.in_consult"),
            _ => command(talk),
        });

    private async Task TalkCommandAsync(UserId agent, Func<Talk, Task> command)
        => await CommandAsync(() => _talk is { } talk && talk.Agent == agent ? command(talk)
            : throw new Refusal("calls.not_yours", RefusalKind.Forbidden));

    private async Task EndTalkAsync(Talk talk, ConversationEnd end)
    {
        if (_talk != talk)
        {
            return;
        }

        if (end == ConversationEnd.AgentHungUp)
        {
            await EndAsync(CallEndReason.AgentHungUp);
            return;
        }

        await LeaveTalkAsync(talk, end);
    }

    /// <summary>The agent is out of the call, the caller waits with music for whoever comes next.</summary>
    private async Task LeaveTalkAsync(Talk talk, ConversationEnd end)
    {
        CloseTalk(talk);
        _stage = CallStage.Queue;
        _transcript?.Reached(CallStage.Queue);
        await _parts.Media.TryAsync(new Unbridge(_caller.Leg));
        await PlayMusicAsync(_caller.Leg);
        talk.Ended.TrySetResult(end);
    }

    private void CloseTalk(Talk talk)
    {
        if (talk.Consult is { } consult)
        {
            ReleaseConsult(talk, consult);
        }

        ReleaseAttendance();
        EndRecording(talk);
        _talk = null;
        talk.Aside?.End();
        talk.Grace?.Dispose();
        talk.Desk?.Drop();
        var now = _parts.Clock.GetUtcNow();
        _talked += now - talk.Since;
        _parts.Desks.Release(talk.Agent, Id);
        if (_parts.Desks.Of(talk.Agent)?.CallId == Id)
        {
            _parts.Desks.Show(talk.Agent, Snapshot(talk.Offer, DeskCallState.Ended) with { ConnectedAt = talk.Since, EndedAt = now, EndReason = _endReason });
        }
    }

    /// <summary>The caller hears music, the agent nothing.</summary>
    private async Task SeparateAsync()
    {
        await _parts.Media.TryAsync(new Unbridge(_caller.Leg));
        await PlayMusicAsync(_caller.Leg);
    }

    private async Task JoinAsync(Talk talk)
    {
        if (talk.Grace is null)
        {
            await MixAsync(talk);
        }
    }

    private void ShowTalk(Talk talk)
        => _parts.Desks.Show(
            talk.Agent,
            Snapshot(talk.Offer, talk.State) with
            {
                ConnectedAt = talk.Since,
                Muted = talk.Muted,
                Consult = talk.Consult is { } consult ? new DeskConsult(consult.To, consult.State, consult.Since, IsAsked: false, consult.Number) : null,
                Recording = RecordingOf(talk),
                Supervisor = SupervisorOf(talk),
            });

    private sealed class Talk(CallOffer offer, LegId leg, IDeskRing? desk, DateTimeOffset since)
    {
        public CallOffer Offer { get; } = offer;

        public UserId Agent => Offer.Agent;

        public LegId Leg { get; set; } = leg;

        /// <summary>Set when the agent speaks by his desk phone.</summary>
        public IDeskRing? Desk { get; } = desk;

        public DateTimeOffset Since { get; set; } = since;

        public bool Held { get; set; }

        /// <summary>The agent's desk phone holds the caller by its own button.</summary>
        public bool PhoneHolds { get; set; }

        public bool Muted { get; set; }

        /// <summary>Set while the caller is in the verification menu.</summary>
        public Aside? Aside { get; set; }

        /// <summary>The agent's browser has no audio just now.</summary>
        public bool Missing { get; set; }

        /// <summary>The agent's desk phone is not in the call any more.</summary>
        public bool HungUp { get; set; }

        /// <summary>Set while it is recorded, also while that is paused.</summary>
        public LiveRecording? Recording { get; set; }

        public bool RecordingPaused { get; set; }

        /// <summary>It was to be recorded and could not be.</summary>
        public bool RecordingFailed { get; set; }

        /// <summary>Set while a colleague is asked.</summary>
        public Consult? Consult { get; set; }

        public DeskCallState State => Aside is not null ? DeskCallState.Verifying : Consult is not null ? DeskCallState.Consulting : Held ? DeskCallState.OnHold : DeskCallState.Talking;

        /// <summary>Runs while the agent's browser is gone.</summary>
        public ITimer? Grace { get; set; }

        public TaskCompletionSource<ConversationEnd> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
