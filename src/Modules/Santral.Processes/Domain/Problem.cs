namespace Santral.Processes.Domain;

/// <summary>Something wrong with a design, by the stage it is at; its text is `processes.problem.(code)`.</summary>
/// <param name="Stage">Null for the whole.</param>
/// <param name="Outcome">The decision it is about.</param>
/// <param name="Value">What the text names besides: a code, a language, a number.</param>
public sealed record Problem(Severity Severity, string Code, string? Stage = null, Outcome? Outcome = null, string? Value = null);

/// <summary>An error keeps a design from being published, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}
