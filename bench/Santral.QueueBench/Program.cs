using System.Diagnostics;
using System.Globalization;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Kernel;
using Santral.Queues.Domain;

// AGENTS in TEAMS teams, WAITING callers always in line, STEPS changes (agents ready, calls over, callers in and out, calls rejected): the time of each decision of the board
// that the product uses, and that nobody is ever offered two callers, nor a caller to two agents. Says p50, p99 and the longest in milliseconds.
var (agents, waiting, steps, teams) = (Number(0, 500), Number(1, 1_000), Number(2, 50_000), Number(3, 10));
var chance = new Random(1);
var now = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
var board = new QueueBoard();
var people = Enumerable.Range(1, agents).Select(i => UserId.From(Number128(i))).ToArray();
var ids = Enumerable.Range(1, teams).Select(i => TeamId.From(Number128(1_000_000 + i))).ToArray();

// Everybody is in two teams and some callers need a skill, so that the decision has something to weigh.
Skills.TryRead("sv:3", out var speaks);
var rules = ids.Select((id, t) => new TeamRules(
    id, people.Index().Where(p => p.Index % teams == t || (p.Index + 1) % teams == t).ToDictionary(p => p.Item, p => p.Index % 3),
    TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), TimeSpan.FromHours(8), AcceptsWithoutAgents: true)
{
    Skills = people.Index().Where(p => p.Index % 4 == 0).ToDictionary(p => p.Item, _ => speaks), RelaxSkillsAfter = TimeSpan.FromSeconds(60),
}).ToArray();
var offered = new Dictionary<CallId, UserId>();
var talking = new Dictionary<CallId, UserId>();
var (line, serial, doubled) = (0, 0, 0);
var times = new List<double>(steps);
Step(new QueueInput.TeamsChanged(rules));
foreach (var person in people)
{
    Step(new QueueInput.PresenceChosen(person, PresenceState.Available, null, true));
}

while (line < waiting)
{
    Join();
}

times.Clear();
for (var step = 0; step < steps; step++)
{
    now += TimeSpan.FromMilliseconds(chance.Next(1, 200));
    if (offered.Count > 0 && chance.Next(3) != 0)
    {
        var (call, agent) = offered.ElementAt(chance.Next(offered.Count));
        offered.Remove(call);
        var taken = chance.Next(10) != 0;
        if (taken)
        {
            talking[call] = agent;
        }
        else
        {
            line++;
        }

        Step(new QueueInput.OfferEnded(call, agent, taken ? OfferOutcome.Answered : OfferOutcome.Rejected, true));
    }
    else if (talking.Count > 0 && chance.Next(4) != 0)
    {
        var (call, agent) = talking.ElementAt(chance.Next(talking.Count));
        talking.Remove(call);
        Step(new QueueInput.TalkEnded(call, agent, ConversationEnd.CallerHungUp));
        Step(new QueueInput.WrapUpFinished(agent));
    }
    else
    {
        Step(new QueueInput.Tick());
    }

    while (line < waiting)
    {
        Join();
    }
}

times.Sort();
await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
    $"{agents} agents, {waiting} waiting, {times.Count} decisions: p50 {At(0.5):F3} ms, p99 {At(0.99):F3} ms, longest {times[^1]:F3} ms, double offers {doubled}"));
return doubled == 0 && At(0.99) < 10 ? 0 : 1;

void Join()
{
    line++;
    Step(new QueueInput.CallerJoined(CallId.From(Number128(10_000_000 + serial++)), ids[chance.Next(teams)], 0, now)
    {
        Skills = serial % 10 == 0 ? speaks : Skills.None,
    });
}

void Step(QueueInput input)
{
    var began = Stopwatch.GetTimestamp();
    var effects = board.Step(input, now);

    // Asked after each step by the actor, to arm its timer.
    _ = board.NextDue;
    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    foreach (var offer in effects.OfType<QueueEffect.Offer>())
    {
        line--;
        if (!offered.TryAdd(offer.Call, offer.Agent) || talking.ContainsKey(offer.Call) || talking.ContainsValue(offer.Agent) || offered.Count(o => o.Value == offer.Agent) != 1)
        {
            doubled++;
        }
    }
}

double At(double share) => times[(int)(share * (times.Count - 1))];

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

static Guid Number128(int number) => new(number, 0, 0, new byte[8]);
