namespace Santral.Requests.Clocks;

/// <summary>That the due times of all open requests are to be computed anew, kept so that a restart goes on with it. One row.</summary>
public sealed class ClockRun
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;

    /// <summary>When a definition last changed.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The change that all open requests have followed.</summary>
    public DateTimeOffset? DoneFor { get; set; }

    public bool IsDue => DoneFor != AskedAt;
}
