namespace Santral.Sip.Transactions;

/// <summary>The intervals of RFC 3261 table 4, given to the stack as a value so that no two stacks share them.</summary>
public sealed record SipTimers
{
    public static readonly SipTimers Default = new();

    /// <summary>Estimate of the round-trip time.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest interval between repeats of a non-INVITE request or an INVITE response.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest time a message stays in the network.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an INVITE client waits for repeats of a final response over UDP: at least 32 s (§17.1.1.2).</summary>
    public TimeSpan D { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>Timers B, F, H, J, L, M: when the other side is given up.</summary>
    public TimeSpan GiveUp => 64 * T1;
}
