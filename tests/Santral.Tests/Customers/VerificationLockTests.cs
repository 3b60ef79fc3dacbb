using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>Guessing across calls is stopped, and longer each time (D2).</summary>
public sealed class VerificationLockTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly VerificationLock _lock;

    public VerificationLockTests() => _lock = new VerificationLock("customer:100200", _clock.GetUtcNow());

    [Fact]
    public void Five_attempts_count_and_the_sixth_does_not()
    {
        Enumerable.Range(0, 5).ShouldAllBe(_ => Try());

        Try().ShouldBeFalse();
    }

    [Fact]
    public void The_lock_opens_after_fifteen_minutes_then_thirty_then_sixty()
    {
        foreach (var minutes in new[] { 15, 30, 60 })
        {
            Fail(5);
            _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Try().ShouldBeFalse();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Try().ShouldBeTrue();
    }

    [Fact]
    public void It_never_locks_longer_than_a_day()
    {
        for (var i = 0; i < 12; i++)
        {
            Fail(5);
            _clock.Advance(_lock.LockedUntil!.Value - _clock.GetUtcNow());
        }

        Fail(5);
        (_lock.LockedUntil!.Value - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Attempts_spread_over_more_than_fifteen_minutes_do_not_lock()
    {
        for (var i = 0; i < 20; i++)
        {
            Fail(4);
            _clock.Advance(TimeSpan.FromMinutes(15));
        }

        Try().ShouldBeTrue();
    }

    [Fact]
    public void A_right_attempt_is_given_back_also_when_it_was_the_fifth()
    {
        Fail(4);
        Try().ShouldBeTrue();
        _lock.GiveBack();

        _lock.LockedUntil.ShouldBeNull();
        _lock.Failures.ShouldBe(4);
        Try().ShouldBeTrue();
        Try().ShouldBeFalse();
    }

    [Fact]
    public void A_quiet_day_makes_it_forget()
    {
        Fail(5);
        _clock.Advance(TimeSpan.FromDays(1) + VerificationLock.Window);

        Fail(5);

        (_lock.LockedUntil!.Value - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(15));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Try().ShouldBeTrue();
        }
    }

    private bool Try() => _lock.TryCount(_clock.GetUtcNow());
}
