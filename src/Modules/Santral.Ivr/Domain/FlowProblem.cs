namespace Santral.Ivr.Domain;

public enum ProblemWeight
{
    /// <summary>The flow runs, but part of it is useless or silent.</summary>
    Warning,

    /// <summary>A caller can reach a place where the flow cannot go on.</summary>
    Error,
}

/// <summary>What is wrong with a flow; the code has a text `ivr.problem.(code)` in i18n.</summary>
/// <param name="Node">Where; null when it is the whole flow.</param>
/// <param name="What">The missing or doubled thing.</param>
public sealed record FlowProblem(string Code, ProblemWeight Weight, string? Node, string? What);
