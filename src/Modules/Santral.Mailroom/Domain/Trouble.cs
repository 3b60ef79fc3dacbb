namespace Santral.Mailroom.Domain;

/// <summary>What went wrong with a server.</summary>
/// <param name="Said">The place, or the server's own words where it spoke; never a library's.</param>
public sealed record Trouble(MailProblem Problem, string Said);
