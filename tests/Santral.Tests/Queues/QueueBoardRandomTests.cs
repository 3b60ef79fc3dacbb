using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>Days of chance on one board, every step checked against what must always hold.</summary>
public sealed class QueueBoardRandomTests
{
    private const int Steps = 3000;

    private static readonly string[] Agents = ["ann", "bob", "cem", "dag", "eva"];
    private static readonly string[] Teams = ["sales", "support"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4711)]
    [InlineData(20261120)]
    public void Whatever_happens_nobody_is_stuck_doubled_or_lost(int seed)
    {
        var chance = new Random(seed);
        var board = new Board().With("sales", "ann bob cem", maxWait: 300).With("support", "cem dag eva", wrapUp: 0, maxWait: 600, withoutAgents: false);
        var inside = new HashSet<string>();
        var offered = new Dictionary<string, string>();
        var talking = new Dictionary<string, string>();
        var count = 0;
        for (var step = 0; step < Steps; step++)
        {
            board.After(chance.Next(0, 8)).Tick();
            Follow(board, inside, offered, talking);
            Happen(board, chance, inside, offered, talking, ref count);
            Follow(board, inside, offered, talking);
            CheckInvariants(board, inside, offered, talking);
        }

        count.ShouldBeGreaterThan(300);
        CheckThatItDrains(board, inside, offered, talking);
    }

    private static void Happen(
        Board board, Random chance, HashSet<string> inside, Dictionary<string, string> offered, Dictionary<string, string> talking, ref int count)
    {
        var agent = Agents[chance.Next(Agents.Length)];
        switch (chance.Next(12))
        {
            case 0 or 1 or 2:
                var call = $"c{count++}";
                inside.Add(call);
                board.Joins(call, Teams[chance.Next(2)], chance.Next(5) == 0 ? 1 : 0);
                break;
            case 3 when inside.Count > 0:
                var gone = inside.ElementAt(chance.Next(inside.Count));
                board.Leaves(gone);
                Forget(gone, inside, offered, talking);
                break;
            case 4 or 5 or 6 when offered.Count > 0:
                var (caller, rung) = offered.ElementAt(chance.Next(offered.Count));
                var outcome = (OfferOutcome)chance.Next(4);
                offered.Remove(caller);
                if (outcome == OfferOutcome.Answered)
                {
                    talking[caller] = rung;
                }

                board.Offer(caller, rung, outcome, phone: chance.Next(2) == 0);
                break;
            case 7 or 8 when talking.Count > 0:
                var (speaker, with) = talking.ElementAt(chance.Next(talking.Count));
                var end = (ConversationEnd)chance.Next(3);
                talking.Remove(speaker);
                if (end != ConversationEnd.AgentLost)
                {
                    inside.Remove(speaker);
                }

                board.Ends(speaker, with, end);
                break;
            case 9:
                board.Sets(agent, (PresenceState)chance.Next(3), phone: chance.Next(4) != 0);
                break;
            case 10:
                board.Do(chance.Next(2) == 0 ? new QueueInput.PhoneReady(Board.Agent(agent)) : new QueueInput.PhoneLost(Board.Agent(agent)));
                break;
            case 11:
                // Late and doubled messages of calls and offers that are over.
                board.Leaves($"c{chance.Next(Math.Max(1, count))}x").Offer($"c{chance.Next(Math.Max(1, count))}", "zoe", OfferOutcome.Answered)
                    .Do(new QueueInput.WrapUpFinished(Board.Agent(agent)));
                break;
            default:
                board.Tick();
                break;
        }
    }

    private static void Forget(string call, HashSet<string> inside, Dictionary<string, string> offered, Dictionary<string, string> talking)
    {
        inside.Remove(call);
        offered.Remove(call);
        talking.Remove(call);
    }

    private static void Follow(Board board, HashSet<string> inside, Dictionary<string, string> offered, Dictionary<string, string> talking)
    {
        foreach (var effect in board.Effects)
        {
            switch (effect)
            {
                case QueueEffect.Offer offer:
                    var call = Board.NameOf(offer.Call.Value);
                    inside.ShouldContain(call, "only who waits is offered");
                    offered.ShouldNotContainKey(call, "one offer at a time");
                    talking.ShouldNotContainKey(call);
                    offered[call] = Board.NameOf(offer.Agent.Value);
                    break;
                case QueueEffect.Dismiss dismissed:
                    inside.Remove(Board.NameOf(dismissed.Call.Value)).ShouldBeTrue("who is dismissed was inside, once");
                    break;
            }
        }

        board.Effects.Clear();
    }

    private static void CheckInvariants(Board board, HashSet<string> inside, Dictionary<string, string> offered, Dictionary<string, string> talking)
    {
        board.Inner.Callers.Select(c => Board.NameOf(c.Call.Value)).Order().ShouldBe(inside.Order(), "no caller is lost or doubled");
        var busy = offered.Concat(talking).Select(p => p.Value).ToList();
        busy.ShouldBeUnique("no agent is in two calls");
        foreach (var agent in board.Inner.Agents)
        {
            var name = Board.NameOf(agent.Id.Value);
            var expected = offered.ContainsValue(name) ? AgentActivity.Offered
                : talking.ContainsValue(name) ? AgentActivity.Talking
                : agent.WrapUpUntil is not null ? AgentActivity.WrapUp
                : AgentActivity.Idle;
            agent.Activity.ShouldBe(expected, $"{name} is not stuck");
            if (agent.Activity == AgentActivity.WrapUp)
            {
                agent.WrapUpUntil!.Value.ShouldBeGreaterThan(board.Now);
            }
        }

        var waiting = board.Inner.Callers.Where(c => c.State == CallerState.Waiting).ToList();
        var readyWithWork = board.Inner.Agents.Where(a => a.IsReady && waiting.Any(c => IsMember(a, c) && !c.PassedOver.ContainsKey(a.Id)));
        readyWithWork.ShouldBeEmpty("nobody waits while somebody is free for him");
    }

    private static bool IsMember(BoardAgent agent, BoardCaller caller)
        => (caller.Team == Board.Team("sales") ? "ann bob cem" : "cem dag eva").Split(' ').Contains(Board.NameOf(agent.Id.Value));

    /// <summary>When the chance is over, the agents work the queue off to the last caller.</summary>
    private static void CheckThatItDrains(Board board, HashSet<string> inside, Dictionary<string, string> offered, Dictionary<string, string> talking)
    {
        for (var round = 0; round < 2000 && inside.Count > 0; round++)
        {
            board.Ready(Agents).After(40).Tick();
            Follow(board, inside, offered, talking);
            foreach (var (call, agent) in offered.ToList())
            {
                offered.Remove(call);
                inside.Remove(call);
                board.Answers(agent, call).After(1).Ends(call, agent);
                Follow(board, inside, offered, talking);
            }

            foreach (var (call, agent) in talking.ToList())
            {
                talking.Remove(call);
                inside.Remove(call);
                board.Ends(call, agent);
                Follow(board, inside, offered, talking);
            }
        }

        inside.ShouldBeEmpty();
        board.After(100).Tick();
        board.Inner.Callers.ShouldBeEmpty();
        board.Inner.Agents.ShouldAllBe(a => a.Activity == AgentActivity.Idle);
    }
}
