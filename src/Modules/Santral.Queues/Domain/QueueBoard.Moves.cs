using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>What each input does to one caller and one agent.</summary>
public sealed partial class QueueBoard
{
    private void Apply(QueueInput input, DateTimeOffset now)
    {
        switch (input)
        {
            case QueueInput.CallerJoined joined:
                Leave(joined.Call, now);
                _callers[joined.Call] = new BoardCaller(
                    joined.Call, joined.Team, joined.Place - TimeSpan.FromSeconds(joined.HeadStart) - (_teams.GetValueOrDefault(joined.Team)?.HeadStart ?? TimeSpan.Zero), now, _sequence++)
                {
                    Skills = joined.Skills,
                    Preferred = joined.Preferred,
                    PreferredUntil = now + joined.PreferredFor,
                    Only = joined.Only,
                    IsReturned = joined.IsReturned,
                    AtHead = joined.AtHead,

                    // Who is meant for one agent waits for no queue.
                    Counted = joined.Only is not null || joined.IsCallback,
                    IsCallback = joined.IsCallback,
                };
                TeamChanged(joined.Team);
                break;
            case QueueInput.CallerLeft left:
                Leave(left.Call, now);
                break;
            case QueueInput.OfferEnded ended:
                EndOffer(ended, now);
                break;
            case QueueInput.TalkEnded ended:
                EndTalk(ended, now);
                break;
            case QueueInput.PresenceChosen chosen:
                Choose(chosen, now);
                break;
            case QueueInput.PresenceRestored restored:
                Restore(restored, now);
                break;
            case QueueInput.PhoneReady ready:
                PhoneCame(Agent(ready.Agent, now));
                break;
            case QueueInput.PhoneLost lost:
                PhoneWent(Agent(lost.Agent, now), now);
                break;
            case QueueInput.WrapUpFinished finished when _agents.TryGetValue(finished.Agent, out var agent) && agent.Activity == AgentActivity.WrapUp:
                BecomeIdle(agent, now);
                break;
            case QueueInput.WrapUpExtended extended when _agents.TryGetValue(extended.Agent, out var agent) && agent.Activity == AgentActivity.WrapUp:
                agent.WrapUpUntil += extended.By;
                AgentChanged(agent);
                break;
            case QueueInput.AgentTaken taken:
                Occupy(Agent(taken.Agent, now), AgentActivity.Offered, taken.Call, taken.Team, now);
                break;
            case QueueInput.AgentSpeaks speaks when _agents.TryGetValue(speaks.Agent, out var agent) && IsAsked(agent, speaks.Call):
                Occupy(agent, AgentActivity.Talking, speaks.Call, agent.Team, now);
                break;
            case QueueInput.OwnTalkEnded ended when _agents.TryGetValue(ended.Agent, out var agent) && agent.Activity == AgentActivity.Talking && IsAsked(agent, ended.Call):
                EndOwnTalk(agent, ended, now);
                break;
            case QueueInput.AgentFreed freed when _agents.TryGetValue(freed.Agent, out var agent) && IsAsked(agent, freed.Call):
                Idle(agent, now);
                break;
            case QueueInput.TalkMoved moved:
                Move(moved, now);
                break;
            case QueueInput.CallbackPromised promised:
                Promise(promised, now);
                break;
            case QueueInput.CallbackTaken taken:
                TakeCallback(taken);
                break;
            case QueueInput.TeamsChanged changed:
                Replace(changed.Teams);
                break;
        }
    }

    private void Leave(CallId call, DateTimeOffset now)
    {
        if (!_callers.Remove(call, out var caller))
        {
            return;
        }

        if (caller.State != CallerState.Talking)
        {
            CountWait(caller, WaitEnd.Abandoned, null, now);
        }

        if (caller.Agent is { } id)
        {
            var agent = _agents[id];
            if (caller.State == CallerState.Talking)
            {
                BeginWrapUp(agent, caller, now);
            }
            else
            {
                // The ring was for nothing: his turn as the longest idle stays his.
                _effects.Add(new QueueEffect.OfferOver(caller.Call, id, caller.Team, agent.ActivitySince, OfferEnd.CallerLeft));
                Idle(agent, now);
            }
        }

        TeamChanged(caller.Team);
    }

