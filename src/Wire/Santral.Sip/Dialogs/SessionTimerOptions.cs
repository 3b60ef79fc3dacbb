namespace Santral.Sip.Dialogs;

/// <summary>How long a silent session may live: RFC 4028.</summary>
public sealed record SessionTimerOptions
{
    /// <summary>The interval we ask for in our own calls and accept at most; at least <see cref="Minimum"/>.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The least we accept: 422 below it (§4 asks for 90 s or more).</summary>
    public TimeSpan Minimum { get; init; } = TimeSpan.FromSeconds(90);
}
