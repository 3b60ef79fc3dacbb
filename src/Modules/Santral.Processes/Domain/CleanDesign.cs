using System.Text.RegularExpressions;

namespace Santral.Processes.Domain;

/// <summary>What a client sent, made fit to be kept. A draft may be unfinished, but never misshapen.</summary>
internal static partial class CleanDesign
{
    public const int MostStages = 60;
    public const int MostTransitions = 400;
    public const int LongestName = 60;
    private const int MostActors = 100;
    private const int MostActions = 10;
    private const int LongestValue = 500;
    private const int LongestTarget = 525_600;
    private const int Edge = 20_000;

    public static Design Of(Design? sent)
    {
        if (sent?.Stages is null || sent.Transitions is null)
        {
            throw Misshapen("design");
        }

        if (sent.Stages.Count > MostStages || sent.Transitions.Count > MostTransitions)
        {
            throw new Refusal("processes.design_too_large", RefusalKind.Invalid, ("stages", MostStages), ("transitions", MostTransitions));
        }

        return new Design([.. sent.Stages.Select(StageOf)], [.. sent.Transitions.Select(TransitionOf).DistinctBy(t => (t.From, t.To))]);
    }

    private static Stage StageOf(Stage? stage)
    {
        if (stage is null || !Enum.IsDefined(stage.Kind) || !Enum.IsDefined(stage.Comment))
        {
            throw Misshapen("stage");
        }

        if (stage.TargetMinutes is < 1 or > LongestTarget)
        {
            throw Misshapen("targetMinutes");
        }

        return new Stage(
            CodeOf(stage.Code),
            stage.Kind,
            NamesOf(stage.Names),
            ActorsOf(stage.Makers),
            stage.Kind == StageKind.Approval ? ApprovalOf(stage.Approval) : null,
            ActorsOf(stage.Watchers),
            stage.Comment,
            ActionsOf(stage.OnEntry),
            stage.Kind == StageKind.New && !string.IsNullOrWhiteSpace(stage.StartsFor) ? CodeOf(stage.StartsFor) : null,
            stage.TargetMinutes,
            Math.Clamp(stage.X, -Edge, Edge),
            Math.Clamp(stage.Y, -Edge, Edge));
    }

    private static Transition TransitionOf(Transition? transition)
    {
        if (transition is null)
        {
            throw Misshapen("transition");
        }

        var names = transition.Names is null ? null : NamesOf(transition.Names);
        return new Transition(CodeOf(transition.From), CodeOf(transition.To), names is { Tr: "", Sv: "", En: "" } ? null : names);
    }

    private static Approval ApprovalOf(Approval? approval)
    {
        if (approval is null)
        {
            return new Approval(Actors.Nobody, 1, []);
        }

        if (approval.Outcomes is null || approval.Outcomes.Any(o => o is null || !Enum.IsDefined(o.Outcome)))
        {
            throw Misshapen("outcomes");
        }

        return new Approval(
            ActorsOf(approval.Checkers),
            Math.Clamp(approval.Quorum, 0, MostActors),
            [.. approval.Outcomes.DistinctBy(o => o.Outcome).OrderBy(o => o.Outcome)
                .Select(o => o with { To = o.Outcome == Outcome.Warn || string.IsNullOrEmpty(o.To) ? null : CodeOf(o.To) })]);
    }

    private static Actors ActorsOf(Actors? actors)
    {
        if (actors is null)
        {
            return Actors.Nobody;
        }

        if (actors.Users is null || actors.Teams is null || actors.Roles is null || actors.Users.Count + actors.Teams.Count + actors.Roles.Count > MostActors)
        {
            throw Misshapen("actors");
        }

        return actors with
        {
            Users = [.. actors.Users.Distinct()],
            Teams = [.. actors.Teams.Distinct()],
            Roles = [.. actors.Roles.Select(CodeOf).Distinct()],
        };
    }

    private static EntryAction[] ActionsOf(IReadOnlyList<EntryAction>? actions)
    {
        if (actions is null)
        {
            return [];
        }

        if (actions.Count > MostActions || actions.Any(a => a is null || !Enum.IsDefined(a.Kind) || a.Value?.Length > LongestValue))
        {
            throw Misshapen("onEntry");
        }

        return [.. actions.Select(a => new EntryAction(a.Kind, ActorsOf(a.To), Typed.Line(a.Value)))];
    }

    private static Names NamesOf(Names? names)
    {
        return new Names(NameOf(names?.Tr), NameOf(names?.Sv), NameOf(names?.En));

        static string NameOf(string? name)
        {
            var line = Typed.Line(name) ?? "";
            return line.Length <= LongestName ? line : throw new Refusal("processes.name_too_long", RefusalKind.Invalid, ("longest", LongestName));
        }
    }

    private static string CodeOf(string? code) => code is not null && Code().IsMatch(code) ? code : throw Misshapen("code");

    private static Refusal Misshapen(string part) => new("processes.design_invalid", RefusalKind.Invalid, ("part", part));

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z")]
    private static partial Regex Code();
}