    private void EndOffer(QueueInput.OfferEnded ended, DateTimeOffset now)
    {
        if (!_callers.TryGetValue(ended.Call, out var caller) || caller.State != CallerState.Offered || caller.Agent != ended.Agent)
        {
            return;
        }

        var agent = _agents[ended.Agent];
        _effects.Add(new QueueEffect.OfferOver(ended.Call, ended.Agent, caller.Team, agent.ActivitySince, EndOf(ended.Outcome)));
        if (ended.Outcome == OfferOutcome.Answered)
        {
            caller.State = CallerState.Talking;
            Busy(agent, AgentActivity.Talking, caller, now);
            agent.TalkSince = now;
            CountWait(caller, WaitEnd.Answered, agent.Id, now);
            TeamChanged(caller.Team);
            return;
        }

        caller.State = CallerState.Waiting;
        caller.Agent = null;
        caller.AtHead = true;
        Idle(agent, now);
        if (ended.Outcome == OfferOutcome.NoAnswer)
        {
            SetPresence(agent, PresenceState.Away, AwayReasons.NoAnswer, now);
        }
        else
        {
            caller.PassedOver[agent.Id] = now + PassOverFor;
        }

        if (ended.Outcome == OfferOutcome.Unreachable && !ended.PhoneThere)
        {
            PhoneWent(agent, now);
        }

        if (caller.Only is not null)
        {
            Dismiss(caller, QueueOutcome.NotTaken, now);
        }
        else if (GivesUpAt(caller) <= now)
        {
            Dismiss(caller, QueueOutcome.TimedOut, now);
        }
    }

    private void EndTalk(QueueInput.TalkEnded ended, DateTimeOffset now)
    {
        if (!_callers.TryGetValue(ended.Call, out var caller) || caller.State != CallerState.Talking || caller.Agent != ended.Agent)
        {
            return;
        }

        var agent = _agents[ended.Agent];
        if (ended.End != ConversationEnd.AgentLost)
        {
            _callers.Remove(ended.Call);
            BeginWrapUp(agent, caller, now);
            TeamChanged(caller.Team);
            return;
        }

        TalkOver(agent, caller, now);
        _effects.Add(new QueueEffect.WrapUpOver(agent.Id, caller.Call, TimeSpan.Zero));
        BecomeIdle(agent, now);
        caller.State = CallerState.Waiting;
        caller.Agent = null;
        caller.AtHead = true;
        caller.WaitingSince = now;

        // His browser is going down or just went: he is not rung for the caller he lost before the phone is back.
        caller.PassedOver[agent.Id] = now + PassOverFor;
        TeamChanged(caller.Team);
    }

    /// <summary>He has to do with the call of a caller who is not his.</summary>
    private bool IsAsked(BoardAgent agent, CallId call)
        => agent.Call == call && (agent.Activity is AgentActivity.Offered or AgentActivity.Talking) && _callers.GetValueOrDefault(call)?.Agent != agent.Id;

    private void Move(QueueInput.TalkMoved moved, DateTimeOffset now)
    {
        if (!_callers.TryGetValue(moved.Call, out var caller) || caller.State != CallerState.Talking || caller.Agent != moved.From)
        {
            return;
        }

        BeginWrapUp(_agents[moved.From], caller, now);
        var agent = Agent(moved.To, now);
        caller.Agent = agent.Id;
        caller.MovedTo = moved.Team;
        Occupy(agent, AgentActivity.Talking, moved.Call, moved.Team, now);
        agent.TalkSince = now;
        TeamChanged(caller.Team);
    }

    private void Choose(QueueInput.PresenceChosen chosen, DateTimeOffset now)
    {
        var agent = Agent(chosen.Agent, now);
        agent.PhoneThere = chosen.PhoneThere;
        var comesBack = agent.Presence != PresenceState.Available && chosen.State == PresenceState.Available;
        if (agent.Presence != chosen.State || agent.Reason != chosen.Reason)
        {
            SetPresence(agent, chosen.State, chosen.Reason, now);
        }

        if (comesBack && agent.Activity == AgentActivity.Idle)
        {
            agent.IdleSince = now;
        }

        agent.GraceUntil = chosen.State == PresenceState.Available && !agent.PhoneThere ? now + PhoneGrace : null;
    }

    private void Restore(QueueInput.PresenceRestored restored, DateTimeOffset now)
    {
        var agent = Agent(restored.Agent, now);
        agent.Presence = restored.State;
        agent.Reason = restored.Reason;
        agent.PresenceSince = restored.Since;
        agent.GraceUntil = restored.State == PresenceState.Available && !agent.PhoneThere ? now + RestartGrace : null;
        AgentChanged(agent);
    }

    private void PhoneCame(BoardAgent agent)
    {
        // Who could not be rung can be rung now, also for the caller he lost.
        foreach (var caller in agent.PhoneThere ? [] : _callers.Values.ToArray())
        {
            caller.PassedOver.Remove(agent.Id);
        }

        agent.PhoneThere = true;
        agent.GraceUntil = null;
        AgentChanged(agent);
    }

    private void PhoneWent(BoardAgent agent, DateTimeOffset now)
    {
        agent.PhoneThere = false;
        agent.GraceUntil ??= agent.Presence == PresenceState.Available ? now + PhoneGrace : null;
        AgentChanged(agent);
    }

