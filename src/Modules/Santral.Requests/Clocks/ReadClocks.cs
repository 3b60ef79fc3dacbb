using Santral.Contracts.Clocks;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>How a promise stands.</summary>
public enum ClockState
{
    Running,

    /// <summary>Four fifths of the time are used.</summary>
    Soon,
    Late,

    /// <summary>Stands still: the customer has it in hand.</summary>
    Paused,

    /// <summary>Kept in time.</summary>
    Met,

    /// <summary>Kept, but too late.</summary>
    Missed,
}

/// <summary>A promise as lists and heads draw it: they go on counting by themselves until <paramref name="ChangesAt"/>.</summary>
/// <param name="UsedSeconds">Working time used at <paramref name="AsOf"/>; at most the target.</param>
/// <param name="IsCounting">Whether working time passes at <paramref name="AsOf"/>: not while closed.</param>
/// <param name="ChangesAt">When that next changes; null when it does not.</param>
public sealed record ClockFace(
    ClockKind Kind,
    ClockState State,
    int TargetSeconds,
    int UsedSeconds,
    DateTimeOffset? DueAt,
    DateTimeOffset? WarnAt,
    DateTimeOffset? MetAt,
    DateTimeOffset AsOf,
    bool IsCounting,
    DateTimeOffset? ChangesAt);

/// <summary>Draws stored promises without asking anything but memory.</summary>
internal sealed class ReadClocks(IKnowClocks clocks, TimeProvider clock)
{
    /// <summary>The promise that presses most; the end of the matter once all are kept. Null when nothing is promised or it is followed elsewhere.</summary>
    public ClockFace? FaceOf(Request request)
    {
        if (request.MergedIntoId is not null)
        {
            return null;
        }

        var (response, resolution) = (request.Clocks.Response, request.Clocks.Resolution);
        var first = response is { Target: not null, IsOpen: true } && (!resolution.IsOpen || resolution.Target is null || resolution.DueAt is null || response.DueAt <= resolution.DueAt);
        return FaceOf(request, first || resolution.Target is null ? ClockKind.Response : ClockKind.Resolution);
    }

    public ClockFace? FaceOf(Request request, ClockKind kind)
    {
        var promise = request.Clocks.Of(kind);
        if (promise.Target is not { } target)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var state = StateOf(promise, now);
        var runs = state is ClockState.Running or ClockState.Soon;
        var open = runs ? clocks.StateAt(request.ClockSubject, now) : null;
        return new ClockFace(
            kind,
            state,
            (int)target.TotalSeconds,
            (int)Math.Clamp(UsedOf(request, promise, target, now).TotalSeconds, 0, target.TotalSeconds),
            promise.DueAt,
            promise.WarnAt,
            promise.MetAt,
            now,
            open?.IsOpen ?? false,
            open?.Until);
    }

    private static ClockState StateOf(OneClock promise, DateTimeOffset now) => promise switch
    {
        { MetAt: not null } => promise.IsLateAt(now) ? ClockState.Missed : ClockState.Met,
        { DueAt: null } => ClockState.Paused,
        _ when promise.IsLateAt(now) => ClockState.Late,
        { WarnAt: { } warn } when warn <= now => ClockState.Soon,
        _ => ClockState.Running,
    };

    /// <summary>From now to the due time nothing stands still: what is left of the target is what was used.</summary>
    private TimeSpan UsedOf(Request request, OneClock promise, TimeSpan target, DateTimeOffset now)
        => promise.DueAt is not { } due ? target - (promise.Left ?? TimeSpan.Zero)
            : due <= now ? target
            : target - clocks.WorkingTime(request.ClockSubject, promise.MetAt ?? now, due);
}
