using Santral.Contracts.Processes;
using Santral.Contracts.Queues;
using Santral.Kernel;

namespace Santral.Tests.Processes;

/// <summary>People and a process to tell the rules with.</summary>
internal static class Given
{
    public const string Write = "requests.write";

    public static readonly TeamId Team = TeamId.From(new Guid(1, 0, 0, new byte[8]));
    public static readonly Actor Maker = Person(1, team: true);
    public static readonly Actor Outsider = Person(2);
    public static readonly Actor One = Person(3);
    public static readonly Actor Two = Person(4);
    public static readonly Actor Three = Person(5);
    public static readonly Actor Reader = Person(6, permissions: []);
    public static readonly Actor Designer = Person(7, permissions: [Write, ProcessRights.Settings]);

    public static IReadOnlyList<Actor> Everybody { get; } = [Maker, Outsider, One, Two, Three, Reader, Designer];

    public static Actor Person(int number, bool team = false, string[]? permissions = null) => new(
        UserId.From(new Guid(number, 1, 0, new byte[8])),
        $"Person {number}",
        team ? new HashSet<TeamId> { Team } : [],
        new HashSet<string>(),
        (permissions ?? [Write]).ToHashSet());

    public static Actors Only(params Actor[] people) => new([.. people.Select(p => p.Id!.Value)], [], []);

    public static Stage Stage(string code, StageKind kind) => Contracts.Processes.Stage.Of(code, kind, new Names(code, code, code));

    /// <summary>new → work → check (One, Two, Three) → done | work; the team alone works.</summary>
    public static Process Approved(int quorum = 2, CommentDuty duty = CommentDuty.UnlessApproved) => new(
        "request",
        "internet",
        1,
        Write,
        [
            Stage("new", StageKind.New),
            Stage("work", StageKind.InProgress) with { Makers = new Actors([], [Team], []) },
            Stage("check", StageKind.Approval) with
            {
                Comment = duty,
                Watchers = Only(Outsider),
                Approval = new Approval(
                    Only(One, Two, Three),
                    quorum,
                    [
                        new AllowedOutcome(Outcome.Approve, "done"),
                        new AllowedOutcome(Outcome.ApprovePartly, "part"),
                        new AllowedOutcome(Outcome.Reject, "work"),
                        new AllowedOutcome(Outcome.Review, null),
                        new AllowedOutcome(Outcome.Warn, null),
                    ]),
            },
            Stage("done", StageKind.Resolved),
            Stage("part", StageKind.Resolved),
            Stage("closed", StageKind.Closed),
            Stage("no", StageKind.Rejected),
        ],
        [
            new Transition("new", "work", null), new Transition("new", "no", null), new Transition("work", "check", null), new Transition("done", "closed", null),
            new Transition("part", "closed", null), new Transition("check", "work", null),
        ]);

    public static DocumentState In(string stage, Actor? requester = null, params (Actor By, Outcome Outcome)[] votes)
        => new(stage, 1, null, null, requester?.Id, [.. votes.Select(v => new Ballot(v.By.Id!.Value, v.Outcome, "", null, DateTimeOffset.UnixEpoch))]);
}