    private void Replace(IReadOnlyList<TeamRules> teams)
    {
        var touched = _teams.Keys.Union(teams.Select(t => t.Id)).ToList();
        _teams.Clear();
        foreach (var team in teams)
        {
            _teams[team.Id] = team;
        }

        touched.ForEach(TeamChanged);
    }

    private void Dismiss(BoardCaller caller, QueueOutcome outcome, DateTimeOffset now)
    {
        _callers.Remove(caller.Call);
        CountWait(caller, EndOf(outcome), null, now);
        _effects.Add(new QueueEffect.Dismiss(caller.Call, outcome));
        TeamChanged(caller.Team);
    }

    private void CountWait(BoardCaller caller, WaitEnd end, UserId? agent, DateTimeOffset now)
    {
        if (!caller.Counted)
        {
            caller.Counted = true;
            _effects.Add(new QueueEffect.WaitOver(caller.Call, caller.Team, end, now - caller.WaitingSince, agent));
        }
    }

    private void BeginWrapUp(BoardAgent agent, BoardCaller caller, DateTimeOffset now)
    {
        TalkOver(agent, caller, now);
        BeginWrapUp(agent, caller.Call, caller.MovedTo ?? caller.Team, now);
    }

    private void EndOwnTalk(BoardAgent agent, QueueInput.OwnTalkEnded ended, DateTimeOffset now)
    {
        if (agent.Team is not { } team)
        {
            Idle(agent, now);
            return;
        }

        _effects.Add(new QueueEffect.TalkOver(ended.Call, agent.Id, team, ended.Since, now, IsOwn: true));
        BeginWrapUp(agent, ended.Call, team, now);
    }

    private void BeginWrapUp(BoardAgent agent, CallId call, TeamId team, DateTimeOffset now)
    {
        var length = _teams.GetValueOrDefault(team)?.WrapUpFor ?? TimeSpan.Zero;
        if (length <= TimeSpan.Zero)
        {
            _effects.Add(new QueueEffect.WrapUpOver(agent.Id, call, TimeSpan.Zero));
            BecomeIdle(agent, now);
            return;
        }

        agent.Activity = AgentActivity.WrapUp;
        agent.ActivitySince = now;
        agent.WrapUpUntil = now + length;
        AgentChanged(agent);
    }

    private void TalkOver(BoardAgent agent, BoardCaller caller, DateTimeOffset now)
    {
        _effects.Add(new QueueEffect.TalkOver(caller.Call, agent.Id, caller.MovedTo ?? caller.Team, agent.TalkSince ?? now, now));
        agent.TalkSince = null;
    }

    private void Busy(BoardAgent agent, AgentActivity activity, BoardCaller caller, DateTimeOffset now)
        => Occupy(agent, activity, caller.Call, caller.Team, now);

    private void Occupy(BoardAgent agent, AgentActivity activity, CallId call, TeamId? team, DateTimeOffset now)
    {
        EndWrapUp(agent, now);
        agent.Activity = activity;
        agent.ActivitySince = now;
        agent.WrapUpUntil = null;
        agent.Call = call;
        agent.Team = team;
        AgentChanged(agent);
    }

    private void BecomeIdle(BoardAgent agent, DateTimeOffset now)
    {
        agent.IdleSince = now;
        Idle(agent, now);
    }

    private void Idle(BoardAgent agent, DateTimeOffset now)
    {
        EndWrapUp(agent, now);
        agent.Activity = AgentActivity.Idle;
        agent.ActivitySince = now;
        agent.Call = null;
        agent.Team = null;
        agent.WrapUpUntil = null;
        AgentChanged(agent);
    }

    private void EndWrapUp(BoardAgent agent, DateTimeOffset now)
    {
        if (agent is { Activity: AgentActivity.WrapUp, Call: { } call })
        {
            _effects.Add(new QueueEffect.WrapUpOver(agent.Id, call, now - agent.ActivitySince));
        }
    }

    private void SetPresence(BoardAgent agent, PresenceState state, string? reason, DateTimeOffset now)
    {
        agent.Presence = state;
        agent.Reason = reason;
        agent.PresenceSince = now;
        _effects.Add(new QueueEffect.PresenceSet(agent.Id, state, reason, now));
        AgentChanged(agent);
    }

    private void AgentChanged(BoardAgent agent)
    {
        _effects.Add(new QueueEffect.AgentChanged(agent.Id));
        foreach (var team in _teams.Values.Where(t => t.Members.ContainsKey(agent.Id)))
        {
            TeamChanged(team.Id);
        }
    }

    private void TeamChanged(TeamId team) => _effects.Add(new QueueEffect.TeamChanged(team));
}
