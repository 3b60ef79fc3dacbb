namespace Santral.ModuleTests.Mailroom;

/// <summary>The real clock, put forward by tests: servers outside keep their pace.</summary>
internal sealed class SkippingClock : TimeProvider
{
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _skipped));

    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);
}
