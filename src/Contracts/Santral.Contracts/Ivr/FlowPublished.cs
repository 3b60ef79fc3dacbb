namespace Santral.Contracts.Ivr;

/// <summary>New calls of a flow's numbers meet this revision; calls under way finish on the one they began with.</summary>
[Fact("ivr.published", 1)]
public sealed record FlowPublished(string Flow, string Unit, int Revision, UserId? By, DateTimeOffset At) : IFact;
