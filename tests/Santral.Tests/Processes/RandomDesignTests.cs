using Santral.Contracts.Processes;
using Santral.Kernel;
using Santral.Processes.Domain;
using static Santral.Tests.Processes.Given;

namespace Santral.Tests.Processes;

/// <summary>What holds for every design, shown on random ones; a failing seed is in the message.</summary>
public sealed class RandomDesignTests
{
    private static readonly DocumentKind Kind = new("request", Write, [], [StageKind.New, StageKind.Resolved], _ => throw new NotSupportedException());
    private static readonly KnownActors Known = new(Everybody, new HashSet<Contracts.Queues.TeamId> { Team }, new HashSet<string>());

    [Fact]
    public void Nothing_is_accepted_that_is_not_offered_and_everything_offered_is_accepted()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var chance = new Random(seed);
            var process = DesignOf(chance).As(Kind, "internet", 1);
            var state = StateOf(chance, process);
            foreach (var actor in Everybody)
            {
                var offers = process.Offers(state, actor, Everybody);
                foreach (var stage in process.Stages)
                {
                    Accepts(process, state, actor, Act.Move(stage.Code, "why")).ShouldBe(offers.Any(o => o.Outcome is null && o.To == stage.Code), $"seed {seed}, {stage.Code}");
                }

                foreach (var outcome in Enum.GetValues<Outcome>())
                {
                    Accepts(process, state, actor, Act.Vote(outcome, "why", "part")).ShouldBe(offers.Any(o => o.Outcome == outcome), $"seed {seed}, {outcome}");
                }
            }
        }
    }

    [Fact]
    public void No_document_dies_in_a_design_without_errors()
    {
        var sound = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var chance = new Random(seed);
            var design = DesignOf(chance);
            if (new DesignCheck(design, Kind, Known).Problems().Any(p => p.Severity == Severity.Error))
            {
                continue;
            }

            sound++;
            EveryStageReachedCanEnd(design.As(Kind, "internet", 1), seed);
        }

        sound.ShouldBeGreaterThan(20, "the generator makes no sound designs");
    }

    [Fact]
    public void A_quorum_is_never_more_than_can_be_given_and_never_none()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var chance = new Random(seed);
            var process = DesignOf(chance).As(Kind, "internet", 1);
            var people = Everybody.Where(_ => chance.Next(3) > 0).ToList();
            if (process.StandingOf(StateOf(chance, process), people) is { } standing)
            {
                standing.Needed.ShouldBeGreaterThan(0);
                standing.Needed.ShouldBeLessThanOrEqualTo(Math.Max(1, standing.Counted.Count + standing.Left.Count), $"seed {seed}");
            }
        }
    }

    /// <summary>Follows every act of everybody from the start; from each state somebody leads it to an end.</summary>
    private static void EveryStageReachedCanEnd(Process process, int seed)
    {
        var leads = new Dictionary<string, HashSet<string>>();
        var waiting = new Queue<string>(process.Stages.Where(s => s.Kind == StageKind.New).Select(s => s.Code));
        while (waiting.TryDequeue(out var code))
        {
            if (!leads.TryAdd(code, []))
            {
                continue;
            }

            foreach (var next in NextOf(process, code))
            {
                leads[code].Add(next);
                waiting.Enqueue(next);
            }
        }

        var ends = leads.Keys.Where(c => process.Find(c)!.Kind is StageKind.Resolved or StageKind.Closed or StageKind.Rejected).ToHashSet();
        for (var grown = true; grown;)
        {
            grown = leads.Where(l => !ends.Contains(l.Key) && l.Value.Overlaps(ends)).ToList() is { Count: > 0 } more && more.TrueForAll(l => ends.Add(l.Key));
        }

        leads.Keys.Except(ends).ShouldBeEmpty($"seed {seed}");
    }

    private static IEnumerable<string> NextOf(Process process, string code)
    {
        var state = new DocumentState(code, 1, Maker.Id, Team, null, []);
        foreach (var offer in Everybody.SelectMany(a => process.Offers(state, a, Everybody)).Where(o => o.Outcome is null))
        {
            yield return offer.To!;
        }

        // Approvals one after the other, each by somebody who is left, until it moves.
        foreach (var outcome in new[] { Outcome.Approve, Outcome.ApprovePartly, Outcome.Reject })
        {
            var now = state;
            while (process.StandingOf(now, Everybody) is { Left: [var voter, ..] } && process.Offers(now, voter, Everybody).Any(o => o.Outcome == outcome))
            {
                if (process.Decide(now, voter, Act.Vote(outcome, "why", "part"), Everybody).To is { } to)
                {
                    yield return to.Code;
                    break;
                }

                now = now with { Ballots = [.. now.Ballots, new Ballot(voter.Id!.Value, outcome, "why", "part", DateTimeOffset.UnixEpoch)] };
            }
        }
    }

    private static bool Accepts(Process process, DocumentState state, Actor actor, Act act)
    {
        try
        {
            process.Decide(state, actor, act, Everybody);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    private static DocumentState StateOf(Random chance, Process process)
    {
        var stage = process.Stages[chance.Next(process.Stages.Count)];
        var ballots = Everybody.Where(_ => chance.Next(4) == 0)
            .Select(p => new Ballot(p.Id!.Value, (Outcome)chance.Next(5), null, null, DateTimeOffset.UnixEpoch)).ToList();
        return new DocumentState(stage.Code, 1, Pick(chance)?.Id, chance.Next(2) == 0 ? Team : null, Pick(chance)?.Id, ballots);
    }

    private static Actor? Pick(Random chance) => chance.Next(2) == 0 ? null : Everybody[chance.Next(Everybody.Count)];

    private static Design DesignOf(Random chance)
    {
        StageKind[] kinds = [StageKind.New, StageKind.Resolved, .. Enumerable.Range(0, chance.Next(5)).Select(_ => (StageKind)chance.Next(7))];
        var codes = kinds.Select((_, i) => $"s{i}").ToArray();
        var stages = kinds.Select((kind, i) => Stage(codes[i], kind) with
        {
            Makers = chance.Next(3) == 0 ? ActorsOf(chance) : Actors.Nobody,
            Approval = kind == StageKind.Approval
                ? new Approval(ActorsOf(chance), chance.Next(4), [.. Enum.GetValues<Outcome>().Where(_ => chance.Next(3) > 0).Select(o => new AllowedOutcome(o, chance.Next(5) == 0 || o == Outcome.Warn ? null : codes[chance.Next(codes.Length)]))])
                : null,
            Comment = (CommentDuty)chance.Next(3),
        });
        var lines = Enumerable.Range(0, chance.Next(codes.Length * 3)).Select(_ => new Transition(codes[chance.Next(codes.Length)], codes[chance.Next(codes.Length)], null));
        return new Design([.. stages], [.. lines.DistinctBy(t => (t.From, t.To))]);
    }

    private static Actors ActorsOf(Random chance) => new(
        [.. Everybody.Where(p => p != Reader && chance.Next(3) == 0).Select(p => p.Id!.Value)],
        chance.Next(3) == 0 ? [Team] : [],
        [],
        Owner: chance.Next(6) == 0,
        OwnersTeam: chance.Next(6) == 0);
}
