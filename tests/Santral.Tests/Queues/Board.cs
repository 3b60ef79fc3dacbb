using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>A board with a clock, names instead of identities, and one line per thing that happens.</summary>
internal sealed class Board
{
    private readonly QueueBoard _board = new();
    private readonly List<TeamRules> _teams = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public List<QueueEffect> Effects { get; } = [];

    public QueueBoard Inner => _board;

    public static UserId Agent(string name) => new(Named(1, name));

    public static CallId Call(string name) => new(Named(2, name));

    public static TeamId Team(string name) => new(Named(3, name));

    public static string NameOf(Guid id) => System.Text.Encoding.ASCII.GetString(id.ToByteArray(bigEndian: true)[1..]).TrimEnd('\0');

    public Board With(string team, string members, int ring = 20, int wrapUp = 30, int maxWait = 0, bool withoutAgents = true, Func<TeamRules, TeamRules>? more = null)
    {
        var rules = members.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(m => m.Split(':'))
            .ToDictionary(m => Agent(m[0]), m => m.Length > 1 ? int.Parse(m[1], System.Globalization.CultureInfo.InvariantCulture) : 0);
        _teams.RemoveAll(t => t.Id == Team(team));
        var made = new TeamRules(Team(team), rules, TimeSpan.FromSeconds(ring), TimeSpan.FromSeconds(wrapUp), TimeSpan.FromSeconds(maxWait), withoutAgents);
        _teams.Add(more?.Invoke(made) ?? made);
        return Do(new QueueInput.TeamsChanged([.. _teams]));
    }

    public Board After(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Board Tick() => Do(new QueueInput.Tick());

    public Board Ready(params string[] agents)
    {
        foreach (var agent in agents)
        {
            Do(new QueueInput.PresenceChosen(Agent(agent), PresenceState.Available, null, true));
            After(0.001);
        }

        return this;
    }

    public Board Sets(string agent, PresenceState state, bool phone = true) => Do(new QueueInput.PresenceChosen(Agent(agent), state, null, phone));

    public Board Joins(string call, string team = "sales", int priority = 0, double placeBefore = 0)
        => Do(new QueueInput.CallerJoined(Call(call), Team(team), priority, Now - TimeSpan.FromSeconds(placeBefore)));

    public Board JoinsKnowing(string call, string? skills = null, string? preferred = null, double preferredFor = 0, string team = "sales")
        => Do(new QueueInput.CallerJoined(Call(call), Team(team), 0, Now)
        {
            Skills = Skills.Read(skills),
            Preferred = preferred is null ? null : Agent(preferred),
            PreferredFor = TimeSpan.FromSeconds(preferredFor),
        });

    public Board Leaves(string call) => Do(new QueueInput.CallerLeft(Call(call)));

    public Board Offer(string call, string agent, OfferOutcome outcome, bool phone = true)
        => Do(new QueueInput.OfferEnded(Call(call), Agent(agent), outcome, phone));

    public Board Answers(string agent, string call) => Offer(call, agent, OfferOutcome.Answered);

    public Board Ends(string call, string agent, ConversationEnd end = ConversationEnd.CallerHungUp)
        => Do(new QueueInput.TalkEnded(Call(call), Agent(agent), end));

    public Board Do(QueueInput input)
    {
        Effects.AddRange(_board.Step(input, Now));
        return this;
    }

    public AgentPicture Of(string agent) => _board.Picture(Agent(agent))!;

    public TeamPicture OfTeam(string team = "sales") => _board.Picture(Team(team));

    /// <summary>Offers since the last look: `caller>agent`.</summary>
    public string Offers()
    {
        var offers = Effects.OfType<QueueEffect.Offer>().Select(o => $"{NameOf(o.Call.Value)}>{NameOf(o.Agent.Value)}").ToList();
        Effects.Clear();
        return string.Join(' ', offers);
    }

    public List<TEffect> Take<TEffect>()
        where TEffect : QueueEffect
    {
        var found = Effects.OfType<TEffect>().ToList();
        Effects.Clear();
        return found;
    }

    private static Guid Named(byte kind, string name)
    {
        var bytes = new byte[16];
        bytes[0] = kind;
        System.Text.Encoding.ASCII.GetBytes(name, bytes.AsSpan(1));
        return new Guid(bytes, bigEndian: true);
    }
}
